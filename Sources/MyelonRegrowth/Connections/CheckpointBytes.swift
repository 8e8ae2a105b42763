import MyelonFields

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
  mutating func take<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
    let size = MemoryLayout<Number>.size
    guard position + size <= bytes.count else { return 0 }
    defer { position += size }
    let found = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Number.self) }
    return Number(littleEndian: found)
  }

  mutating func takeFloat() -> Float { Float(bitPattern: take(UInt32.self)) }

  mutating func takeDouble() -> Double { Double(bitPattern: take(UInt64.self)) }

  /// An error of a checkpoint of connections.
  static func error(_ problem: CheckpointError.Problem) -> CheckpointError {
    CheckpointError("connections", problem)
  }
}
