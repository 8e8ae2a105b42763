import Foundation

extension AnnDataTable {
  /// Writes the table as an `.h5ad` file.
  ///
  /// The bytes go to a temporary file beside the final one, are flushed to the disk and renamed; on any error the
  /// temporary file is removed and whatever stood under the final name stays.
  ///
  /// - Parameter path: final name of the file.
  /// - Throws: `AnnDataError`: all faults of the table, HDF5's reason, or the system's, such as a full disk.
  public func write(to path: String) throws(AnnDataError) {
    guard !path.utf8.contains(0) else {
      throw .notWritten(path: path, reason: "the name holds a zero byte")
    }
    let bytes = try encoded()
    if let reason = bytes.withUnsafeBytes({ Self.failure(writing: $0, to: path) }) {
      throw .notWritten(path: path, reason: reason)
    }
  }

  /// Writes bytes under a temporary name and renames them; returns the system's reason if that fails.
  private static func failure(writing bytes: UnsafeRawBufferPointer, to path: String) -> String? {
    let temporary = "\(path).partial-\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return lastReason() }
    var failure = failure(writing: bytes, to: descriptor)
    if failure == nil, fsync(descriptor) != 0 { failure = lastReason() }
    if close(descriptor) != 0, failure == nil { failure = lastReason() }
    if failure == nil, rename(temporary, path) != 0 { failure = lastReason() }
    if failure != nil { unlink(temporary) }
    return failure
  }

  private static func failure(writing bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> String? {
    var done = 0
    while done < bytes.count {
      let count = systemWrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
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

/// `write(2)`, outside the type whose own `write` hides it.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
