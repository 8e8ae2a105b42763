/// A 64-bit hash that is the same on every machine and in every run: FNV-1a.
///
/// It finds accidents, not forgeries. Fowler, Noll & Vo; offset and prime as in RFC 9923 (draft-eastlake-fnv).
public struct StableHash: Sendable {
  /// The hash of what was added so far.
  public private(set) var value: UInt64

  /// The hash of nothing.
  public init() {
    value = 0xcbf2_9ce4_8422_2325
  }

  /// The hash of bytes.
  ///
  /// - Parameter bytes: the bytes.
  /// - Returns: their hash.
  public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = StableHash()
    for byte in bytes { hash.add(byte: byte) }
    return hash.value
  }

  /// Adds the eight bytes of a number, lowest first.
  public mutating func add(_ number: UInt64) {
    var rest = number
    for _ in 0..<8 {
      add(byte: UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Adds a text and its end, so that "ab", "c" is not "a", "bc".
  public mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
    // No byte of UTF-8 is 0xff.
    add(byte: 0xff)
  }

  private mutating func add(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
