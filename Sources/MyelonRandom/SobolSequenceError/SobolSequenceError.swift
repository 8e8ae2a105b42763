/// Why a low-discrepancy sample cannot be made.
public enum SobolSequenceError: Error, Equatable, CustomStringConvertible {
  /// The dimensions are fewer than one or more than the table of direction numbers serves.
  case dimensions(found: Int, most: Int)

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .dimensions(let found, let most):
      "Sobol's sequence needs 1 to \(most) dimensions; found \(found): "
        + "group or screen the inputs first (Morris), or sample a Latin hypercube"
    }
  }
}
