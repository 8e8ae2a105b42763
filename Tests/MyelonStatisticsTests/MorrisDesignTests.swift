import Foundation
import MyelonFields
import MyelonStatistics
import Testing

@Suite struct MorrisDesignTests {
  private let cube: ParameterSpace

  init() throws { cube = try TestSpaces.cube(5) }

  private static let kinds: [MorrisDesign.Kind] = [
    .radial, .trajectories(levels: 4, candidates: 10), .trajectories(levels: 8, candidates: 60),
  ]

  @Test func theEffectsOfSALibsTrajectoriesAreThoseOfSALib() throws {
    typealias Reference = SensitivityReferences
    var points = DenseMatrix(rows: 24, columns: 3)
    points.elements = Reference.morrisPoints
    let effects = try MorrisDesign.effects(points: points, outputs: Reference.morrisOutputs, radial: false)
    for parameter in 0..<3 {
      let values = effects[parameter]
      let mean = values.reduce(0, +) / 6
      let size = values.reduce(0) { $0 + abs($1) } / 6
      let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5).squareRoot()
      #expect(abs(mean - Reference.morrisMean[parameter]) < 1e-10)
      #expect(abs(size - Reference.morrisMeanSize[parameter]) < 1e-10)
      #expect(abs(deviation - Reference.morrisDeviation[parameter]) < 1e-10)
    }
  }

  @Test(arguments: kinds)
  func aLinearFunctionHasItsSlopesAsEffects(kind: MorrisDesign.Kind) throws {
    let slopes = [3.0, -2, 0, 0.5, 10]
    let design = try MorrisDesign(space: cube, blocks: 10, kind: kind, seed: 3)
    #expect(design.count == 60)
    let outputs = (0..<design.count).map { row in zip(design.row(row), slopes).reduce(1) { $0 + $1.0 * $1.1 }
    }
    let found = try design.indices(from: outputs)
    for parameter in 0..<5 {
      #expect(abs(found.mean[parameter].value - slopes[parameter]) < 1e-6)
      #expect(abs(found.meanSize[parameter].value - abs(slopes[parameter])) < 1e-6)
      #expect(found.deviation[parameter] < 1e-5)
    }
    #expect(found.ranking == [4, 0, 1, 3, 2])
  }

  @Test(arguments: kinds)
  func anInteractionShowsInTheDeviation(kind: MorrisDesign.Kind) throws {
    let design = try MorrisDesign(space: cube, blocks: 10, kind: kind, seed: 4)
    let outputs = (0..<design.count).map { row in
      let x = design.row(row)
      return x[0] + 4 * (x[1] - 0.5) * (x[2] - 0.5)
    }
    let found = try design.indices(from: outputs)
    #expect(found.deviation[0] < 1e-6)
    #expect(found.deviation[1] > 0.3)
    #expect(found.deviation[2] > 0.3)
    #expect(found.meanSize[3].value == 0)
    // Effects of an interaction change sign: their mean is smaller than their mean size.
    #expect(abs(found.mean[1].value) < found.meanSize[1].value)
  }

  @Test(arguments: kinds)
  func everyRunStaysInTheCubeAndChangesOneParameter(kind: MorrisDesign.Kind) throws {
    let design = try MorrisDesign(space: cube, blocks: 10, kind: kind, seed: 9)
    for row in 0..<design.count {
      #expect(design.point(row).allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
      let block = row / 6
      guard row % 6 > 0 else { continue }
      let before = design.point(kind == .radial ? block * 6 : row - 1)
      #expect(zip(before, design.point(row)).filter { $0 != $1 }.count == 1)
    }
  }

  @Test func chosenTrajectoriesLieFartherApartThanTheFirstOnes() throws {
    func spread(_ candidates: Int) throws -> Double {
      let design = try MorrisDesign(
        space: cube, blocks: 6, kind: .trajectories(levels: 4, candidates: candidates), seed: 1)
      var total = 0.0
      for first in 0..<design.count {
        for second in (first + 1)..<design.count where first / 6 != second / 6 {
          total += zip(design.point(first), design.point(second)).reduce(0) {
            $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
          }
          .squareRoot()
        }
      }
      return total
    }
    #expect(try spread(200) > 1.03 * spread(6))
  }

  @Test(arguments: kinds)
  func someBlocksAloneGiveTheirOwnEffects(kind: MorrisDesign.Kind) throws {
    let design = try MorrisDesign(space: cube, blocks: 10, kind: kind, seed: 6)
    var outputs = (0..<design.count).map { row in
      let x = design.row(row)
      return x[0] + 2 * x[1] * x[2] - x[3] * x[3]
    }
    let bootstrap = try Bootstrap(replicates: 50, seed: 1)
    let executor = SlabExecutor(threads: 1)
    let whole = try design.indices(from: outputs, bootstrap: bootstrap, executor: executor)
    #expect(design.units == 10 && design.runsPerUnit == 6)
    #expect(
      try design.indices(ofUnits: Array(0..<10), from: outputs, bootstrap: bootstrap, executor: executor)
        == whole)
    // What stands in other blocks is not looked at.
    for block in [0, 3] { outputs[block * 6 + 2] = .nan }
    let units = [1, 2, 4, 5, 6, 7, 8, 9]
    let part = try design.indices(ofUnits: units, from: outputs, bootstrap: bootstrap, executor: executor)
    for (effects, all) in zip(part.effects, whole.effects) { #expect(effects == units.map { all[$0] }) }
    for (units, count) in [([1], 1), ([1, 1], 2), ([1, 10], 2), ([0, 1], 2)] {
      #expect(throws: StatisticsError.self, "\(units) of \(count)") {
        try design.indices(ofUnits: units, from: outputs, bootstrap: bootstrap, executor: executor)
      }
    }
  }

  @Test func aDesignSurvivesStorageAndBadNumbersAreRefused() throws {
    let design = try MorrisDesign(space: cube, blocks: 4, kind: .radial, seed: 2)
    let read = try JSONDecoder().decode(MorrisDesign.self, from: JSONEncoder().encode(design))
    #expect((0..<design.count).allSatisfy { read.row($0) == design.row($0) })
    #expect(throws: StatisticsError.self) {
      try MorrisDesign(space: cube, blocks: 4, kind: .trajectories(levels: 3, candidates: 4), seed: 1)
    }
    #expect(throws: StatisticsError.self) {
      try MorrisDesign(space: cube, blocks: 4, kind: .trajectories(levels: 4, candidates: 3), seed: 1)
    }
    #expect(throws: StatisticsError.tooFew(what: "blocks", required: 2, found: 1)) {
      try MorrisDesign(space: cube, blocks: 1, seed: 1)
    }
    var points = DenseMatrix(rows: 3, columns: 2)
    points.elements = [0, 0, 0.5, 0.5, 1, 0.5]
    #expect(throws: StatisticsError.self) {
      try MorrisDesign.effects(points: points, outputs: [1, 2, 3], radial: false)
    }
  }
}
