import Synchronization

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
