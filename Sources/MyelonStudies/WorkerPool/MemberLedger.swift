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
