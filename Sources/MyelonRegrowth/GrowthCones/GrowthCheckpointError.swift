/// A checkpoint of growing axons that cannot be read.
public enum GrowthCheckpointError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The bytes do not begin as a checkpoint of this part and version does.
  case notACheckpoint
  /// Bytes are missing or left over.
  case size(required: Int, found: Int)
  /// The checksum does not fit the bytes.
  case damaged
  /// What it holds contradicts the cord or itself.
  case inconsistent(String)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .notACheckpoint:
      "A checkpoint of growing axons of this version was expected; found other bytes. Resume from another checkpoint."
    case .size(let required, let found):
      "A checkpoint of growing axons of \(required) bytes was expected; found \(found). Resume from another checkpoint."
    case .damaged:
      "The checksum of the checkpoint of growing axons does not fit its bytes. Resume from another checkpoint."
    case .inconsistent(let what):
      "The checkpoint of growing axons contradicts itself or the cord: \(what). Resume it on the cord it was made on."
    }
  }
}
