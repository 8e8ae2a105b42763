import MyelonFields
import MyelonTestSupport
import Testing

@Suite("Field sums")
struct FieldMathTests {
  @Test(
    "Sums are exact for numbers that Double can add exactly", arguments: [0, 1, 7, 8, 9, 32_768, 100_003])
  func exact(count: Int) {
    let values = (0..<count).map { Float($0 % 1000) }
    let weights = (0..<count).map { Float($0 % 3) * 0.5 }
    let plain = values.reduce(0.0) { $0 + Double($1) }
    let weighted = zip(values, weights).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let executor = SlabExecutor(threads: 2)
    #expect(FieldMath.sum(values, executor: executor) == plain)
    #expect(FieldMath.sum(values, weights: weights, executor: executor) == weighted)
  }

  @Test("The bits of a sum do not depend on the number of threads")
  func threads() {
    var random = SeededGenerator(seed: 2)
    let values = random.floats(300_001, in: -1...1)
    let weights = random.floats(300_001, in: 0...1)
    let one = SlabExecutor(threads: 1)
    let sums = (FieldMath.sum(values, executor: one), FieldMath.sum(values, weights: weights, executor: one))
    for threads in [2, 3, 7] {
      let executor = SlabExecutor(threads: threads)
      #expect(FieldMath.sum(values, executor: executor) == sums.0)
      #expect(FieldMath.sum(values, weights: weights, executor: executor) == sums.1)
    }
  }

  @Test("Extremes and the first bad value are found")
  func extremes() {
    var values: [Float] = [3, -2, 8, 0]
    values.withUnsafeBufferPointer {
      #expect(FieldMath.extremes($0).lowest == -2)
      #expect(FieldMath.extremes($0).highest == 8)
      #expect(FieldMath.firstNonFinite($0) == nil)
    }
    values[2] = .nan
    values.withUnsafeBufferPointer {
      #expect(FieldMath.extremes($0).lowest.isNaN)
      #expect(FieldMath.firstNonFinite($0) == 2)
    }
  }
}
