import MyelonFiles

extension TrackFile {
  /// The bytes of the file.
  ///
  /// - Throws: `TractogramError.invalid` with all faults.
  public func encoded() throws(TractogramError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(12 * (lines.points.count + lines.count + 1) + 512)
    try encode { (part) throws(TractogramError) in bytes.append(contentsOf: part) }
    return bytes
  }

  /// Writes the file; it appears under its name only when it is whole.
  ///
  /// - Parameter path: final name, usually with the ending `.tck`; a file under that name is replaced.
  /// - Throws: `TractogramError.invalid` with all faults, before anything is written, or `.notWritten`.
  public func write(to path: String) throws(TractogramError) {
    let faults = faults
    guard faults.isEmpty else { throw .invalid(faults) }
    let file: AtomicFile
    do { file = try AtomicFile(path) } catch { throw TractogramError(error) }
    try encode { (part) throws(TractogramError) in
      do throws(FileError) { try file.write(part) } catch { throw TractogramError(error) }
    }
    do { try file.finish() } catch { throw TractogramError(error) }
  }

  /// Hands the file on in parts of at most a few hundred kilobytes.
  private func encode(
    _ write: (UnsafeRawBufferPointer) throws(TractogramError) -> Void
  ) throws(TractogramError) {
    let faults = faults
    guard faults.isEmpty else { throw .invalid(faults) }
    try Self.hand(header, to: write)
    var buffer: [UInt32] = []
    buffer.reserveCapacity(3 * Self.pointsAPart)
    for line in lines.lines {
      for point in line {
        for axis in 0..<3 { buffer.append(point[axis].bitPattern.littleEndian) }
        if buffer.count >= 3 * Self.pointsAPart { try Self.hand(&buffer, to: write) }
      }
      buffer += Self.endOfLine
    }
    buffer += Self.endOfFile
    try Self.hand(&buffer, to: write)
  }

  /// Points handed on at once; assumed because 400 kB keep calls few and memory small.
  private static let pointsAPart = 32_768
  private static let endOfLine = [UInt32](repeating: Float.nan.bitPattern.littleEndian, count: 3)
  private static let endOfFile = [UInt32](repeating: Float.infinity.bitPattern.littleEndian, count: 3)

  /// Hands numbers on and forgets them.
  private static func hand(
    _ buffer: inout [UInt32], to write: (UnsafeRawBufferPointer) throws(TractogramError) -> Void
  ) throws(TractogramError) {
    try hand(buffer, to: write)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Hands the bytes of an array on; the closures of the standard library forget the type of an error.
  private static func hand<Element>(
    _ values: [Element], to write: (UnsafeRawBufferPointer) throws(TractogramError) -> Void
  ) throws(TractogramError) {
    let outcome: Result<Void, TractogramError> = values.withUnsafeBytes { bytes in
      do throws(TractogramError) {
        return .success(try write(bytes))
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }

  /// The header, filled up so that the data begin at a multiple of four bytes, as MRtrix writes it.
  private var header: [UInt8] {
    // Ten digits, as MRtrix and nibabel write counts.
    let count = "\(lines.count)"
    let padded = String(repeating: "0", count: max(0, 10 - count.utf8.count)) + count
    var text = "\(Self.magic)\ndatatype: Float32LE\ncount: \(padded)\ntotal_count: \(padded)\n"
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      for part in value.split(separator: "\n") { text += "\(name): \(part)\n" }
    }
    // The offset counts its own digits.
    let fixed = text.utf8.count + "file: . \nEND\n".utf8.count
    var offset = fixed
    for _ in 0..<3 { offset = (fixed + "\(offset)".utf8.count + 3) / 4 * 4 }
    var bytes = Array("\(text)file: . \(offset)\nEND\n".utf8)
    bytes += [UInt8](repeating: 0, count: offset - bytes.count)
    return bytes
  }
}
