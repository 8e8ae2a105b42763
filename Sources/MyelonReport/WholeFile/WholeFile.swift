import Foundation

/// Writes files that appear under their name only when they are whole.
enum WholeFile {
  /// Writes to a temporary sibling, flushes it to the disk and renames it.
  static func write(_ data: Data, to path: String) throws(ReportError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .unwritable(path: path, reason: "it is no file name")
    }
    let url = URL(fileURLWithPath: path)
    let unique = "\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    let temporary = url.deletingLastPathComponent().appendingPathComponent(".report-\(unique).partial").path
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    guard writeAll(data, to: descriptor), fsync(descriptor) == 0 else {
      let error = failure(path)
      close(descriptor)
      unlink(temporary)
      throw error
    }
    // Network file systems report a full disk only on closing.
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let error = failure(path)
      unlink(temporary)
      throw error
    }
  }

  private static func writeAll(_ data: Data, to descriptor: Int32) -> Bool {
    data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
      var done = 0
      while done < bytes.count {
        let count = write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count > 0 {
          done += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  private static func failure(_ path: String) -> ReportError {
    .unwritable(path: path, reason: String(cString: strerror(errno)))
  }

  /// `write(2)`, outside the overload that takes data.
  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    systemWrite(descriptor, bytes, count)
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
