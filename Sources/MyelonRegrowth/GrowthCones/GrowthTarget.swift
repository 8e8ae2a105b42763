/// What a new connection ends on.
public enum GrowthTarget: UInt8, Sendable, Hashable, Codable, CaseIterable {
  /// Neurons of the host's grey matter.
  case host = 0
  /// Grafted neurons.
  case graft = 1
}
