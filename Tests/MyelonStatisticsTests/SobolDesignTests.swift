import Foundation
import MyelonFields
import MyelonRandom
import MyelonStatistics
import Testing

@Suite struct SobolDesignTests {
  /// Ishigami & Homma 1990: sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ over [-π, π]³.
  static func ishigami(_ x: [Double]) -> Double {
    sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
  }

  private let angles: ParameterSpace
  private let unitCube: ParameterSpace

  init() throws {
    angles = try TestSpaces.cube(3, low: -.pi, high: .pi)
    unitCube = try TestSpaces.cube(8)
  }

  /// Sobol's g function, the product of (|4x - 2| + a) / (1 + a).
  static let gConstants = [0, 1, 4.5, 9, 99, 99, 99, 99]
  static func sobolG(_ x: [Double]) -> Double {
    zip(x, gConstants).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }

  private func outputs(_ design: SobolDesign, _ function: ([Double]) -> Double) -> [Double] {
    (0..<design.count).map { function(design.row($0)) }
  }

  /// Closed forms for Ishigami's function with a = 7, b = 0.1.
  static let closedIshigami: (first: [Double], total: [Double], variance: Double) = {
    let v1 = 0.5 * pow(1 + 0.1 * pow(Double.pi, 4) / 5, 2)
    let v2 = 49.0 / 8
    let v13 = 0.01 * pow(Double.pi, 8) * 8 / 225
    let v = v1 + v2 + v13
    return ([v1 / v, v2 / v, 0], [(v1 + v13) / v, v2 / v, v13 / v], v)
  }()

  @Test func theUnscrambledSampleIsTheOneOfSALib() throws {
    let design = try SobolDesign(space: angles, points: 64, withSecondOrder: true, scrambling: .none)
    let rows = [0, 9, 100, 511].flatMap { design.row($0) }
    for (found, expected) in zip(rows, SensitivityReferences.ishigamiRows) {
      #expect(abs(found - expected) < 1e-14)
    }
  }

  private func expectFigures(_ found: SobolIndices, _ first: [Double], _ total: [Double], _ pairs: [Double]) {
    for (index, expected) in first.enumerated() { #expect(abs(found.first[index].value - expected) < 1e-10) }
    for (index, expected) in total.enumerated() { #expect(abs(found.total[index].value - expected) < 1e-10) }
    #expect(found.pairs.count == pairs.count)
    for (pair, expected) in zip(found.pairs, pairs) { #expect(abs(pair.index.value - expected) < 1e-10) }
  }

  @Test func theEstimatorsGiveTheFiguresOfSALib() throws {
    typealias Reference = SensitivityReferences
    let ishigami = try SobolDesign(space: angles, points: 64, withSecondOrder: true, scrambling: .none)
    expectFigures(
      try ishigami.indices(from: outputs(ishigami, Self.ishigami)), Reference.ishigamiFirst,
      Reference.ishigamiTotal, Reference.ishigamiPairs)
    let g = try SobolDesign(space: unitCube, points: 32, withSecondOrder: true, scrambling: .none)
    expectFigures(
      try g.indices(from: outputs(g, Self.sobolG)), Reference.sobolGFirst, Reference.sobolGTotal,
      Reference.sobolGPairs)
    // Numbers that no function made: nothing cancels by symmetry.
    let arbitrary = try SobolDesign(space: angles, points: 8, withSecondOrder: true, scrambling: .none)
    expectFigures(
      try arbitrary.indices(from: Reference.arbitraryOutputs), Reference.arbitraryFirst,
      Reference.arbitraryTotal, Reference.arbitraryPairs)
  }

  @Test func bootstrapIntervalsAreAsWideAsThoseOfSALib() throws {
    typealias Reference = SensitivityReferences
    let design = try SobolDesign(space: angles, points: 1024, withSecondOrder: true, scrambling: .none)
    let bootstrap = try Bootstrap(replicates: 2000, seed: 1)
    let found = try design.indices(
      from: outputs(design, Self.ishigami), bootstrap: bootstrap, executor: SlabExecutor(threads: 2))
    for factor in 0..<3 {
      #expect(abs(found.first[factor].value - Reference.ishigamiFirst1024[factor]) < 1e-10)
      #expect(abs(found.total[factor].value - Reference.ishigamiTotal1024[factor]) < 1e-10)
      // SALib gives 1.96 standard errors of 2000 resamples: each known to 1.6 %; five of that for two.
      let first = 1.959964 * found.first[factor].standardError / Reference.ishigamiFirstHalfWidths[factor]
      let total = 1.959964 * found.total[factor].standardError / Reference.ishigamiTotalHalfWidths[factor]
      #expect(abs(first - 1) < 0.12)
      #expect(abs(total - 1) < 0.12)
    }
  }

  @Test func ishigamisClosedFormsAreMet() throws {
    let design = try SobolDesign(
      space: angles, points: 4096, withSecondOrder: true, scrambling: .owen(seed: 2))
    let found = try design.indices(
      from: outputs(design, Self.ishigami), bootstrap: try Bootstrap(replicates: 300, seed: 1),
      executor: SlabExecutor(threads: 2))
    let closed = Self.closedIshigami
    for factor in 0..<3 {
      #expect(abs(found.first[factor].value - closed.first[factor]) < 0.01)
      #expect(abs(found.total[factor].value - closed.total[factor]) < 0.01)
      #expect(found.total[factor].low <= found.total[factor].value)
    }
    #expect(abs(found.variance / closed.variance - 1) < 0.01)
    #expect(abs(found.mean - 3.5) < 0.02)
    // Only x₁ and x₃ interact.
    let interactions = [0, closed.total[2], 0]
    for (pair, expected) in zip(found.pairs, interactions) {
      #expect(abs(pair.index.value - expected) < 0.02)
    }
    #expect(found.ranking == [0, 1, 2])
  }

  @Test func theClosedFormsOfSobolsGFunctionAreMet() throws {
    let design = try SobolDesign(space: unitCube, points: 4096, scrambling: .owen(seed: 5))
    let found = try design.indices(
      from: outputs(design, Self.sobolG), bootstrap: try Bootstrap(replicates: 200, seed: 1),
      executor: SlabExecutor(threads: 2))
    let parts = Self.gConstants.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
    for factor in parts.indices {
      let first = parts[factor] / variance
      let total = parts[factor] * (variance + 1) / (1 + parts[factor]) / variance
      #expect(abs(found.first[factor].value - first) < 0.01)
      #expect(abs(found.total[factor].value - total) < 0.01)
    }
  }

  @Test func intervalsShrinkAsTheSampleGrows() throws {
    let design = try SobolDesign(space: angles, points: 2048, scrambling: .owen(seed: 3))
    let steps = try design.convergence(
      from: outputs(design, Self.ishigami), bootstrap: try Bootstrap(replicates: 300, seed: 1),
      executor: SlabExecutor(threads: 2))
    #expect(steps.map(\.points) == [16, 32, 64, 128, 256, 512, 1024, 2048])
    // Random points would shrink intervals by √128 = 11.
    #expect(steps[7].largestHalfWidth < steps[0].largestHalfWidth / 5)
    let closed = Self.closedIshigami.total
    let off = steps.map { step in (0..<3).map { abs(step.total[$0].value - closed[$0]) }.max() ?? 1 }
    #expect(off[7] < 0.02)
    #expect(off[7] < off[0])
  }

  @Test func somePointsAloneGiveWhatAFirstHalfGives() throws {
    let design = try SobolDesign(
      space: angles, points: 64, withSecondOrder: true, scrambling: .owen(seed: 3))
    let half = try SobolDesign(
      space: angles, points: 32, withSecondOrder: true, scrambling: .owen(seed: 3))
    let bootstrap = try Bootstrap(replicates: 50, seed: 1)
    let executor = SlabExecutor(threads: 1)
    var values = outputs(design, Self.ishigami)
    let expected = try half.indices(
      from: Array(values.prefix(half.count)), bootstrap: bootstrap, executor: executor)
    values[half.count + 3] = .infinity
    #expect(
      try design.indices(ofUnits: Array(0..<32), from: values, bootstrap: bootstrap, executor: executor)
        == expected)
    #expect(throws: StatisticsError.self) {
      try design.indices(ofUnits: Array(0..<33), from: values, bootstrap: bootstrap, executor: executor)
    }
  }

  @Test func groupsOfParametersActAsOne() throws {
    let factors = try SensitivityFactors(groups: ["a", "b", "a"], of: angles)
    let design = try SobolDesign(
      space: angles, factors: factors, points: 2048, scrambling: .owen(seed: 11))
    #expect(design.count == 2048 * 4)
    let found = try design.indices(from: outputs(design, Self.ishigami))
    let second = Self.closedIshigami.first[1]
    // x₁ and x₃ together explain everything that x₂ does not, and do not interact with it.
    #expect(found.factors == ["a", "b"])
    #expect(abs(found.first[0].value - (1 - second)) < 0.02)
    #expect(abs(found.total[0].value - (1 - second)) < 0.02)
    #expect(abs(found.total[1].value - second) < 0.02)
  }

  @Test func theSameBitsComeFromAnyNumberOfThreads() throws {
    let design = try SobolDesign(
      space: angles, points: 64, withSecondOrder: true, scrambling: .owen(seed: 1))
    let values = outputs(design, Self.ishigami)
    let bootstrap = try Bootstrap(replicates: 100, seed: 7)
    let one = try design.indices(from: values, bootstrap: bootstrap, executor: SlabExecutor(threads: 1))
    for threads in [2, 3, 8] {
      #expect(
        try design.indices(from: values, bootstrap: bootstrap, executor: SlabExecutor(threads: threads))
          == one)
    }
  }

  @Test func aDesignSurvivesStorageAndGivesTheSameRows() throws {
    let design = try SobolDesign(
      space: unitCube, points: 16, withSecondOrder: true, scrambling: .owen(seed: .max))
    let read = try JSONDecoder().decode(SobolDesign.self, from: JSONEncoder().encode(design))
    #expect(read.count == design.count)
    #expect((0..<design.count).allSatisfy { read.row($0) == design.row($0) })
  }

  @Test func badOutputsAreRefusedWithTheirPlace() throws {
    let design = try SobolDesign(space: angles, points: 8, scrambling: .owen(seed: 1))
    var values = outputs(design, Self.ishigami)
    values[17] = .nan
    #expect(throws: StatisticsError.notFinite(what: "Outputs", index: 17)) {
      try design.indices(from: values)
    }
    #expect(throws: StatisticsError.lengthMismatch(what: "outputs", required: 40, found: 3)) {
      try design.indices(from: [1, 2, 3])
    }
    #expect(throws: StatisticsError.noVariation(what: "Outputs")) {
      try design.indices(from: [Double](repeating: 1, count: 40))
    }
    #expect(throws: StatisticsError.self) {
      try SobolDesign(space: angles, points: 100, scrambling: .none)
    }
    let many = try ParameterSpace((0..<556).map { ("p\($0)", Marginal.uniform(low: 0, high: 1)) })
    #expect(throws: StatisticsError.self) { try SobolDesign(space: many, points: 8, scrambling: .none) }
  }
}
