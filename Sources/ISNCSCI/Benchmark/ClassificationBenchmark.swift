/// A fixed amount of classification work, for measuring speed and for checking that a build gives the same results.
///
/// The examinations are made beforehand; `run` only classifies. The caller holds the clock:
///
/// ```swift
/// let work = ClassificationBenchmark(count: 20_000, untested: 5)
/// let elapsed = ContinuousClock().measure { _ = work.run() }
/// let rate = Double(work.examinations.count) / (elapsed / .seconds(1))
/// ```
public struct ClassificationBenchmark: Sendable {
  /// The examinations to classify.
  public let examinations: [Examination]

  /// Makes the work.
  ///
  /// - Parameters:
  ///   - count: How many examinations; any number from 0.
  ///   - untested: The largest number of untested items in an examination; 0 for none.
  ///   - seed: Chooses the examinations; the same seed gives the same ones on every machine.
  public init(count: Int, untested: Int = 0, seed: UInt64 = 1) {
    var random = BenchmarkGenerator(state: seed)
    examinations = (0..<max(0, count)).map { _ in random.examination(untested: untested) }
  }

  /// Classifies every examination once.
  ///
  /// - Returns: A checksum over all outputs; it depends on nothing but `examinations`.
  @inline(never)
  public func run() -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for examination in examinations {
      let result = examination.classified()
      for bits in [
        result.right.sensoryLevel.bits, result.left.motorLevel.bits, result.neurologicalLevel.bits,
        result.impairmentScale.bits, result.right.motorZone.bits, result.left.sensoryZone.bits,
        UInt32(result.totals.motor.value ?? 101),
      ] {
        sum = (sum ^ UInt64(bits)) &* 0x100_0000_01B3  // FNV-1a
      }
    }
    return sum
  }
}
