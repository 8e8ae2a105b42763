/// A stored state of cell tracking that cannot be used.
public enum TrackingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The bytes have another length than the cord's state.
  case wrongSize(required: Int, found: Int)
  /// The bytes do not begin like a state of cell tracking, or belong to another number of voxels.
  case notTracking
  /// An amount is negative or not a number.
  case damagedAmount(position: Int)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .wrongSize(let required, let found):
      "The stored state of cell tracking must have \(required) bytes; found \(found). Run the arm again."
    case .notTracking:
      "The stored state is not one of cell tracking in this cord. Run the arm again."
    case .damagedAmount(let position):
      "The stored state of cell tracking must hold amounts of at least 0; number \(position) is not. Run the arm again."
    }
  }
}
