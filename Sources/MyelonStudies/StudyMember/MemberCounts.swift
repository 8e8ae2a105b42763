/// How many members of a study have come how far.
public struct MemberCounts: Sendable, Hashable, Codable {
  /// Members not begun.
  public var queued: Int
  /// Members under way.
  public var running: Int
  /// Members lived.
  public var done: Int
  /// Members given up.
  public var failed: Int

  /// Makes counts.
  ///
  /// - Parameters:
  ///   - queued: members not begun.
  ///   - running: members under way.
  ///   - done: members lived.
  ///   - failed: members given up.
  public init(queued: Int = 0, running: Int = 0, done: Int = 0, failed: Int = 0) {
    self.queued = queued
    self.running = running
    self.done = done
    self.failed = failed
  }

  /// All members.
  public var total: Int { queued + running + done + failed }
  /// Members that are neither lived nor given up.
  public var unfinished: Int { queued + running }
}
