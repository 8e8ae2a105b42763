import Foundation
import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonSimulation
import MyelonStatistics
import Testing

@testable import MyelonStudies

/// Fits of coarse, short lives: that they are what they say, go on after a stop, and refuse what they must.
@Suite struct PatientFitTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A sheet: arms of the right side weak, everything else normal, or another.
  static func sheet(
    rightArm: Int = 3, legs: Int = 5, sensation: Int = 2, sacral: Bool = true
  ) throws -> String {
    let arm = [Int](repeating: rightArm, count: 5)
    let leg = [Int](repeating: legs, count: 5)
    let felt = [[Int]](repeating: [Int](repeating: sensation, count: 28), count: 2)
    let examination = try Examination(
      motor: [arm + leg, [5, 5, 5, 5, 5] + leg], lightTouch: felt, pinPrick: felt,
      voluntaryAnalContraction: sacral, deepAnalPressure: sacral)
    return String(decoding: try JSONEncoder().encode(examination), as: UTF8.self)
  }

  private func plan(_ sheet: String, arms: [Scenario.Arm] = [.untreated]) throws -> FitPlan {
    try folder.write(sheet, to: "sheet.json")
    var scenario = ParameterSamplingTests.human
    scenario.baseline = .init(examination: "sheet.json", day: 1)
    scenario.arms = arms
    return try FitPlan(
      scenario, path: folder.file("s.yaml"),
      settings: LifeSettings(growthCones: 50, individualVariation: false))
  }

  private func fit(_ plan: FitPlan, _ settings: FitSettings) throws -> PatientFit {
    PatientFit(plan, settings: settings, ensemble: try EnsembleSettings(workers: 2))
  }

  private static let small = FitSettings(draws: 20, minimumEffectiveSize: 10)

  /// The sheet of a life of the model: one that a fit can reproduce.
  private func livedSheet() throws -> String {
    let life = try plan(try Self.sheet()).life
    let values = life.parameterNames.map { name -> Double in
      switch name {
      case "injury.peak_compression": 0.45
      case "injury.length": 10
      case "subject.susceptibility": 1
      case "impact_radial_spread": 0.62
      case "shock_depth": 0.5
      case "shock_time": 10
      case "plasticity_gain": 1
      default: 0
      }
    }
    let outcomes = try life.run(StudyMember(index: 0, seed: 1, values: values))
    let found = Dictionary(uniqueKeysWithValues: zip(life.outcomes.map(\.name), outcomes))
    func grades(_ modality: Modality) throws -> [[Int]] {
      try Side.allCases.map { side in
        try modality.levels.map {
          Int(try #require(found[LifeOutcomes.itemName(modality, side, $0)] ?? nil))
        }
      }
    }
    let examination = try Examination(
      motor: grades(.motor), lightTouch: grades(.lightTouch), pinPrick: grades(.pinPrick),
      voluntaryAnalContraction: found["anal_contraction"] == 1, deepAnalPressure: found["anal_pressure"] == 1)
    return String(decoding: try JSONEncoder().encode(examination), as: UTF8.self)
  }

  @Test("A fit that is stopped and continued is the fit that was not, bit by bit, and can be forecast")
  func resuming() throws {
    let plan = try plan(try livedSheet())
    let fit = try fit(plan, Self.small)
    let whole = try StudyStore.create(at: folder.file("whole.db"), fit.description)
    let record = try fit.run(whole)
    let path = folder.file("parts.db")
    try StudyStore.create(at: path, fit.description).close()
    var parts: FitRecord?
    var stops = 0
    while parts == nil, stops < 100 {
      let store = try StudyStore.open(path, forWriting: true)
      let before = try store.counts().done
      do {
        parts = try fit.run(store, shouldStop: { ((try? store.counts().done) ?? 0) > before + 40 })
      } catch is CancellationError {
        stops += 1
      }
      try store.close()
    }
    #expect(stops > 1)
    #expect(parts == record)
    #expect(record.draws.count == 20 && abs(record.draws.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    let file = folder.file("fit.json")
    try record.write(to: file)
    #expect(try FitRecord.read(file) == record)
    try #require(record.report.verdict == .reproduced)
    try checkForecast(record, plan)
  }

  /// A forecast lives the draws of its fit, each with its seed, and draws what the baseline cannot know.
  private func checkForecast(_ record: FitRecord, _ plan: FitPlan) throws {
    let forecast = try ForecastPlan(record, scenario: plan.scenario, path: plan.path, count: 1000)
    #expect(forecast.members.count == record.draws.filter { $0.weight > 0 }.count)
    #expect(forecast.scenario.run.visits == [1, 2])
    let fitted = record.parameters.count
    let unknown = forecast.parameters.dropFirst(fitted)
    #expect(unknown.count > 100 && !unknown.contains { $0.name == "shock_depth" })
    for (member, draw) in zip(forecast.members, record.draws.filter { $0.weight > 0 }) {
      #expect(member.seed == draw.seed && Array(member.values.prefix(fitted)) == draw.values)
      for (value, parameter) in zip(member.values.dropFirst(fitted), unknown) {
        #expect(parameter.range.contains(value), "\(parameter.name)")
      }
    }
    let few = try ForecastPlan(record, scenario: plan.scenario, path: plan.path, count: 10)
    #expect(few.members.count <= 10)
    #expect(abs(few.members.reduce(0) { $0 + ($1.weight ?? 0) } - 10) < 1e-9)
    let certain = try ForecastPlan(
      record, scenario: plan.scenario, path: plan.path, drawsUnknown: false)
    #expect(certain.parameters.count == fitted)
    var other = plan.scenario
    other.subject.age = 70
    #expect(throws: PatientError.self) { try ForecastPlan(record, scenario: other, path: plan.path) }
    var short = plan.scenario
    short.run.visits = [1]
    #expect(throws: PatientError.nothingLater(baseline: 1, days: 2)) {
      try ForecastPlan(record, scenario: short, path: plan.path)
    }
  }

  @Test("The side that is weak is the side that a fit finds struck, and its draws stay within their ranges")
  func laterality() throws {
    let plan = try plan(try Self.sheet(rightArm: 1, legs: 4, sensation: 1))
    let fit = try fit(plan, FitSettings(draws: 30, minimumEffectiveSize: 10))
    let record = try fit.run(StudyStore.create(at: folder.file("a.db"), fit.description))
    let place = try #require(record.parameters.firstIndex { $0.name == "injury.laterality" })
    // Right is negative.
    #expect(record.report.parameters[place].quantiles[2] < -0.05)
    for draw in record.draws {
      for (value, parameter) in zip(draw.values, record.parameters) {
        #expect(parameter.range.contains(value), "\(parameter.name)")
      }
    }
  }

  @Test("An examination that no blow of the model gives is not reproduced, and nothing is forecast from it")
  func refusal() throws {
    // No movement anywhere, also above the injury, with normal sensation everywhere.
    let plan = try plan(try Self.sheet(rightArm: 0, legs: 0, sensation: 2))
    let fit = try fit(plan, Self.small)
    let record = try fit.run(StudyStore.create(at: folder.file("a.db"), fit.description))
    guard case .notReproduced(let reasons) = record.report.verdict else {
      Issue.record("a contradictory baseline was reproduced: \(record.report.data)")
      return
    }
    #expect(!reasons.isEmpty)
    #expect(throws: InferenceError.self) {
      try ForecastPlan(record, scenario: plan.scenario, path: plan.path)
    }
  }

  @Test("Sequential sampling keeps the nearest lives and says how near they are")
  func sequential() throws {
    var settings = Self.small
    settings.method = .sequential
    settings.prior = 40
    settings.maximum = 80
    let plan = try plan(try Self.sheet())
    let fit = try fit(plan, settings)
    let record = try fit.run(StudyStore.create(at: folder.file("a.db"), fit.description))
    #expect(record.report.simulations <= 80 && record.report.steps.count >= 2)
    let distances = record.report.steps.compactMap(\.tolerance)
    #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 >= $1 })
  }
}
