import MyelonTrialDesigns

/// Controls borrowed from history.
public enum ProtocolBorrowing: Sendable, Hashable {
  /// Responders.
  case binary(BinaryBorrowing)
  /// Means.
  case normal(NormalBorrowing)
}
