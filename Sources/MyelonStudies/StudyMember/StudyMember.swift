/// One life of a study before it is lived: its number, seed and parameter values.
public struct StudyMember: Sendable, Hashable, Codable {
  /// Number in the study, from 0; at most 2^32 - 1.
  public let index: Int
  /// Seed of all random streams of the life.
  public let seed: UInt64
  /// Values of the study's parameters, in their order; finite.
  public let values: [Double]
  /// Weight given from outside, nil when none was.
  public let weight: Double?

  /// Describes a member.
  ///
  /// - Parameters:
  ///   - index: number in the study.
  ///   - seed: seed of its random streams.
  ///   - values: values of the study's parameters, in their order.
  ///   - weight: weight, or nil.
  public init(index: Int, seed: UInt64, values: [Double], weight: Double? = nil) {
    self.index = index
    self.seed = seed
    // SQLite keeps no sign of zero.
    self.values = values.map { $0 + 0 }
    self.weight = weight
  }
}
