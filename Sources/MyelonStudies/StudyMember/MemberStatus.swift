/// How far a member has come.
public enum MemberStatus: String, Sendable, Hashable, Codable, CaseIterable {
  /// Not begun, or to be tried again.
  case queued
  /// Under way; after the program was killed, until the study is continued.
  case running
  /// Lived; its outcomes are stored.
  case done
  /// Given up; the reason is stored.
  case failed
}
