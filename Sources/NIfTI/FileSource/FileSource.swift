import Foundation

/// Reads from a regular file.
final class FileSource: ByteSource {
  private let path: String
  private let descriptor: Int32

  let largestByteCount: Int

  /// Opens a file.
  ///
  /// Pipes, devices and directories are refused: their length is unknown, and opening a pipe could wait for
  /// ever (hence `O_NONBLOCK`, which regular files ignore).
  init(path: String) throws(NIfTIError) {
    guard !path.utf8.contains(0) else {
      throw .unreadable(path: path, reason: "the name holds a zero byte")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemReason(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(path: path, reason: "it is no regular file")
    }
    self.path = path
    self.descriptor = descriptor
    self.largestByteCount = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(NIfTIError) -> Int {
    while true {
      let count = systemRead(descriptor, buffer)
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(path: path, reason: systemReason(errno)) }
    }
  }
}

/// `read(2)`, outside the class whose own `read` hides it.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

/// The system's sentence for an error number.
func systemReason(_ code: Int32) -> String {
  String(cString: strerror(code))
}
