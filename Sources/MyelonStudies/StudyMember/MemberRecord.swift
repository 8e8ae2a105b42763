import MyelonFields

/// A member with what became of it.
public struct MemberRecord: Sendable, Hashable, Codable {
  /// The member.
  public var member: StudyMember
  /// How far it has come.
  public var status: MemberStatus
  /// Tries begun.
  public var attempts: Int
  /// Times that the program ended while it was under way.
  public var interruptions: Int
  /// Why it failed, or why the last try did; nil when none did.
  public var reason: String?
  /// When its last try began, ISO 8601 in UTC; nil before the first.
  public var started: String?
  /// When it ended; nil while it has not.
  public var ended: String?
  /// Processor time of the last try, s; nil while it has not ended.
  public var seconds: Double?
  /// Its outcomes in the study's order, nil where a number could not be determined; empty unless it is done.
  public var outcomes: [Double?]

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - member: the member.
  ///   - status: how far it has come.
  ///   - attempts: tries begun.
  ///   - interruptions: times that the program ended while it was under way.
  ///   - reason: why it failed, or nil.
  ///   - started: when its last try began, or nil.
  ///   - ended: when it ended, or nil.
  ///   - seconds: processor time of the last try, or nil.
  ///   - outcomes: its outcomes, or empty.
  public init(
    _ member: StudyMember, status: MemberStatus = .queued, attempts: Int = 0, interruptions: Int = 0,
    reason: String? = nil, started: String? = nil, ended: String? = nil, seconds: Double? = nil,
    outcomes: [Double?] = []
  ) {
    self.member = member
    self.status = status
    self.attempts = attempts
    self.interruptions = interruptions
    self.reason = reason
    self.started = started
    self.ended = ended
    self.seconds = seconds
    self.outcomes = outcomes
  }

  /// A hash of number, seed, parameter values and outcomes, bit by bit.
  var digest: String {
    var hash = StableHash()
    hash.add(UInt64(member.index))
    hash.add(member.seed)
    for value in member.values { hash.add(value.bitPattern) }
    // A missing number hashes as a not-a-number that no outcome can be.
    for value in outcomes { hash.add(value?.bitPattern ?? UInt64.max) }
    return hash.text
  }
}
