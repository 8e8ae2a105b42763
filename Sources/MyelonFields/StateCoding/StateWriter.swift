/// Writes numbers and arrays one after the other, as a checkpoint keeps them: native byte order, counts before arrays.
public struct StateWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Begins with nothing.
  public init() {}

  /// Writes a plain number.
  public mutating func write<Value: BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  /// Writes the count and the values of an array of plain numbers.
  public mutating func write<Value: BitwiseCopyable>(_ values: [Value]) {
    write(UInt64(values.count))
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
