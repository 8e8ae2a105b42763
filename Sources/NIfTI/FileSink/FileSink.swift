import MyelonFiles

/// Takes bytes into a file that appears under its name only when it is whole.
final class FileSink: ByteSink {
  private let file: AtomicFile

  /// Begins the file; tests put a failing `systemWrite` in place of `write(2)`.
  init(
    path: String, systemWrite: @escaping AtomicFile.SystemWrite = AtomicFile.writeOnce
  ) throws(NIfTIError) {
    do { file = try AtomicFile(path, systemWrite: systemWrite) } catch { throw NIfTIError(error) }
  }

  func write(_ buffer: UnsafeRawBufferPointer) throws(NIfTIError) {
    do { try file.write(buffer) } catch { throw NIfTIError(error) }
  }

  func finish() throws(NIfTIError) {
    do { try file.finish() } catch { throw NIfTIError(error) }
  }
}

extension NIfTIError {
  fileprivate init(_ error: FileError) {
    self =
      error.isDiskFull
      ? .diskFull(path: error.path, writtenBytes: error.writtenBytes)
      : .unwritable(path: error.path, reason: error.reason)
  }
}
