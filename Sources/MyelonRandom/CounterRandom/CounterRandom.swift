/// The counter-based generator Philox4x32-10: random bits as a pure function of a key and a counter.
///
/// Because a draw depends on nothing but (key, counter), the same entity at the same step draws the same
/// numbers whatever the order or the number of threads. Salmon, Moraes, Dror & Shaw 2011, "Parallel random
/// numbers: as easy as 1, 2, 3", SC11, doi:10.1145/2063384.2063405; checked against the authors' known answers.
public enum CounterRandom {
  /// Multipliers of the two multiplications in a round.
  @usableFromInline static let multiplierA: UInt32 = 0xD251_1F53
  @usableFromInline static let multiplierB: UInt32 = 0xCD9E_8D57
  /// Weyl increments of the key: the golden ratio and sqrt(3) - 1 as 32-bit fractions.
  @usableFromInline static let weylA: UInt32 = 0x9E37_79B9
  @usableFromInline static let weylB: UInt32 = 0xBB67_AE85
  /// Number of rounds that the authors recommend.
  @usableFromInline static let rounds = 10

  /// Four random 32-bit words for a 128-bit counter and a 64-bit key.
  @inlinable public static func words(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var state = counter
    var roundKey = key
    for _ in 0..<rounds {
      let productA = UInt64(multiplierA) &* UInt64(state.x)
      let productB = UInt64(multiplierB) &* UInt64(state.z)
      let highA = UInt32(truncatingIfNeeded: productA >> 32)
      let highB = UInt32(truncatingIfNeeded: productB >> 32)
      state = SIMD4(
        highB ^ state.y ^ roundKey.x, UInt32(truncatingIfNeeded: productB),
        highA ^ state.w ^ roundKey.y, UInt32(truncatingIfNeeded: productA))
      roundKey.x = roundKey.x &+ weylA
      roundKey.y = roundKey.y &+ weylB
    }
    return state
  }
}
