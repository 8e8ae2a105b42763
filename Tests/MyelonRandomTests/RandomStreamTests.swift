import Foundation
import MyelonRandom
import Testing

@Suite struct RandomStreamTests {
  /// Mean, variance, skewness and excess kurtosis of draws.
  private func moments(_ draws: [Double]) -> [Double] {
    let count = Double(draws.count)
    let mean = draws.reduce(0, +) / count
    func central(_ power: Double) -> Double { draws.reduce(0) { $0 + pow($1 - mean, power) } / count }
    let variance = central(2)
    return [mean, variance, central(3) / pow(variance, 1.5), central(4) / (variance * variance) - 3]
  }

  @Test(arguments: [1, 2, 3, 0xFFFF_FFFF_FFFF_FFFF] as [UInt64])
  func uniformDrawsHaveTheMomentsOfTheUniformDistribution(seed: UInt64) {
    var stream = RandomStream(seed: seed, entity: 7)
    let count = 100_000
    let draws = (0..<count).map { _ in stream.uniform() }
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    let found = moments(draws)
    // Standard errors: mean √(1/12n), variance √(1/180n), kurtosis about √(0.5/n); five of each.
    let root = Double(count).squareRoot()
    #expect(abs(found[0] - 0.5) < 5 * 0.2887 / root)
    #expect(abs(found[1] - 1.0 / 12) < 5 * 0.0745 / root)
    #expect(abs(found[2]) < 5 * 2.0 / root)
    #expect(abs(found[3] + 1.2) < 5 * 1.0 / root)
    // Kolmogorov and Smirnov's distance; 1.95 / √n has a chance of one in a thousand.
    let distance = draws.sorted().enumerated().map { index, value in
      max(abs(value - Double(index) / Double(count)), abs(value - Double(index + 1) / Double(count)))
    }.max()
    #expect((distance ?? 1) < 1.95 / root)
  }

  @Test(arguments: [1, 2, 3, 99] as [UInt64])
  func normalDrawsHaveTheMomentsOfTheNormalDistribution(seed: UInt64) {
    var stream = RandomStream(seed: seed, entity: 1, step: 5)
    let count = 100_000
    let draws = (0..<count).map { _ in stream.normal() }
    let found = moments(draws)
    // Standard errors 1, √2, √6 and √24 over √n; five of each.
    let root = Double(count).squareRoot()
    #expect(abs(found[0]) < 5 / root)
    #expect(abs(found[1] - 1) < 5 * 1.414 / root)
    #expect(abs(found[2]) < 5 * 2.449 / root)
    #expect(abs(found[3]) < 5 * 4.899 / root)
    let beyondTwo = Double(draws.filter { abs($0) > 2 }.count) / Double(count)
    #expect(abs(beyondTwo - 0.0455) < 5 * 0.2084 / root)
  }

  @Test func meanAndDeviationShiftAndScaleANormalDraw() {
    var plain = RandomStream(seed: 5, entity: 1)
    var moved = RandomStream(seed: 5, entity: 1)
    for _ in 0..<100 {
      #expect(moved.normal(mean: 3, deviation: 0.5) == 3 + 0.5 * plain.normal())
    }
  }

  @Test func logNormalDrawsHaveTheStatedMedianAndVariation() {
    var stream = RandomStream(seed: 11, entity: 2)
    let count = 100_000
    let draws = (0..<count).map { _ in stream.logNormal(median: 3, variation: 0.4) }.sorted()
    let found = moments(draws)
    #expect(draws[0] > 0)
    // Standard error of the median of ln x is 1.2533 σ / √n with σ = 0.385; five of them.
    #expect(abs(log(draws[count / 2] / 3)) < 5 * 1.2533 * 0.385 / Double(count).squareRoot())
    // The coefficient of variation's standard error is about 0.002 here (kurtosis 3 of the log-normal); five.
    #expect(abs(found[1].squareRoot() / found[0] - 0.4) < 0.01)
  }

  @Test func noVariationGivesTheMedian() {
    var stream = RandomStream(seed: 11, entity: 2)
    #expect(stream.logNormal(median: 3, variation: 0) == 3)
  }

  @Test func aStreamGivesTheSameNumbersWhateverElseWasDrawn() {
    func draws(_ entities: [UInt32]) -> [UInt32: [UInt64]] {
      var result: [UInt32: [UInt64]] = [:]
      for entity in entities {
        var stream = RandomStream(seed: 42, entity: entity, step: 3)
        result[entity] = (0..<10).map { _ in stream.next() }
      }
      return result
    }
    let entities = (0..<50).map(UInt32.init)
    #expect(draws(entities) == draws(entities.reversed()))
  }

  @Test func streamsOfDifferentSeedEntityOrStepShareNothing() {
    var seen = Set<UInt64>()
    var count = 0
    for seed in [0, 1, 1 << 32] as [UInt64] {
      for entity in [0, 1, 1 << 31] as [UInt32] {
        for step in [0, 1, 1 << 31] as [UInt32] {
          var stream = RandomStream(seed: seed, entity: entity, step: step)
          for _ in 0..<1000 {
            seen.insert(stream.next())
            count += 1
          }
        }
      }
    }
    // A chance collision among 27,000 numbers of 64 bits has probability 2e-11.
    #expect(seen.count == count)
  }

  @Test func neighbouringStreamsAreUncorrelated() {
    let count = 50_000
    var first = RandomStream(seed: 9, entity: 100)
    var second = RandomStream(seed: 9, entity: 101)
    let sum = (0..<count).reduce(0.0) { total, _ in total + first.normal() * second.normal() }
    #expect(abs(sum / Double(count)) < 5 / Double(count).squareRoot())
  }

  @Test func aCopiedStreamContinuesAlikeAndAPartWordIsKept() {
    var stream = RandomStream(seed: 3, entity: 3)
    _ = stream.next()
    var copy = stream
    #expect((0..<9).map { _ in stream.next() } == (0..<9).map { _ in copy.next() })
  }
}
