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
    try data.withUnsafeBytes { (bytes) throws(RunError) in try write([bytes], to: path) }
  }

  /// Writes several stretches of bytes, one after the other, to one file.
  ///
  /// - Parameters:
  ///   - parts: the stretches.
  ///   - path: final name.
  /// - Throws: `RunError.notWritten` with the system's reason.
  public static func write(_ parts: [UnsafeRawBufferPointer], to path: String) throws(RunError) {
    let temporary = "\(path).partial-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .notWritten(path: path, reason: lastReason()) }
    var failure: String?
    for part in parts where failure == nil { failure = writeAll(part, to: descriptor) }
    if failure == nil, fsync(descriptor) != 0 { failure = lastReason() }
    if close(descriptor) != 0, failure == nil { failure = lastReason() }
    if failure == nil, rename(temporary, path) != 0 { failure = lastReason() }
    guard let failure else { return }
    unlink(temporary)
    throw .notWritten(path: path, reason: failure)
  }

  /// Writes all bytes; returns the reason if the system refuses.
  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> String? {
    var done = 0
    while done < bytes.count {
      let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        return lastReason()
      }
    }
    return nil
  }

  /// The system's words for the last error.
  static func lastReason() -> String { String(cString: strerror(errno)) }
}
