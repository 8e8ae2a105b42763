/// How a track file keeps its numbers.
enum PointEncoding: String, CaseIterable {
  case float32LE = "Float32LE"
  case float32BE = "Float32BE"
  case float64LE = "Float64LE"
  case float64BE = "Float64BE"

  /// Bytes of a number.
  var byteCount: Int {
    switch self {
    case .float32LE, .float32BE: 4
    case .float64LE, .float64BE: 8
    }
  }

  /// Three numbers that begin at a byte; the caller has seen that they are there.
  func point(_ bytes: [UInt8], at byte: Int) -> SIMD3<Float> {
    bytes.withUnsafeBytes { raw in
      var point = SIMD3<Float>()
      for axis in 0..<3 { point[axis] = number(raw, at: byte + axis * byteCount) }
      return point
    }
  }

  private func number(_ raw: UnsafeRawBufferPointer, at byte: Int) -> Float {
    switch self {
    case .float32LE:
      Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: byte, as: UInt32.self)))
    case .float32BE:
      Float(bitPattern: UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: byte, as: UInt32.self)))
    case .float64LE:
      Float(
        Double(bitPattern: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: byte, as: UInt64.self))))
    case .float64BE:
      Float(Double(bitPattern: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: byte, as: UInt64.self))))
    }
  }
}
