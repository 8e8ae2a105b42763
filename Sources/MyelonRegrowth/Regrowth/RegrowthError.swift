/// What can be wrong with the kept state of growing axons.
public enum RegrowthError: Error, Equatable, CustomStringConvertible {
  /// The bytes are not a state of this run's axons.
  case damagedCheckpoint(problem: String)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .damagedCheckpoint(let problem): "the kept state of growing axons cannot be used: \(problem)"
    }
  }
}
