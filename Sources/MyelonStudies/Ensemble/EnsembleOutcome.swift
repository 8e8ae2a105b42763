/// How the running of an ensemble ended.
public struct EnsembleOutcome: Sendable, Hashable {
  /// How many members have come how far.
  public let counts: MemberCounts
  /// True when it was stopped before every member had ended.
  public let wasStopped: Bool
  /// Members that were lived or given up in this session.
  public let ended: Int
  /// Wall time, s.
  public let elapsed: Double
  /// Processor time of the members that ended here, s.
  public let processorTime: Double
}
