import Foundation

/// Writes a file that appears under its name only when it is whole.
///
/// Bytes go to a temporary file beside the final one; `seal` flushes it to the disk (`fsync`), `publish` renames it,
/// `finish` does both. Until then, and for good when anything fails, whatever stood under the final name stays as it was,
/// and the temporary file is removed when the object goes.
public final class AtomicFile {
  private let path: String
  private let temporaryPath: String
  /// Negative once the file is sealed.
  private var descriptor: Int32
  private var writtenBytes = 0
  private var isPublished = false
  private let systemWrite: SystemWrite

  /// What writes bytes to a descriptor, as `write(2)` does.
  public typealias SystemWrite = (Int32, UnsafeRawBufferPointer) -> Int

  /// Makes the temporary file.
  ///
  /// - Parameters:
  ///   - path: final name of the file.
  ///   - systemWrite: `write(2)`; tests put a failing one in its place.
  /// - Throws: `FileError` when nothing can be written there.
  public init(
    _ path: String, systemWrite: @escaping SystemWrite = AtomicFile.writeOnce
  ) throws(FileError) {
    guard !path.utf8.contains(0) else {
      throw FileError(path: path, reason: "the name holds a zero byte")
    }
    // The process and a random number keep two writers of one name apart; O_EXCL makes sure of it.
    let unique = "\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    self.path = path
    self.systemWrite = systemWrite
    temporaryPath = "\(path)\(Self.partialMark)\(unique)"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isPublished { unlink(temporaryPath) }
  }

  /// Writes all bytes of the buffer behind those before.
  ///
  /// - Throws: `FileError` when the system refuses.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]))
      if count > 0 {
        done += count
        writtenBytes += count
      } else if count == 0 {
        throw FileError(path: path, reason: "the device takes no more bytes", writtenBytes: writtenBytes)
      } else if errno != EINTR {
        throw lastError()
      }
    }
  }

  /// Flushes what was written to the disk; nothing may be written after it.
  ///
  /// - Throws: `FileError` when the system refuses.
  public func seal() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw lastError() }
    // Some file systems (NFS) report a full disk only here. The descriptor is gone whatever close returns.
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw lastError() }
  }

  /// Gives the sealed file its name.
  ///
  /// - Throws: `FileError` when the system refuses.
  public func publish() throws(FileError) {
    precondition(descriptor < 0, "A file is sealed before it is published")
    guard rename(temporaryPath, path) == 0 else { throw lastError() }
    isPublished = true
    synchroniseDirectory()
  }

  /// Seals and publishes.
  ///
  /// - Throws: `FileError` when the system refuses.
  public func finish() throws(FileError) {
    try seal()
    try publish()
  }

  /// Makes the new name itself durable; a file system that cannot do so is no reason to fail.
  private func synchroniseDirectory() {
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let handle = open(directory, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    _ = fsync(handle)
    close(handle)
  }

  private func lastError() -> FileError { FileError(path: path, code: errno, writtenBytes: writtenBytes) }
}

extension AtomicFile {
  /// Stands between the final name of a file and the mark of its writer while it is being written.
  private static let partialMark = ".partial-"

  /// Sees whether a name is that of an unfinished file.
  ///
  /// - Parameters:
  ///   - name: name in a folder.
  ///   - finalName: name that the finished file would have.
  /// - Returns: true for what a killed program leaves of it.
  public static func isPartial(_ name: String, of finalName: String) -> Bool {
    name.hasPrefix(finalName + partialMark)
  }

  /// Writes a file in one go.
  ///
  /// - Parameters:
  ///   - parts: its bytes, one stretch after the other.
  ///   - path: final name.
  /// - Throws: `FileError` when the system refuses.
  public static func write(_ parts: [UnsafeRawBufferPointer], to path: String) throws(FileError) {
    let file = try AtomicFile(path)
    for part in parts { try file.write(part) }
    try file.finish()
  }

  /// Writes a file in one go.
  ///
  /// - Parameters:
  ///   - bytes: its bytes.
  ///   - path: final name.
  /// - Throws: `FileError` when the system refuses.
  public static func write(_ bytes: some ContiguousBytes, to path: String) throws(FileError) {
    // The closures of the standard library forget the type of an error.
    let outcome: Result<Void, FileError> = bytes.withUnsafeBytes { bytes in
      do throws(FileError) {
        return .success(try write([bytes], to: path))
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }

  /// `write(2)` of one buffer; the count written, or -1 with `errno` set.
  public static func writeOnce(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    Foundation.write(descriptor, buffer.baseAddress, buffer.count)
  }
}
