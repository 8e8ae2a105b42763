import Foundation
import MyelonRandom
import Testing

@Suite struct LatinHypercubeTests {
  @Test(arguments: [true, false])
  func everyCellOfEveryCoordinateHoldsOnePoint(centred: Bool) {
    let cube = LatinHypercube(points: 97, dimensions: 30, seed: 5, centred: centred)
    for dimension in 0..<30 {
      let cells = Set((0..<97).map { Int(cube.point($0)[dimension] * 97) })
      #expect(cells.count == 97)
      #expect((0..<97).allSatisfy { cube.point($0)[dimension] > 0 && cube.point($0)[dimension] < 1 })
    }
  }

  @Test func dimensionsAreNotCorrelated() {
    let cube = LatinHypercube(points: 2000, dimensions: 6, seed: 1)
    for first in 0..<6 {
      for second in (first + 1)..<6 {
        let products = (0..<2000).map { (cube.point($0)[first] - 0.5) * (cube.point($0)[second] - 0.5) }
        // Standard error of the correlation 1/√n; five of them.
        #expect(abs(products.reduce(0, +) / 2000 * 12) < 5 / 2000.0.squareRoot())
      }
    }
  }

  @Test func sumsOfSingleCoordinatesAreIntegratedFarBetterThanByRandomPoints() {
    let errors = (0..<50).map { seed in
      let cube = LatinHypercube(points: 100, dimensions: 5, seed: UInt64(seed))
      return (0..<100).map { cube.point($0).reduce(0) { $0 + $1 * $1 } }.reduce(0, +) / 100 - 5.0 / 3
    }
    let root = (errors.reduce(0) { $0 + $1 * $1 } / 50).squareRoot()
    // Random points: √(5 · 4/45) / 10 = 0.067. Stratified in each cell: the error of a cell is 2x/(n √12).
    #expect(root < 0.003)
  }

  @Test func aDimensionDoesNotDependOnHowManyThereAre() {
    let few = LatinHypercube(points: 10, dimensions: 2, seed: 8)
    let many = LatinHypercube(points: 10, dimensions: 9, seed: 8)
    for point in 0..<10 { #expect(few.point(point)[1] == many.point(point)[1]) }
  }

  @Test func indicesBelowACountAreUniformAndPermutationsComplete() {
    var stream = RandomStream(seed: 4, entity: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[stream.index(below: 7)] += 1 }
    // Chi-square with 6 degrees of freedom; 22.5 has a chance of one in a thousand.
    let statistic = counts.reduce(0) { $0 + pow(Double($1) - 10_000, 2) / 10_000 }
    #expect(statistic < 22.5)
    #expect(stream.permutation(count: 100).sorted() == Array(0..<100))
    #expect(stream.permutation(count: 0).isEmpty)
    // All six orders of three occur about equally often (5 degrees of freedom, one in a thousand at 20.5).
    var orders: [[Int]: Int] = [:]
    for _ in 0..<6000 { orders[stream.permutation(count: 3), default: 0] += 1 }
    #expect(orders.count == 6)
    #expect(orders.values.reduce(0) { $0 + pow(Double($1) - 1000, 2) / 1000 } < 20.5)
  }
}
