import Foundation

/// A file of text that is written piece by piece and appears under its name only when it is whole.
///
/// The pieces go to a temporary file beside the final one; `finish` flushes it to the disk, `publish` gives it its name.
/// Without that, or on any error, nothing is left.
package final class TableFile {
  private let path: String
  private let temporary: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Bytes that are written at once.
  private static let bufferSize = 1 << 18

  package init(_ path: String) throws(StudyError) {
    self.path = path
    temporary = "\(path).partial-\(getpid())"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.lastError(path) }
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  /// Writes a row of fields as RFC 4180 has it.
  package func write(row: [String]) throws(StudyError) {
    for (position, field) in row.enumerated() {
      if position > 0 { buffer.append(UInt8(ascii: ",")) }
      append(field)
    }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes a text as it is.
  package func write(text: String) throws(StudyError) {
    buffer.append(contentsOf: text.utf8)
    try flush()
  }

  /// Appends a field, quoted where it must be.
  private func append(_ field: String) {
    let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard field.utf8.contains(where: special.contains) else {
      buffer.append(contentsOf: field.utf8)
      return
    }
    buffer.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private func flush() throws(StudyError) {
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        throw Self.lastError(path)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and flushes it to the disk.
  package func finish() throws(StudyError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw Self.lastError(path) }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw Self.lastError(path) }
  }

  /// Gives the finished file its name.
  package func publish() throws(StudyError) {
    precondition(descriptor < 0, "A table is published after it is finished")
    guard rename(temporary, path) == 0 else { throw Self.lastError(path) }
  }

  private static func lastError(_ path: String) -> StudyError { .ofSystem(errno, path: path) }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    unlink(temporary)
  }
}
