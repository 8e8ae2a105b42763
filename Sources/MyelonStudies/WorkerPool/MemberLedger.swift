import Synchronization

/// Where a pool of workers gets its members and brings what became of them.
protocol MemberLedger: Sendable {
  /// Takes what became of a member, if there is something, and hands out the next one.
  ///
  /// - Parameters:
  ///   - ended: what became of a member, or nil.
  ///   - next: key of the member to begin, or nil.
  /// - Returns: the member to begin and how many tries of it have failed; nil without `next`.
  /// - Throws: `StudyError` when it cannot be written.
  func exchange(_ ended: MemberResult?, next: Int?) throws(StudyError) -> (
    member: StudyMember, failures: Int
  )?

  /// The key under which a member was handed out.
  func key(of member: StudyMember) -> Int
}

/// The members of a study database, by number.
struct StoreLedger: MemberLedger {
  let store: StudyStore

  func exchange(
    _ ended: MemberResult?, next: Int?
  ) throws(StudyError) -> (member: StudyMember, failures: Int)? {
    // The try that begins now is counted already.
    try store.exchange(ended, next: next).map { ($0.member, $0.attempts - $0.interruptions - 1) }
  }

  func key(of member: StudyMember) -> Int { member.index }
}

/// Members that are kept in memory, by position.
final class MemoryLedger: MemberLedger {
  private struct State {
    var results: [MemberResult?]
    var failures: [Int]
  }

  private let members: [StudyMember]
  private let positions: [Int: Int]
  private let state: Mutex<State>

  init(_ members: [StudyMember]) {
    self.members = members
    positions = Dictionary(members.enumerated().map { ($1.index, $0) }) { first, _ in first }
    precondition(positions.count == members.count, "Members of an ensemble must have different numbers")
    state = Mutex(
      State(
        results: Array(repeating: nil, count: members.count),
        failures: Array(repeating: 0, count: members.count)))
  }

  func exchange(
    _ ended: MemberResult?, next: Int?
  ) throws(StudyError) -> (member: StudyMember, failures: Int)? {
    state.withLock { state in
      if let ended, let position = positions[ended.member.index] {
        state.results[position] = ended
        if ended.reason != nil { state.failures[position] += 1 }
      }
      return next.map { (members[$0], state.failures[$0]) }
    }
  }

  func key(of member: StudyMember) -> Int { positions[member.index] ?? 0 }

  /// What became of the members that were run, in their order.
  var results: [MemberResult] { state.withLock { $0.results.compactMap { $0 } } }
}
