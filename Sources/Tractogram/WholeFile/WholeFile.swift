import Foundation

/// Writes a file that appears under its name only when it is whole.
///
/// Bytes go to a temporary file beside the final one, which is flushed to the disk and renamed by `finish`. On any
/// error, and when the object goes before that, the temporary file is removed and whatever stood under the final name
/// stays.
final class WholeFile {
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32

  init(_ path: String) throws(TractogramError) {
    guard !path.utf8.contains(0) else { throw .notWritten(path: path, reason: "the name holds a zero byte") }
    // The process and a random number keep two writers of one name apart; O_EXCL makes sure of it.
    let unique = "\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    self.path = path
    temporaryPath = "\(path).partial-\(unique)"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .notWritten(path: path, reason: Self.lastReason()) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(TractogramError) {
    var done = 0
    while done < bytes.count {
      let count = systemWrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if count > 0 {
        done += count
      } else if count == 0 {
        throw .notWritten(path: path, reason: "the device takes no more bytes")
      } else if errno != EINTR {
        throw .notWritten(path: path, reason: Self.lastReason())
      }
    }
  }

  func write(_ text: String) throws(TractogramError) {
    let outcome: Result<Void, TractogramError> = Array(text.utf8).withUnsafeBytes { bytes in
      do throws(TractogramError) {
        return .success(try write(bytes))
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }

  func finish() throws(TractogramError) {
    guard fsync(descriptor) == 0 else { throw .notWritten(path: path, reason: Self.lastReason()) }
    // Some file systems report a full disk only here. The descriptor is gone whatever close returns.
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporaryPath, path) == 0 else {
      let reason = Self.lastReason()
      unlink(temporaryPath)
      throw .notWritten(path: path, reason: reason)
    }
  }

  /// The system's words for the last error.
  private static func lastReason() -> String { String(cString: strerror(errno)) }
}

/// `write(2)`, outside the class whose own `write` hides it.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
