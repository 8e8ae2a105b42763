/// An injury that cannot be placed on a cord.
public enum InjuryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The epicentre lies outside the voxel model.
  case outsideWindow(level: String, position: Double, window: ClosedRange<Double>)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .outsideWindow(let level, let position, let window):
      "The epicentre at \(level) (z = \(position) mm) must lie inside the simulated window "
        + "\(window.lowerBound)-\(window.upperBound) mm; widen the window or move the injury."
    }
  }
}
