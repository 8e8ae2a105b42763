/// What a growth cone is doing.
public enum GrowthState: UInt8, Sendable, Hashable, Codable, CaseIterable {
  /// It advances inside the window.
  case growing = 0
  /// It has stopped and may start again.
  case arrested = 1
  /// It is being taken back along its path.
  case retracting = 2
  /// It has formed a synapse.
  case connected = 3
  /// It has left the window rostrally or caudally and grows on in one dimension.
  case left = 4
  /// It has been taken back to where it began.
  case gone = 5
}
