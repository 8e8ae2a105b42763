import Foundation
import MyelonRandom
import Testing

@Suite struct SobolSequenceTests {
  @Test func theFirstPointsAreThePublishedOnes() throws {
    let sequence = try SobolSequence(dimensions: 6)
    // scipy.stats.qmc.Sobol(6, scramble=False), SciPy 1.17.1, points 0 to 3.
    #expect(sequence.point(0) == [0, 0, 0, 0, 0, 0])
    #expect(sequence.point(1) == [0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
    #expect(sequence.point(2) == [0.75, 0.25, 0.25, 0.25, 0.75, 0.75])
    #expect(sequence.point(3) == [0.25, 0.75, 0.75, 0.75, 0.25, 0.25])
  }

  @Test func highDimensionsHaveThePublishedDirectionNumbers() throws {
    let sequence = try SobolSequence(dimensions: 1111)
    // Point, dimension, coordinate x 2^32 from scipy.stats.qmc.Sobol(1111, scramble=False, bits=32), SciPy 1.17.1.
    let published: [(Int, Int, Double)] = [
      (5, 4, 3_758_096_384), (100, 7, 2_046_820_352), (777, 499, 1_379_926_016), (1000, 1110, 1_589_641_216),
      (513, 800, 2_537_553_920),
    ]
    for (point, dimension, word) in published {
      #expect(sequence.coordinate(point: point, dimension: dimension) * 0x1p32 == word)
    }
  }

  @Test(arguments: [SobolScrambling.none, .digitalShift(seed: 3), .owen(seed: 4)])
  func everyCoordinateOfAPowerOfTwoOfPointsFillsItsCells(scrambling: SobolScrambling) throws {
    let sequence = try SobolSequence(dimensions: 1111, scrambling: scrambling)
    for dimension in [0, 1, 2, 17, 200, 555, 1110] {
      var cells = [Int](repeating: 0, count: 256)
      for point in 0..<256 { cells[Int(sequence.coordinate(point: point, dimension: dimension) * 256)] += 1 }
      #expect(cells.allSatisfy { $0 == 1 }, "dimension \(dimension)")
    }
  }

  /// Dimensions 1 and 2 are a (0, m, 2)-net: every dyadic rectangle of area 2^-m holds one of 2^m points.
  @Test(arguments: [SobolScrambling.none, .digitalShift(seed: 1), .owen(seed: 1), .owen(seed: 2)])
  func theFirstPairIsANetWithParameterZero(scrambling: SobolScrambling) throws {
    let sequence = try SobolSequence(dimensions: 2, scrambling: scrambling)
    let m = 8
    let points = (0..<(1 << m)).map { sequence.point($0) }
    for first in 0...m {
      let columns = Double(1 << first)
      let rows = Double(1 << (m - first))
      let boxes = Set(points.map { Int($0[0] * columns) * (1 << (m - first)) + Int($0[1] * rows) })
      #expect(boxes.count == 1 << m, "\(1 << first) columns")
    }
  }

  @Test func owenScramblingDependsOnTheDigitsBefore() throws {
    // A digital shift keeps differences digit by digit; nested scrambling must not.
    let plain = try SobolSequence(dimensions: 1)
    let shifted = try SobolSequence(dimensions: 1, scrambling: .digitalShift(seed: 9))
    let nested = try SobolSequence(dimensions: 1, scrambling: .owen(seed: 9))
    func word(_ sequence: SobolSequence, _ point: Int) -> UInt64 {
      UInt64(sequence.coordinate(point: point, dimension: 0) * 0x1p32)
    }
    let shifts = Set((0..<64).map { word(plain, $0) ^ word(shifted, $0) })
    let flips = Set((0..<64).map { word(plain, $0) ^ word(nested, $0) })
    #expect(shifts.count == 1)
    #expect(flips.count > 60)
  }

  /// Two points that share their first digits keep sharing them; all later digits are flipped independently.
  @Test func digitsBelowTheFirstDifferenceAreFlippedIndependently() throws {
    let plain = try SobolSequence(dimensions: 1)
    func digits(_ sequence: SobolSequence, _ point: Int) -> UInt32 {
      UInt32(sequence.coordinate(point: point, dimension: 0) * 0x1p32)
    }
    let seeds = 1000
    for (first, second) in [(0, 1), (0, 3), (1, 2), (0, 64), (5, 600)] {
      let common = (digits(plain, first) ^ digits(plain, second)).leadingZeroBitCount
      var agreements = [Int](repeating: 0, count: 32)
      for seed in 0..<seeds {
        let scrambled = try SobolSequence(dimensions: 1, scrambling: .owen(seed: UInt64(seed)))
        let flips = digits(plain, first) ^ digits(scrambled, first)
        let others = digits(plain, second) ^ digits(scrambled, second)
        for digit in 0..<32 where (flips ^ others) >> UInt32(31 - digit) & 1 == 0 { agreements[digit] += 1 }
      }
      for digit in 0..<32 {
        // One node of the tree up to the first difference, two after it: 500 of 1000, standard deviation 15.8, five.
        if digit <= common {
          #expect(agreements[digit] == seeds)
        } else {
          #expect(abs(agreements[digit] - seeds / 2) < 80, "points \(first) and \(second), digit \(digit)")
        }
      }
    }
  }

  @Test func scrambledPointsAreUniform() throws {
    // One point of each of 4000 scramblings: Kolmogorov and Smirnov's distance, one in a thousand.
    for index in [0, 1, 77] {
      let draws = try (0..<4000).map { seed in
        try SobolSequence(dimensions: 3, scrambling: .owen(seed: UInt64(seed)))
          .coordinate(point: index, dimension: 2)
      }.sorted()
      let distance = draws.enumerated().map { place, value in
        max(abs(value - Double(place) / 4000), abs(value - Double(place + 1) / 4000))
      }.max()
      #expect((distance ?? 1) < 1.95 / 4000.0.squareRoot())
    }
  }

  /// Root mean square error of the mean of a smooth product over 32 seeds.
  private func error(points: Int, _ sample: (UInt64, Int) -> [Double]) -> Double {
    var square = 0.0
    for seed in 0..<32 {
      var sum = 0.0
      for point in 0..<points {
        sum += sample(UInt64(seed), point).reduce(1) { $0 * (1 + 0.5 * ($1 * exp($1) - 1)) }
      }
      // The integral of x exp x over [0, 1] is 1, so the product has mean 1.
      let off = sum / Double(points) - 1
      square += off * off
    }
    return (square / 32).squareRoot()
  }

  @Test(arguments: [1, 4])
  func theErrorOfAMeanFallsAtTheOrderOfEachMethod(dimensions: Int) throws {
    let owen = try (0..<32).map {
      try SobolSequence(dimensions: dimensions, scrambling: .owen(seed: UInt64($0)))
    }
    func order(_ sample: (UInt64, Int) -> [Double]) -> Double {
      log2(error(points: 64, sample) / error(points: 4096, sample)) / 6
    }
    let scrambled = order { owen[Int($0)].point($1) }
    let random = order { seed, point in
      var stream = RandomStream(seed: seed, entity: UInt32(point))
      return (0..<dimensions).map { _ in stream.uniform() }
    }
    // Owen 1997: n^-3/2 (log n)^((d-1)/2), so between 64 and 4096 points 3/2 - (d - 1) / 12; random points 1/2. A root
    // mean square over 32 seeds is known to 12 %, an order over six doublings to 0.042: five of them.
    #expect(abs(scrambled - (1.5 - Double(dimensions - 1) / 12)) < 0.21)
    #expect(abs(random - 0.5) < 0.21)
  }

  @Test func tooManyDimensionsAreRefused() {
    #expect(throws: SobolSequenceError.dimensions(found: 1112, most: 1111)) {
      try SobolSequence(dimensions: 1112)
    }
    #expect(throws: SobolSequenceError.dimensions(found: 0, most: 1111)) { try SobolSequence(dimensions: 0) }
  }
}
