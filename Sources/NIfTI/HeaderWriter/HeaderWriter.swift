/// Puts little-endian numbers and texts at given offsets.
struct HeaderWriter {
  private(set) var bytes: [UInt8]

  init(count: Int) {
    bytes = [UInt8](repeating: 0, count: count)
  }

  mutating func put(_ value: some FixedWidthInteger, at offset: Int) {
    withUnsafeBytes(of: value.littleEndian) { bytes.replaceSubrange(offset..<offset + $0.count, with: $0) }
  }

  /// Puts a Float32.
  mutating func put(_ value: Double, at offset: Int) {
    put(Float(value).bitPattern, at: offset)
  }

  /// Puts text, cut at a character so that a zero byte fits behind it; text ends at a zero byte of its own.
  mutating func put(_ text: String, at offset: Int, capacity: Int) {
    var position = offset
    for character in text {
      let unit = Array(character.utf8)
      if unit.contains(0) || position + unit.count > offset + capacity - 1 { break }
      bytes.replaceSubrange(position..<position + unit.count, with: unit)
      position += unit.count
    }
  }
}
