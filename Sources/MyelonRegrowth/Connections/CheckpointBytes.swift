/// Little-endian numbers one after another.
struct CheckpointBytes {
  private(set) var bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8] = [], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func put(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Reads a number; the caller has checked that there are bytes enough, and reads 0 past the end.
  mutating func take<Number: FixedWidthInteger & UnsignedInteger>(_ type: Number.Type) -> Number {
    let size = Number.bitWidth / 8
    guard position + size <= bytes.count else { return 0 }
    defer { position += size }
    return (0..<size).reduce(0) { $0 | Number(bytes[position + $1]) << Number(8 * $1) }
  }

  /// FNV-1a (Fowler, Noll & Vo), 64 bits.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return hash
    }
  }
}
