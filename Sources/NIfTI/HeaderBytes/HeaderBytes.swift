/// The bytes of a header with their order: reads numbers and text at given offsets.
struct HeaderBytes {
  let bytes: [UInt8]
  let order: NIfTIHeader.ByteOrder

  /// The integer at an offset, sign-extended from `T`.
  func integer<T: FixedWidthInteger>(_ type: T.Type, at offset: Int) -> Int {
    let raw = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: T.self) }
    return Int(truncatingIfNeeded: order == .little ? T(littleEndian: raw) : T(bigEndian: raw))
  }

  /// The Float32 at an offset.
  func single(at offset: Int) -> Double {
    Double(Float(bitPattern: UInt32(truncatingIfNeeded: integer(Int32.self, at: offset))))
  }

  /// The Float64 at an offset.
  func double(at offset: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(integer(Int64.self, at: offset))))
  }

  /// The text at an offset, up to the first zero byte or `count` bytes; damaged UTF-8 is repaired.
  func text(at offset: Int, count: Int) -> String {
    String(decoding: bytes[offset..<offset + count].prefix { $0 != 0 }, as: UTF8.self)
  }
}
