/// A stream of random numbers that belongs to one entity at one step of one seeded run.
///
/// Two streams with different (seed, entity, step) are independent; the same triple always gives the same
/// numbers. Conforms to `RandomNumberGenerator`, so the standard library's helpers work on it too.
public struct RandomStream: RandomNumberGenerator, Sendable {
  private let key: SIMD2<UInt32>
  private var counter: SIMD4<UInt32>
  private var buffer: SIMD4<UInt32> = .zero
  private var used = 4

  /// Opens a stream.
  ///
  /// - Parameters:
  ///   - seed: seed of the run.
  ///   - entity: what draws: an agent, an examiner, a life; at most 2^32 kinds and members.
  ///   - step: when it draws.
  public init(seed: UInt64, entity: UInt32, step: UInt32 = 0) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    counter = SIMD4(0, 0, entity, step)
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let low = nextWord()
    let high = nextWord()
    return UInt64(high) << 32 | UInt64(low)
  }

  private mutating func nextWord() -> UInt32 {
    if used == 4 {
      buffer = CounterRandom.words(counter: counter, key: key)
      counter.x = counter.x &+ 1
      if counter.x == 0 { counter.y = counter.y &+ 1 }
      used = 0
    }
    defer { used += 1 }
    return buffer[used]
  }

  /// A number drawn uniformly from the open interval (0, 1).
  public mutating func uniform() -> Double {
    // The top 52 bits, shifted by half a step so that neither end can occur.
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }
}
