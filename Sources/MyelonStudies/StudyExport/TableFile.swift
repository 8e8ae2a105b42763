import MyelonFiles
import MyelonQuantities

/// A file of text that is written piece by piece and appears under its name only when it is whole.
///
/// The pieces go to a temporary file beside the final one; `finish` flushes it to the disk, `publish` gives it its name.
/// Without that, or on any error, nothing is left.
package final class TableFile {
  private let file: AtomicFile
  private var buffer: [UInt8] = []

  /// Bytes that are written at once.
  private static let bufferSize = 1 << 18

  package init(_ path: String) throws(StudyError) {
    do { file = try AtomicFile(path) } catch { throw StudyError(error) }
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  /// Writes a row of fields as RFC 4180 has it.
  package func write(row: [String]) throws(StudyError) {
    for (position, field) in row.enumerated() {
      if position > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.append(contentsOf: CSVText.field(field).utf8)
    }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes a text as it is.
  package func write(text: String) throws(StudyError) {
    buffer.append(contentsOf: text.utf8)
    try flush()
  }

  private func flush() throws(StudyError) {
    // The closures of the standard library forget the type of an error.
    let outcome: Result<Void, FileError> = buffer.withUnsafeBytes { bytes in
      do throws(FileError) {
        return .success(try file.write(bytes))
      } catch {
        return .failure(error)
      }
    }
    do { try outcome.get() } catch { throw StudyError(error) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and flushes it to the disk.
  package func finish() throws(StudyError) {
    try flush()
    do { try file.seal() } catch { throw StudyError(error) }
  }

  /// Gives the finished file its name.
  package func publish() throws(StudyError) {
    do { try file.publish() } catch { throw StudyError(error) }
  }
}
