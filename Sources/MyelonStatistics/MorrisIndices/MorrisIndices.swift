/// Elementary effects of each parameter on one output, per full range of the parameter's probability.
public struct MorrisIndices: Sendable, Hashable, Codable {
  /// Name of each parameter.
  public let parameters: [String]
  /// Mean of the effects: the direction.
  public let mean: [Estimate]
  /// Mean of the sizes of the effects: the importance, Campolongo's mu*.
  public let meanSize: [Estimate]
  /// Standard deviation of the effects: curvature and interactions.
  public let deviation: [Double]
  /// Effects of each parameter, one a trajectory.
  public let effects: [[Double]]

  /// Parameters by falling mean size of their effects.
  public var ranking: [Int] {
    meanSize.indices.sorted { (meanSize[$0].value, $1) > (meanSize[$1].value, $0) }
  }
}
