import Foundation

/// A file that could not be written; whatever stood under its final name is unchanged.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Final name of the file.
  public let path: String
  /// Why, in the system's words where it was the system that refused.
  public let reason: String
  /// The system's number of the error (`errno`); nil when it was not the system that refused.
  public let code: Int32?
  /// Bytes that had been taken.
  public let writtenBytes: Int

  /// Takes a reason that is not the system's.
  init(path: String, reason: String, writtenBytes: Int = 0) {
    self.path = path
    self.reason = reason
    code = nil
    self.writtenBytes = writtenBytes
  }

  /// Takes a number of the system.
  init(path: String, code: Int32, writtenBytes: Int = 0) {
    self.path = path
    reason = String(cString: strerror(code))
    self.code = code
    self.writtenBytes = writtenBytes
  }

  /// True when the disk, or the share of it that is allowed, is full.
  public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }

  /// What happened, and what to do.
  public var description: String {
    "'\(path)' could not be written: \(reason). "
      + (isDiskFull ? "Free space and try again." : "Choose another place or mend this one.")
  }
}
