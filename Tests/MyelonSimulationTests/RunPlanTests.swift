import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import Testing

@testable import MyelonSimulation

/// What a plan decides where the scenario leaves it open.
@Suite struct RunPlanTests {
  private static let levels: [(Scenario.Species, String)] = [Scenario.Species.human, .rat].flatMap {
    species in
    CordAnatomy.standard(species).segments.map { (species, $0.name) }
  }

  private func scenario(_ species: Scenario.Species) -> Scenario {
    species == .human ? CoarseScenario.human() : CoarseScenario.rat()
  }

  private func plan(_ scenario: Scenario, threads: Int? = nil) throws -> RunPlan {
    try RunPlan(scenario: scenario, scenarioPath: "test.yaml", threads: threads)
  }

  @Test(arguments: levels)
  func theWindowHoldsTheEpicentreAndTheStruckLengthAtEveryLevel(species: Scenario.Species, level: String)
    throws
  {
    for window in [Scenario.Window.automatic, .length(2), .length(5), .length(500)] {
      var scenario = scenario(species)
      scenario.arms = [.untreated]
      scenario.run.window = window
      for mechanism in [InjuryMechanism.contusion(peakCompression: 0.5), .transection(gap: 30)] {
        for length in [nil, 0.1, 40] as [Double?] {
          scenario.injury = Injury(mechanism: mechanism, level: level, length: length)
          let plan = try plan(scenario)
          let centre = try plan.epicentre(of: scenario.injury)
          let found = try plan.commonWindow()
          let segment = try plan.anatomy.segment(named: level)
          #expect((segment.rostral...segment.caudal).contains(centre))
          #expect(found.contains(centre))
          let diameter = plan.anatomy.crossSection(atZ: centre).anteroposterior
          var struck = length ?? plan.parameters["impact_length"] * diameter
          if case .transection(let gap) = mechanism { struck = max(struck, gap) }
          // As far as there is cord.
          #expect(found.lowerBound <= max(0, centre - struck / 2))
          #expect(found.upperBound >= min(plan.anatomy.length, centre + struck / 2))
          #expect(found.lowerBound >= 0 && found.upperBound <= plan.anatomy.length)
          if case .length(let asked) = window, asked < 2 * plan.anatomy.length, asked > struck {
            #expect(found.upperBound - found.lowerBound <= asked + 1e-9)
          }
        }
      }
    }
  }

  @Test(arguments: [("C1", 1.0), ("C5", 2.0), ("T6", 1.0), ("S1", 1.0), ("S5", 1.0)])
  func aHumanCordCanBeInjuredFromEndToEnd(level: String, voxel: Double) throws {
    var scenario = CoarseScenario.human()
    scenario.arms = [.untreated]
    scenario.run.voxel = voxel
    for window in [Scenario.Window.automatic, .length(2)] {
      scenario.run.window = window
      scenario.injury = Injury(mechanism: .contusion(peakCompression: 0.5), level: level)
      let plan = try plan(scenario)
      let cord = try plan.makeCord(executor: SlabExecutor(threads: 1))
      let injury = try plan.makeInjury(of: .untreated, cord: cord)
      #expect(cord.segmentNames[cord.segmentOfSlice[cord.slice(atZ: injury.epicentre)]] == level)
      #expect(abs(cord.position(ofSlice: cord.slice(atZ: injury.epicentre)) - injury.epicentre) <= voxel)
    }
  }

  @Test func oneWindowHoldsTheInjuriesOfAllArms() throws {
    var scenario = CoarseScenario.human()
    scenario.arms = [
      .init(name: "high", injury: Injury(mechanism: .contusion(peakCompression: 0.5), level: "C2")),
      .init(name: "low", injury: Injury(mechanism: .contusion(peakCompression: 0.5), level: "T4")),
    ]
    let plan = try plan(scenario)
    let common = try plan.commonWindow()
    for arm in scenario.arms {
      let own = try plan.window(of: scenario.injury(of: arm))
      #expect(common.lowerBound <= own.lowerBound && common.upperBound >= own.upperBound)
    }
  }

  @Test func samplesAscendAndHoldEveryVisitAndBothEnds() throws {
    var generator = TestRandom(seed: 3)
    for _ in 0..<300 {
      var scenario = CoarseScenario.rat()
      scenario.run.days =
        [1, 2.5, 63, 365, 3650, Double.random(in: 1...3650, using: &generator)]
        .randomElement(using: &generator) ?? 1
      let count = Int.random(in: 1...12, using: &generator)
      scenario.run.visits = (0..<count).map { _ in
        Double.random(in: 0.001...scenario.run.days, using: &generator)
      }.sorted()
      let samples = try plan(scenario).sampleSeconds
      #expect(samples.first == 0)
      #expect(samples.last == RunPlan.seconds(scenario.run.days))
      #expect(zip(samples, samples.dropFirst()).allSatisfy { $0 < $1 })
      #expect(Set(samples).isSuperset(of: scenario.run.visits.map(RunPlan.seconds)))
      #expect(samples.count < 100)
    }
  }

  @Test func threadsChangeNothingOfThePlan() throws {
    let plans = try [1, 2, 7].map { try plan(CoarseScenario.human(), threads: $0) }
    #expect(plans.map(\.threads) == [1, 2, 7])
    #expect(Set(plans.map(\.sampleSeconds)).count == 1)
    #expect(Set(plans.map(\.severity)).count == 1)
    #expect(Set(try plans.map { try $0.commonWindow() }).count == 1)
    #expect(Set(plans.map(\.parameters)).count == 1)
    #expect(try plan(CoarseScenario.human(), threads: 0).threads == 1)
    #expect(try plan(CoarseScenario.human(), threads: -4).threads == 1)
    #expect(try plan(CoarseScenario.human(), threads: .max).threads == 1024)
    #expect(try plan(CoarseScenario.human()).threads == ProcessInfo.processInfo.activeProcessorCount)
  }

  @Test func anIndividualIsDrawnBySeedAndIsTheSameInEveryArm() throws {
    var scenario = CoarseScenario.human()
    var severities: [Double] = []
    for seed in 0..<400 {
      scenario.run.seed = UInt64(seed)
      severities.append(try plan(scenario).severity)
    }
    #expect(Set(severities).count == severities.count)
    #expect(severities.allSatisfy { $0 > 0 && $0.isFinite })
    let logs = severities.map { log($0) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let deviation = sqrt(logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count - 1))
    // A log-normal of median 1: the mean of 400 logarithms lies within four standard errors of 0.
    #expect(abs(mean) < 4 * deviation / 20)
    scenario.run.individualVariation = false
    #expect(try plan(scenario).severity == 1)

    scenario = CoarseScenario.human()
    let drawn = try plan(scenario)
    let cord = try drawn.makeCord(executor: SlabExecutor(threads: 1))
    scenario.run.individualVariation = false
    let typical = try plan(scenario)
    for arm in scenario.arms {
      let one = try #require(try drawn.makeInjury(of: arm, cord: cord).strain).peak
      let other = try #require(try typical.makeInjury(of: arm, cord: cord).strain).peak
      #expect(abs(one / other - drawn.severity) < 1e-12)
    }
  }

  @Test func theExaminerIsTheSameInEveryArmAndAnotherAtEveryVisit() throws {
    var scenario = CoarseScenario.human()
    // Two arms that differ in nothing: with the same examiner their records are equal.
    scenario.arms = [.init(name: "one"), .init(name: "two")]
    let scratch = try RunScratch()
    let record = try #require(try CoarseRun.start(scenario, in: scratch.directory("run")).record)
    #expect(record.arms[0].visits == record.arms[1].visits)
    #expect(record.arms[0].series == record.arms[1].series)

    let plan = try plan(scenario)
    func draws(_ visit: Int) throws -> [UInt64] {
      var stream = try #require(plan.examinerStream(visit: visit))
      return (0..<4).map { _ in stream.next() }
    }
    #expect(try draws(0) == draws(0))
    #expect(try draws(0) != draws(1))
    scenario.run.examinerNoise = false
    #expect(try self.plan(scenario).examinerStream(visit: 0) == nil)
  }

  @Test func anAnatomyThatDoesNotFitIsRefused() throws {
    var scenario = CoarseScenario.human()
    scenario.anatomy = .pam50(directory: nil)
    #expect(throws: RunError.anatomyDirectoryMissing) { try plan(scenario) }
    #expect(throws: RunError.anatomyOfOtherSpecies(required: "rat")) {
      try RunPlan(scenario: CoarseScenario.rat(), scenarioPath: "x", anatomyDirectory: "template")
    }
    #expect(throws: RunError.anatomyDirectoryNotFound(path: "no/template")) {
      try RunPlan(scenario: scenario, scenarioPath: "x", anatomyDirectory: "no/template")
    }
    let scratch = try RunScratch()
    let named = try RunPlan(
      scenario: scenario, scenarioPath: "x",
      anatomyDirectory: "\(scratch.path)/../\(URL(fileURLWithPath: scratch.path).lastPathComponent)")
    #expect(named.anatomyDirectory == URL(fileURLWithPath: scratch.path).standardizedFileURL.path)
    // A directory without the template in it is found when the cord is made.
    #expect(throws: AnatomyError.self) { try named.makeCord(executor: SlabExecutor(threads: 1)) }
  }

  @Test func aWrongParameterIsFoundWithTheLineOfTheFile() throws {
    var scenario = CoarseScenario.rat()
    scenario.parameters = [ParameterOverride(id: "impact_lenght", value: 1, line: 12)]
    let error = #expect(throws: ScenarioError.self) { try plan(scenario) }
    #expect(error?.findings.map(\.line) == [12])
    #expect(error?.findings.first?.nearest == "impact_length")
  }
}
