/// Unpacks deflate data (RFC 1951), plainly: a twin that shares nothing with zlib.
enum RawInflate {
  /// The bytes; their count is only a hint.
  static func bytes(_ data: [UInt8], count: Int) throws -> [UInt8] {
    var reader = BitReader(data: data)
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var isLast = false
    while !isLast {
      isLast = reader.bits(1) == 1
      switch reader.bits(2) {
      case 0: reader.stored(into: &result)
      case 1:
        reader.block(into: &result, literals: Huffman(fixedLiterals), distances: Huffman(fixedDistances))
      default:
        let (literals, distances) = reader.codes()
        reader.block(into: &result, literals: literals, distances: distances)
      }
    }
    return result
  }

  private static let fixedLiterals = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
  private static let fixedDistances = [Int](repeating: 5, count: 30)
}
