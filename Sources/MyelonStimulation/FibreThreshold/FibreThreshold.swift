/// The least amplitude that fires a fibre, and where the spike begins.
public struct FibreThreshold: Sendable, Hashable, Codable {
  /// Amplitude, mA; nil when no amplitude up to the limit fires the fibre.
  public var amplitude: Double?
  /// Node at which the spike began, at the lowest amplitude that was found to fire.
  public var node: Int?
  /// Time from the beginning of the stimulus at which it began there, us.
  public var time: Double?
  /// Simulations that the search took.
  public var runs: Int
  /// Steps of all simulations together.
  public var steps: Int

  /// Makes a threshold.
  ///
  /// - Parameters:
  ///   - amplitude: mA; nil when the fibre does not fire.
  ///   - node: node at which the spike began.
  ///   - time: time at which it began, us.
  ///   - runs: simulations that the search took.
  ///   - steps: steps of all simulations together.
  public init(amplitude: Double?, node: Int? = nil, time: Double? = nil, runs: Int = 0, steps: Int = 0) {
    self.amplitude = amplitude
    self.node = node
    self.time = time
    self.runs = runs
    self.steps = steps
  }

  /// Whether the fibre fires below the limit.
  public var fires: Bool { amplitude != nil }
}
