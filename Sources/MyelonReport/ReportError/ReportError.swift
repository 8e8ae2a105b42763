/// Why a report could not be made.
public enum ReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The record holds no arm, so there is nothing to report on.
  case noArms(scenario: String)
  /// The page could not be put under its name; what stood there before is untouched.
  case unwritable(path: String, reason: String)
  /// An image or a volume could not be packed for embedding.
  case packing(part: String, reason: String)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .noArms(let scenario):
      "A report needs at least one arm; the record of '\(scenario)' holds none. Run the scenario again."
    case .unwritable(let path, let reason):
      "The report could not be written to '\(path)': \(reason). Free some space or choose another directory."
    case .packing(let part, let reason):
      "The report's \(part) could not be packed: \(reason)."
    }
  }
}
