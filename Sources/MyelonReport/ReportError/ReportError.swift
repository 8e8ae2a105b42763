/// Why a report could not be made.
public enum ReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The record holds no arm, so there is nothing to report on.
  case noArms(scenario: String)
  /// The page could not be put under its name; what stood there before is untouched.
  case unwritable(path: String, reason: String)
  /// An image or a volume could not be packed for embedding.
  case packing(part: String, reason: String)
  /// The run has no arm of this name.
  case unknownArm(name: String, known: [String])
  /// The run holds no two arms that could be compared.
  case nothingToCompare(arms: [String])
  /// There is neither a fit nor a forecast.
  case nothingToShow

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .noArms(let scenario):
      "A report needs at least one arm; the record of '\(scenario)' holds none. Run the scenario again."
    case .unwritable(let path, let reason):
      "The report could not be written to '\(path)': \(reason). Free some space or choose another directory."
    case .packing(let part, let reason):
      "The report's \(part) could not be packed: \(reason)."
    case .unknownArm(let name, let known):
      "The run has no arm '\(name)'; its arms are \(known.map { "'\($0)'" }.joined(separator: ", "))."
    case .nothingToCompare(let arms):
      "A comparison needs two different arms; found \(arms.map { "'\($0)'" }.joined(separator: ", ")). "
        + "Run a scenario with two or more arms, or name two of them."
    case .nothingToShow:
      "A patient's page needs a fit or a forecast; there is neither. Make one of them first."
    }
  }
}
