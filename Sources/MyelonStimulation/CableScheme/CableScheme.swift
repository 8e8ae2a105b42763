/// How the cable equations are carried forward in time.
public enum CableScheme: Sendable, Hashable, Codable {
  /// Backward Euler with lagged gates: what the common simulators do, at the same step comparable with them to 0.3 %.
  ///
  /// Of first order: at 5 us thresholds are 1 to 2 % too high and the conduction velocity 9 % too low. Spike times are those of
  /// the end of the step, as those simulators give them.
  ///
  /// - Parameter timeStep: us.
  case parity(timeStep: Double)
  /// L-stable diagonally implicit Runge-Kutta method of second order with gates staggered by half a step.
  ///
  /// Spike times are interpolated inside the step.
  ///
  /// - Parameter timeStep: us.
  case secondOrder(timeStep: Double)

  /// Second order at the step at which thresholds of pulses of 20 us and more are within 0.3 % of converged ones.
  ///
  /// Pulses of 50 us and more are within 0.07 %, the conduction velocity within 0.15 %.
  public static let accurate = CableScheme.secondOrder(timeStep: 1.25)

  /// A coarser scheme whose thresholds are near enough to begin a search with; nil where none is worth it.
  var coarse: CableScheme? {
    if case .secondOrder(let step) = self, step <= 2.5 { .secondOrder(timeStep: 5) } else { nil }
  }

  /// Step, us.
  public var timeStep: Double {
    switch self {
    case .parity(let step), .secondOrder(let step): step
    }
  }

  /// Whether this is backward Euler.
  var isParity: Bool { if case .parity = self { true } else { false } }

  /// Checks the step.
  ///
  /// - Throws: ``FibreError/settingOutOfRange(name:found:unit:required:)``.
  func validate() throws(FibreError) {
    guard timeStep.isFinite, timeStep > 0, timeStep <= 25 else {
      throw .settingOutOfRange(
        name: "time step", found: timeStep, unit: "us",
        required: "above 0 and at most 25 us, where spikes are still resolved")
    }
  }
}
