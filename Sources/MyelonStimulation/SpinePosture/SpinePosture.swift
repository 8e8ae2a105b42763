/// How the body lies, which moves the cord in the dural sac.
public enum SpinePosture: String, Sendable, Hashable, Codable, CaseIterable {
  /// On the back: the cord sinks towards the laminae.
  case supine
  /// On the belly: the cord sinks towards the vertebral bodies. Only people are told apart; a rat's cord
  /// fills its canal.
  case prone
}
