import MyelonRandom

/// The data that an inference is to reproduce, with their noise.
public struct Observation: Sendable, Hashable, Codable {
  /// Where the noise of the data enters.
  public enum Noise: String, Sendable, Hashable, Codable {
    /// Outputs are free of it; the inference adds normal noise of the stated deviations.
    case addedToOutputs
    /// The simulator draws it (examiners, for example); the deviations are then only scales.
    case withinOutputs
  }

  /// Names of the data.
  public let names: [String]
  /// The data.
  public let values: [Double]
  /// Standard deviation of the noise of each datum, or its scale, positive.
  public let deviations: [Double]
  /// Where the noise enters.
  public let noise: Noise

  /// Number of data.
  public var count: Int { values.count }

  /// Makes an observation.
  ///
  /// - Parameters:
  ///   - names: names of the data.
  ///   - values: the data, finite.
  ///   - deviations: deviation of the noise of each, positive.
  ///   - noise: where the noise enters.
  /// - Throws: `StatisticsError`.
  public init(names: [String], values: [Double], deviations: [Double], noise: Noise = .addedToOutputs)
    throws(StatisticsError)
  {
    try StatisticsError.requireCount(values, atLeast: 1, "data")
    try StatisticsError.requireLength(names.count, values.count, "names of data")
    try StatisticsError.requireLength(deviations.count, values.count, "deviations of data")
    try StatisticsError.requireFinite(values, "Data")
    for (name, deviation) in zip(names, deviations) {
      try StatisticsError.requirePositive(deviation, "The deviation of '\(name)'")
    }
    self.names = names
    self.values = values
    self.deviations = deviations
    self.noise = noise
  }

  /// Outputs with noise: unchanged if the simulator has drawn it.
  func withNoise(_ outputs: OutputVector, seed: UInt64, identifier: UInt32) -> OutputVector {
    guard noise == .addedToOutputs else { return outputs }
    var stream = RandomStream(seed: seed, entity: identifier)
    return zip(outputs, deviations).map { $0 + $1 * stream.normal() }
  }
}

extension Observation {
  private enum CodingKeys: String, CodingKey {
    case names, values, deviations, noise
  }

  /// Reads data and checks them like new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      names: container.decode([String].self, forKey: .names),
      values: container.decode([Double].self, forKey: .values),
      deviations: container.decode([Double].self, forKey: .deviations),
      noise: container.decode(Noise.self, forKey: .noise))
  }
}
