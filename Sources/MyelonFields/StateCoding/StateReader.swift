/// Reads what `StateWriter` wrote; bytes that cannot have come from it end in an error and never in a crash.
public struct StateReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0

  /// Begins to read.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// True when everything was read.
  public var isAtEnd: Bool { position == bytes.count }

  /// Reads a plain number.
  ///
  /// - Throws: `StateError` when the bytes end before it.
  public mutating func read<Value: BitwiseCopyable>(_: Value.Type) throws(StateError) -> Value {
    let size = MemoryLayout<Value>.size
    guard size <= bytes.count - position else {
      throw StateError(required: size, found: bytes.count - position)
    }
    defer { position += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Value.self) }
  }

  /// Reads an array of plain numbers.
  ///
  /// - Throws: `StateError` when the bytes end before it.
  public mutating func readArray<Value: BitwiseCopyable>(of _: Value.Type) throws(StateError) -> [Value] {
    let count = try read(UInt64.self)
    let left = bytes.count - position
    let stride = MemoryLayout<Value>.stride
    guard count <= UInt64(left / stride) else {
      throw StateError(required: Int(clamping: count) &* stride, found: left)
    }
    let start = position
    position += Int(count) * stride
    return [Value](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: $0[start..<start + Int(count) * stride]))
      }
      initialized = Int(count)
    }
  }
}
