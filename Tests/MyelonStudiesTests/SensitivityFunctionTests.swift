import Foundation
import MyelonStatistics
import Testing

@testable import MyelonStudies

/// The whole path, from a plan through database and ensemble to indices, on functions with known answers.
@Suite struct SensitivityFunctionTests {
  typealias Known = KnownFunctions
  let folder: Folder

  init() throws { folder = try Folder() }

  /// Figures of SALib 1.6.0 (sample.sobol, analyze.sobol, unscrambled, numpy 2.4.6), as in the tests of MyelonStatistics.
  private static let salibIshigami: (first: [Double], total: [Double], pairs: [Double]) = (
    [0.2927412857573365, 0.6089431308141573, -0.024523686533122133],
    [0.5759383396698099, 0.4605274695503907, 0.19280110990916816],
    [-0.1215793922206404, 0.26569720745754827, -0.12016878525999887]
  )

  /// The same for Sobol's g function, 32 points.
  private static let salibG: (first: [Double], total: [Double]) = (
    [
      0.47734250540799655, 0.11178459989500122, -0.036541351221477135, 0.012905570715427512,
      0.0017771729898292553, 0.0004919908531037416, 0.0002527675858136437, -0.0008982088044604866,
    ],
    [
      0.5392930868565886, 0.162297411150175, 0.02027380843899866, 0.005321427616614357,
      5.6941253404133366e-05,
      5.800567898668379e-05, 5.780795312714003e-05, 3.422423830549671e-05,
    ]
  )

  private func sobol(_ points: Int, pairs: Bool = false, scrambled: Bool = true) -> SensitivityScheme {
    SensitivityScheme(method: .sobol(points: points, withSecondOrder: pairs), isScrambled: scrambled)
  }

  private func expect(_ finding: SensitivityFinding, _ first: [Double], _ total: [Double]) {
    for index in first.indices {
      let row = finding.row("x\(index + 1)")
      #expect(abs((row?.direct.value ?? .nan) - first[index]) < 1e-10, "first of x\(index + 1)")
      #expect(abs((row?.importance.value ?? .nan) - total[index]) < 1e-10, "total of x\(index + 1)")
    }
  }

  @Test("A study of an unscrambled sample gives SALib's figures for Ishigami's and Sobol's g function")
  func salib() throws {
    let ishigami = try SensitivityStudy.finished(
      folder.file("i.db"), Known.model(Known.angles) { [Known.ishigami($0.values)] }, Known.angles,
      sobol(64, pairs: true, scrambled: false))
    let found = try ishigami.finding()
    expect(found, Self.salibIshigami.first, Self.salibIshigami.total)
    for (pair, expected) in zip([("x1", "x2"), ("x1", "x3"), ("x2", "x3")], Self.salibIshigami.pairs) {
      let index = found.pairs.first { $0.first == pair.0 && $0.second == pair.1 }?.index.value
      #expect(abs((index ?? .nan) - expected) < 1e-10, "\(pair)")
    }
    let cube = Known.parameters(8, 0...1)
    let g = try SensitivityStudy.finished(
      folder.file("g.db"), Known.model(cube) { [Known.sobolG($0.values)] }, cube,
      sobol(32, pairs: true, scrambled: false))
    expect(try g.finding(), Self.salibG.first, Self.salibG.total)
  }

  @Test("Scrambled studies meet the closed forms of both functions within their own sampling errors")
  func closedForms() throws {
    let cube = Known.parameters(8, 0...1)
    let cases = [
      (Known.angles, Known.ishigami, Known.closedIshigami, 256), (cube, Known.sobolG, Known.closedG, 128),
    ]
    for (number, (parameters, function, closed, points)) in cases.enumerated() {
      let study = try SensitivityStudy.finished(
        folder.file("\(number).db"), Known.model(parameters) { [function($0.values)] }, parameters,
        sobol(points))
      let finding = try study.finding(replicates: 300)
      #expect(finding.used == points && finding.steps.map(\.planned) == [points / 4, points / 2, points])
      for (index, first) in closed.first.enumerated() {
        let row = try #require(finding.row("x\(index + 1)"))
        // Four standard errors of the bootstrap, which for a low-discrepancy sample are too wide rather than too narrow.
        #expect(abs(row.direct.value - first) < 4 * row.direct.standardError + 1e-4, "first of x\(index + 1)")
        #expect(
          abs(row.importance.value - closed.total[index]) < 4 * row.importance.standardError + 1e-4,
          "total of x\(index + 1)")
        #expect(row.importance.standardError < 0.12)
      }
    }
  }

  @Test(
    "Trajectories on four levels give the elementary effects of Ishigami's function that the levels allow")
  func morris() throws {
    let scheme = SensitivityScheme(
      method: .morris(blocks: 100, kind: .trajectories(levels: 4, candidates: 100)))
    let study = try SensitivityStudy.finished(
      folder.file("m.db"), Known.model(Known.angles) { [Known.ishigami($0.values)] }, Known.angles, scheme)
    let finding = try study.finding()
    // Levels are -π, -π/3, π/3, π and the step 2/3: sin² goes from 0 to 3/4 or back, 7 (3/4) / (2/3).
    let second = try #require(finding.row("x2"))
    #expect(abs(second.importance.value - 7.875) < 1e-9)
    #expect(abs(second.importance.high - second.importance.low) < 1e-9)
    // sin x1 rises by √3/2 upwards; x3⁴ is π⁴ or (π/3)⁴, each half of the time.
    let rise: Double = 1.5 * 3.0.squareRoot() / 2
    let (inner, outer): (Double, Double) = (0.1 * pow(.pi / 3, 4), 0.1 * pow(.pi, 4))
    let (low, high) = (rise * (1 + inner), rise * (1 + outer))
    let first = try #require(finding.row("x1"))
    // Four standard errors of a hundred draws of two values.
    let error: Double = (high - low) / 2 / 10
    #expect(abs(first.importance.value - (low + high) / 2) < 4 * error)
    #expect(abs(first.direct.value - first.importance.value) < 1e-9)
    // The effect has two values, so that its deviation follows from the share of trajectories at the ends of x3.
    let share: Double = (first.importance.value - low) / (high - low)
    let variance: Double = share * (1 - share) * 100 / 99
    let deviation = (high - low) * variance.squareRoot()
    #expect(abs((first.deviation ?? 0) - deviation) < 1e-9)
    // x3⁴ changes by π⁴ - (π/3)⁴ where sin x1 is ±√3/2, and nowhere else.
    let third: Double = rise * (outer - inner)
    let row = try #require(finding.row("x3"))
    #expect(abs(row.importance.value - third / 2) < 4 * third / 2 / 10)
    #expect(row.ranks?.lowerBound ?? 0 >= 1 && row.ranks?.contains(row.rank) == true)
  }

  @Test("A linear function has its slopes as effects for any placing, and what does not act is told apart")
  func linear() throws {
    let parameters = [
      StudyParameter(name: "a", unit: "", scale: .linear, range: 2...4, usual: nil, meaning: "first"),
      StudyParameter(
        name: "b", unit: "", scale: .logarithmic, range: 0.01...100, usual: nil, meaning: "second"),
      StudyParameter(name: "c", unit: "", scale: .linear, range: -1...1, usual: nil, meaning: "idle"),
    ]
    // Per whole range: 3 (4 - 2) and ln 10⁴.
    let expected = [6, log(10_000.0)]
    let model = Known.model(parameters) { [3 * $0.values[0] - log($0.values[1])] }
    for (name, kind) in [
      ("t", MorrisDesign.Kind.trajectories(levels: 6, candidates: 20)), ("r", .radial),
    ] {
      let study = try SensitivityStudy.finished(
        folder.file("\(name).db"), model, parameters,
        SensitivityScheme(method: .morris(blocks: 8, kind: kind)))
      let finding = try study.finding()
      #expect(finding.rows.map(\.factor) == ["b", "a", "c"])
      #expect(abs(finding.rows[0].importance.value - expected[1]) < 1e-6)
      #expect(abs(finding.rows[0].direct.value + expected[1]) < 1e-6)
      #expect(abs(finding.rows[1].direct.value - expected[0]) < 1e-6)
      #expect(finding.rows.map(\.ranks) == [1...1, 2...2, 3...3])
      #expect(finding.inert == ["c"] && finding.rows[2].importance.high == 0)
      #expect(finding.verdict.level == .settled, "\(finding.verdict.text)")
      #expect(finding.steps.map(\.planned) == [2, 4, 8])
    }
  }

  @Test("Groups of parameters act as one factor")
  func groups() throws {
    let groups = [SensitivityGroup("odd", parameters: ["x1", "x3"])]
    let scheme = SensitivityScheme(method: .sobol(points: 256, withSecondOrder: false), groups: groups)
    let study = try SensitivityStudy.finished(
      folder.file("s.db"), Known.model(Known.angles) { [Known.ishigami($0.values)] }, Known.angles, scheme)
    #expect(study.plan.count == 256 * 4)
    let record = try study.record()
    let finding = record.findings[0]
    #expect(
      record.factors.map(\.name) == ["odd", "x2"] && record.factors[0].members.map(\.id) == ["x1", "x3"])
    let odd = try #require(finding.row("odd"))
    // x1 and x3 explain all that x2 does not, and do not interact with it.
    #expect(abs(odd.direct.value - (1 - Known.closedIshigami.first[1])) < 4 * odd.direct.standardError)
    #expect(
      abs(odd.importance.value - (1 - Known.closedIshigami.total[1])) < 4 * odd.importance.standardError)
  }

  @Test("The same bits come from any number of workers and threads")
  func determinism() throws {
    let model = Known.model(Known.angles) { [Known.ishigami($0.values)] }
    let studies = try [1, 3].map {
      try SensitivityStudy.finished(
        folder.file("\($0).db"), model, Known.angles, sobol(32, pairs: true), workers: $0)
    }
    #expect(try studies[0].finding(threads: 1) == studies[1].finding(threads: 4))
    #expect(try results(studies[0].store) == results(studies[1].store))
  }

  @Test("An outcome that is the same in every row yields no indices and no error")
  func constant() throws {
    let model = Known.model(Known.angles, outcomes: ["y", "flat"]) { [Known.ishigami($0.values), 4] }
    let study = try SensitivityStudy.finished(folder.file("s.db"), model, Known.angles, sobol(8))
    let outcomes = try SensitivityOutcome.list(["flat", "y"], of: study.store.description.outcomes)
    let findings = try SensitivityRecord(
      SensitivityAnalysis(study, replicates: 50), outcomes: outcomes, table: Known.noTable
    ).findings
    #expect(findings[0].rows.isEmpty && findings[0].steps.isEmpty && findings[0].verdict.level == .nothing)
    #expect(findings[0].mean == 4 && findings[0].lowest == 4 && findings[1].rows.count == 3)
  }
}
