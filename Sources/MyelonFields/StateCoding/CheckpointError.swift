/// A checkpoint of a part of a life that cannot be read.
public struct CheckpointError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong with the bytes.
  public enum Problem: Equatable, Sendable {
    /// They do not begin as a checkpoint of this part and version does.
    case notACheckpoint
    /// Some are missing or left over.
    case size(required: Int, found: Int)
    /// The checksum does not fit them.
    case damaged
    /// What they hold contradicts the cord or itself.
    case inconsistent(String)
  }

  /// The part, as in "grafted cells".
  public let part: String
  /// What is wrong.
  public let problem: Problem

  /// Names the part and what is wrong.
  public init(_ part: String, _ problem: Problem) {
    self.part = part
    self.problem = problem
  }

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch problem {
    case .notACheckpoint:
      "A checkpoint of \(part) of this version was expected; found other bytes. Resume from another checkpoint."
    case .size(let required, let found):
      "A checkpoint of \(part) of \(required) bytes was expected; found \(found). Resume from another checkpoint."
    case .damaged:
      "The checksum of the checkpoint of \(part) does not fit its bytes. Resume from another checkpoint."
    case .inconsistent(let what):
      "The checkpoint of \(part) contradicts itself or the cord: \(what). Resume it on the cord it was made on."
    }
  }
}
