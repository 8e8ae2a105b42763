/// A replacement value that a parameter table does not take.
public enum ParameterError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No parameter has this identifier.
  case unknown(id: String, nearest: String?)
  /// The value lies outside what the evidence leaves plausible.
  case implausible(id: String, value: Double, unit: String, plausible: ClosedRange<Double>)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .unknown(let id, let nearest):
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? "."
      return "No parameter is called '\(id)'\(hint) `myelon parameters` lists them all."
    case .implausible(let id, let value, let unit, let plausible):
      return
        "Parameter '\(id)' must lie between \(plausible.lowerBound) and \(plausible.upperBound) \(unit); "
        + "found \(value) \(unit)."
    }
  }
}
