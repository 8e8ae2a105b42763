import Foundation
import MyelonRandom
import Testing

@testable import MyelonStatistics

@Suite struct PerturbationKernelTests {
  private let centres = [
    [0.3, -1.0, 0.5], [1.2, 0.4, -0.2], [-0.4, 0.1, 0.9], [0.8, 0.7, 0.2], [0.1, -0.3, -0.6],
  ]
  private let weights = [0.3, 0.1, 0.25, 0.05, 0.3]

  /// Prior over proposal averages to one over the proposal: true only if both densities are normalised.
  @Test(arguments: [true, false])
  func weightsAverageToOne(isMultivariate: Bool) {
    // Twice the covariance and more, so that the kernel's tails are as wide as the prior's and the average settles.
    let kernel = PerturbationKernel(
      centres: centres, weights: weights, isMultivariate: isMultivariate, inflation: 6)
    var sum = 0.0
    var squares = 0.0
    let count = 200_000
    for draw in 0..<count {
      var stream = RandomStream(seed: 5, entity: UInt32(draw))
      let weight = exp(kernel.logWeight(kernel.draw(&stream)))
      sum += weight
      squares += weight * weight
    }
    let mean = sum / Double(count)
    let error = ((squares / Double(count) - mean * mean) / Double(count)).squareRoot()
    #expect(error < 0.01)
    #expect(abs(mean - 1) < 5 * error)
  }

  @Test func drawsHaveTheMomentsOfTheMixture() {
    let kernel = PerturbationKernel(centres: centres, weights: weights, isMultivariate: true, inflation: 2)
    let count = 100_000
    var draws: [[Double]] = []
    for draw in 0..<count {
      var stream = RandomStream(seed: 6, entity: UInt32(draw))
      draws.append(kernel.draw(&stream))
    }
    func weighted(_ value: ([Double]) -> Double) -> Double {
      zip(centres, weights).reduce(0) { $0 + $1.1 * value($1.0) }
    }
    func drawn(_ value: ([Double]) -> Double) -> Double { draws.reduce(0) { $0 + value($1) } / Double(count) }
    for row in 0..<3 {
      #expect(abs(drawn { $0[row] } - weighted { $0[row] }) < 0.02)
      for column in 0...row {
        let means = (weighted { $0[row] }, weighted { $0[column] })
        let covariance = weighted { ($0[row] - means.0) * ($0[column] - means.1) }
        let found = drawn { ($0[row] - means.0) * ($0[column] - means.1) }
        // Population once for the choice of a centre, twice for the kernel.
        #expect(abs(found - 3 * covariance) < 0.05)
      }
    }
  }

  @Test func aPopulationOnALineStillMoves() {
    let line = (0..<10).map { [Double($0), 2 * Double($0), 3] }
    let kernel = PerturbationKernel(
      centres: line, weights: [Double](repeating: 0.1, count: 10), isMultivariate: true, inflation: 2)
    var stream = RandomStream(seed: 1, entity: 1)
    let draws = (0..<100).map { _ in kernel.draw(&stream) }
    #expect(draws.allSatisfy { $0.allSatisfy(\.isFinite) })
    #expect(draws.allSatisfy { kernel.logWeight($0).isFinite })
    #expect(Set(draws.map { $0[0] }).count == 100)
  }
}
