/// How far an ensemble has come.
public struct EnsembleProgress: Sendable, Hashable {
  /// Members that are to be run, those of earlier sessions included.
  public var total: Int
  /// Members lived.
  public var done: Int
  /// Members given up.
  public var failed: Int
  /// Members under way.
  public var running: Int
  /// Members that ended in this session.
  public var endedHere: Int
  /// Wall time of this session, s.
  public var elapsed: Double

  /// Share that has ended.
  public var fraction: Double { total > 0 ? Double(done + failed) / Double(total) : 1 }

  /// Wall time left, s, if members go on to take as long as they took in this session; nil before the first has ended.
  public var secondsLeft: Double? {
    guard endedHere > 0 else { return nil }
    return elapsed * Double(total - done - failed) / Double(endedHere)
  }
}
