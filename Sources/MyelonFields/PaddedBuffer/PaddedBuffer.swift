/// Memory of a field with zeros before its first and after its last value.
///
/// A stencil may then read the neighbours of every cell without asking whether they exist: where they do not,
/// the face's conductance is zero and what is read is finite. A class, so that the memory has one owner; not
/// thread safe by itself.
public final class PaddedBuffer<Element: BinaryFloatingPoint> {
  /// The first value; `pad` values before it and after the last one may be read.
  public let values: UnsafeMutablePointer<Element>
  /// Number of values.
  public let count: Int
  /// Number of zeros on either side.
  public let pad: Int

  private let base: UnsafeMutablePointer<Element>

  /// Makes a field of zeros.
  ///
  /// - Parameters:
  ///   - count: number of values.
  ///   - pad: number of zeros before and after.
  public init(count: Int, pad: Int) {
    precondition(count >= 0 && pad >= 0, "A buffer needs sizes of at least 0: \(count), \(pad)")
    self.count = count
    self.pad = pad
    base = UnsafeMutablePointer<Element>.allocate(capacity: count + 2 * pad)
    // Zero is all bits zero in every format of IEEE 754; filling bytes is what the system does fastest.
    UnsafeMutableRawPointer(base).initializeMemory(
      as: UInt8.self, repeating: 0, count: (count + 2 * pad) * MemoryLayout<Element>.stride)
    values = base + pad
  }

  deinit { base.deallocate() }

  /// Sets all values to zero.
  public func clear() {
    UnsafeMutableRawPointer(values).initializeMemory(
      as: UInt8.self, repeating: 0, count: count * MemoryLayout<Element>.stride)
  }
}
