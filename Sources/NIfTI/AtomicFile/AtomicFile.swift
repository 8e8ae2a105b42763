import Foundation

/// Writes a file that appears under its name only when it is whole.
///
/// Bytes go to a temporary file beside the final one; `finish` flushes it to the disk (`fsync`) and renames
/// it. Until then, and for good when anything fails, whatever stood under the final name stays as it was, and
/// the temporary file is removed when the object goes.
final class AtomicFile: ByteSink {
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32
  private var writtenBytes = 0
  /// `write(2)`; tests put a failing one in its place.
  private let systemWrite: (Int32, UnsafeRawBufferPointer) -> Int

  init(
    path: String,
    systemWrite: @escaping (Int32, UnsafeRawBufferPointer) -> Int = AtomicFile.writeOnce
  ) throws(NIfTIError) {
    guard !path.utf8.contains(0) else {
      throw .unwritable(path: path, reason: "the name holds a zero byte")
    }
    let url = URL(fileURLWithPath: path)
    // The process and a random number keep two writers of one name apart; O_EXCL makes sure of it.
    let unique = "\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    self.path = path
    self.systemWrite = systemWrite
    temporaryPath = url.deletingLastPathComponent().appendingPathComponent(".nifti-\(unique).partial").path
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(errno, path: path, writtenBytes: 0) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  func write(_ buffer: UnsafeRawBufferPointer) throws(NIfTIError) {
    var done = 0
    while done < buffer.count {
      let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[done...]))
      if count >= 0 {
        done += count
        writtenBytes += count
      } else if errno != EINTR {
        throw Self.failure(errno, path: path, writtenBytes: writtenBytes)
      }
    }
  }

  func finish() throws(NIfTIError) {
    guard fsync(descriptor) == 0 else {
      throw Self.failure(errno, path: path, writtenBytes: writtenBytes)
    }
    // Some file systems (NFS) report a full disk only here. The descriptor is gone whatever close returns.
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporaryPath, path) == 0 else {
      let code = errno
      unlink(temporaryPath)
      throw Self.failure(code, path: path, writtenBytes: writtenBytes)
    }
    synchroniseDirectory()
  }

  /// Makes the new name itself durable; a file system that cannot do so is no reason to fail.
  private func synchroniseDirectory() {
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let handle = open(directory, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    _ = fsync(handle)
    close(handle)
  }

  /// `write(2)` of one buffer; the count written, or -1 with `errno` set.
  static func writeOnce(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    systemWriteCall(descriptor, buffer.baseAddress, buffer.count)
  }

  private static func failure(_ code: Int32, path: String, writtenBytes: Int) -> NIfTIError {
    code == ENOSPC || code == EDQUOT
      ? .diskFull(path: path, writtenBytes: writtenBytes)
      : .unwritable(path: path, reason: systemReason(code))
  }
}

/// `write(2)`, outside the class whose own `write` hides it.
private func systemWriteCall(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
