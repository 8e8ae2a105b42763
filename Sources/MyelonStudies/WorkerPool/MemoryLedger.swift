import Synchronization

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
