import Foundation

/// Writes files that appear under their final name only when they are whole.
public enum WholeFile {
  /// Writes bytes to a file.
  ///
  /// The bytes go to a temporary file beside the final one, are flushed to the disk and renamed; on any error the
  /// temporary file is removed and whatever stood under the final name stays.
  ///
  /// - Parameters:
  ///   - data: the bytes.
  ///   - path: final name.
  /// - Throws: `RunError.notWritten` with the system's reason, such as a full disk.
  public static func write(_ data: Data, to path: String) throws(RunError) {
    let failure = data.withUnsafeBytes { Self.failure(writing: [$0], to: path) }
    if let failure { throw .notWritten(path: path, reason: failure) }
  }

  /// Writes several stretches of bytes, one after the other, to one file.
  ///
  /// - Parameters:
  ///   - parts: the stretches.
  ///   - path: final name.
  /// - Throws: `RunError.notWritten` with the system's reason.
  public static func write(_ parts: [UnsafeRawBufferPointer], to path: String) throws(RunError) {
    if let failure = failure(writing: parts, to: path) { throw .notWritten(path: path, reason: failure) }
  }

  /// Stands between the final name of a file and the number of the process that is writing it.
  static let partialMark = ".partial-"

  /// Writes, and returns the reason if it could not be done.
  private static func failure(writing parts: [UnsafeRawBufferPointer], to path: String) -> String? {
    guard !path.utf8.contains(0) else { return "the name holds a zero byte" }
    let temporary = "\(path)\(partialMark)\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return lastReason() }
    var failure: String?
    for part in parts where failure == nil { failure = writeAll(part, to: descriptor) }
    if failure == nil, fsync(descriptor) != 0 { failure = lastReason() }
    if close(descriptor) != 0, failure == nil { failure = lastReason() }
    if failure == nil, rename(temporary, path) != 0 { failure = lastReason() }
    if failure != nil { unlink(temporary) }
    return failure
  }

  /// Writes all bytes; returns the reason if the system refuses.
  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> String? {
    var done = 0
    while done < bytes.count {
      let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if count > 0 {
        done += count
      } else if count == 0 {
        return "the device takes no more bytes"
      } else if errno != EINTR {
        return lastReason()
      }
    }
    return nil
  }

  /// The system's words for the last error.
  private static func lastReason() -> String { String(cString: strerror(errno)) }
}
