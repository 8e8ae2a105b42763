/// Random flips of binary digits as pure functions of the seed, the dimension and the digits before.
enum DigitScrambler {
  /// Keeps the words apart from those that the same seed gives elsewhere; any constant will do.
  private static let purpose: UInt64 = 0x5343_5241_4D42_4C45

  private static func key(_ seed: UInt64) -> SIMD2<UInt32> {
    let mixed = seed ^ purpose
    return SIMD2(UInt32(truncatingIfNeeded: mixed), UInt32(truncatingIfNeeded: mixed >> 32))
  }

  /// The word that a digital shift adds to each coordinate of a dimension.
  static func shift(seed: UInt64, dimension: Int) -> UInt32 {
    CounterRandom.words(counter: SIMD4(0, .max, UInt32(dimension), 0), key: key(seed)).x
  }

  /// Owen's nested uniform scrambling of 32 digits.
  ///
  /// Each node of the binary tree of leading digits has one random bit, which flips the next digit. The 127 nodes
  /// of seven levels below a prefix are served by the 128 bits of one call to the generator, so that a coordinate
  /// costs five calls and the scrambling is complete, not an approximation by a hash of each digit.
  static func nested(_ word: UInt32, seed: UInt64, dimension: Int) -> UInt32 {
    let key = key(seed)
    var flips: UInt32 = 0
    var level = 0
    while level < 32 {
      let prefix = level == 0 ? 0 : word >> UInt32(32 - level)
      let bits = CounterRandom.words(
        counter: SIMD4(prefix, UInt32(level), UInt32(dimension), 1), key: key)
      var node = 1
      for digit in level..<min(level + 7, 32) {
        let flip = bits[node >> 5] >> UInt32(node & 31) & 1
        flips |= flip << UInt32(31 - digit)
        node = 2 * node + Int(word >> UInt32(31 - digit) & 1)
      }
      level += 7
    }
    return word ^ flips
  }
}
