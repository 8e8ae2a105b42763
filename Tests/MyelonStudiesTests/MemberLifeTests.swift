import Foundation
import ISNCSCI
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRecovery
import MyelonSimulation
import Testing

@testable import MyelonStudies

@Suite struct MemberLifeTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private static let rat = Scenario(
    name: "r", subject: .init(species: .rat, age: 0.2, sex: .female, weight: 230),
    injury: Injury(mechanism: .weightDrop(height: 12.5, mass: 10), level: "T10"),
    arms: [
      .untreated,
      .init(name: "worse", injury: Injury(mechanism: .weightDrop(height: 50, mass: 10), level: "T10")),
    ], run: .init(days: 8, voxel: 0.5, seed: 4, visits: [1, 8], growthCones: 500))

  private func member(_ values: [Double] = [], index: Int = 0, seed: UInt64 = 4) -> StudyMember {
    StudyMember(index: index, seed: seed, values: values)
  }

  private func parameters(_ chosen: [VariedParameter], _ scenario: Scenario) throws -> [StudyParameter] {
    try ParameterSampling.parameters(chosen, of: scenario, path: "s.yaml")
  }

  /// Outcomes by arm, day and name.
  private func table(_ life: MemberLife, _ values: [Double?]) -> [String: Double?] {
    Dictionary(
      uniqueKeysWithValues: zip(life.outcomes, values).map { ("\($0.arm) \(Int($0.day)) \($0.name)", $1) })
  }

  @Test("A member without changes has the bits of a run of its scenario: examinations, hazards, series")
  func sameAsARun() throws {
    var scenario = ParameterSamplingTests.human
    scenario.run.days = 20
    scenario.run.visits = [1, 7, 20]
    scenario.run.seed = 4
    scenario.run.growthCones = 500
    let plan = try RunPlan(scenario: scenario, scenarioPath: "s.yaml", threads: 2)
    let simulation = Simulation(plan: plan, directory: RunDirectory(folder.file("run")))
    guard case .finished(let record) = try simulation.start(overwrite: false) else {
      Issue.record("the run was stopped")
      return
    }
    let setting = try LifeSetting(plan, executor: SlabExecutor(threads: 1))
    let life = try ArmLife(plan: plan, arm: 0, setting: setting, executor: SlabExecutor(threads: 1))
    let visits = try #require(try life.live())
    #expect(visits.map(\.record) == record.arms[0].visits)
    let series = record.arms[0].series
    for (name, value) in [
      ("lesion_volume", visits[2].lesion.lesionVolume),
      ("misdirected_allodynia_risk", visits[2].allodyniaRisk),
      ("misdirected_spasticity_risk", visits[2].spasticityRisk),
    ] {
      let column = try #require(series.columns.firstIndex { $0.name == name }, "\(name)")
      #expect(series.rows.last?[column] == value, "\(name)")
    }
    let member = try MemberLife(
      scenario, path: "s.yaml", varying: [],
      settings: LifeSettings(growthCones: 500, individualVariation: nil, outcomes: .items))
    let found = table(member, try member.run(self.member()))
    for visit in record.arms[0].visits {
      let day = Int(visit.day)
      let totals = try #require(visit.classification).totals
      #expect(found["untreated \(day) motor_score"] == totals.motor.value.map(Double.init))
      #expect(found["untreated \(day) scim"] == visit.independence.map { Double($0.total) })
      let sides = visit.examination.map { [$0.right, $0.left] } ?? []
      let items = sides.flatMap { $0.lightTouch }.compactMap(\.grade).reduce(0, +)
      let kept = found.filter {
        $0.key.hasPrefix("untreated \(day) light_touch_") && !$0.key.hasSuffix("score")
      }
      #expect(kept.count == 56 && kept.values.reduce(0) { $0 + ($1 ?? -99) } == Double(items))
    }
  }

  @Test("Outcomes depend on seed and values alone: not on the number, the thread or the other members")
  func determinism() throws {
    let varying = try parameters(
      [VariedParameter("impact_length", range: 0.5...1.5), VariedParameter("D_glutamate")], Self.rat)
    let life = try MemberLife(Self.rat, path: "r", varying: varying)
    let members = try ParameterSampling(varying, seed: 2).members(0..<4)
    let alone = try members.map { try life.run($0).map { $0?.bitPattern } }
    let other = try MemberLife(Self.rat, path: "r", varying: varying, threads: 2)
    let together = try Ensemble(other, settings: try EnsembleSettings(workers: 3)).run(
      members: members.reversed())
    #expect(together.reversed().map { $0.outcomes?.map { $0?.bitPattern } } == alone)
    let renumbered = StudyMember(index: 77, seed: members[1].seed, values: members[1].values)
    #expect(try life.run(renumbered).map { $0?.bitPattern } == alone[1])
    #expect(alone[0] != alone[1])
  }

  @Test("Arms of a member are one person; a stronger blow does more harm; what varies acts")
  func meaning() throws {
    let varying = try parameters([VariedParameter("injury.height", range: 6...60)], Self.rat)
    let life = try MemberLife(
      Self.rat, path: "r", varying: varying, settings: LifeSettings(individualVariation: true))
    let light = table(life, try life.run(member([12.5])))
    let heavy = table(life, try life.run(member([50])))
    let scores = (
      try #require(light["untreated 8 bbb"] ?? nil), try #require(heavy["untreated 8 bbb"] ?? nil)
    )
    #expect(scores.0 > scores.1)
    let volumes = (
      try #require(light["untreated 8 lesion_volume"] ?? nil),
      try #require(heavy["untreated 8 lesion_volume"] ?? nil)
    )
    #expect(volumes.0 < volumes.1)
    // The other arm has an injury of its own, which at 50 mm is the same injury to the same animal.
    for name in ["bbb", "lesion_volume", "locomotor_drive", "spasticity_risk"] {
      #expect(light["worse 8 \(name)"] == heavy["worse 8 \(name)"])
      #expect(heavy["untreated 8 \(name)"] == heavy["worse 8 \(name)"])
    }
    // Susceptibility is drawn from the seed.
    let sibling = table(life, try life.run(member([12.5], seed: 5)))
    #expect(sibling["untreated 8 lesion_volume"] != light["untreated 8 lesion_volume"])
  }

  @Test("The common cord holds the longest injury that the ranges allow")
  func window() throws {
    let narrow = try RunPlan(scenario: Self.rat, scenarioPath: "r").commonWindow()
    let varying = try parameters(
      [VariedParameter("impact_length", range: 1...4), VariedParameter("injury.length", range: 5...30)],
      Self.rat)
    let widest = MemberLife.widest(Self.rat, varying: varying)
    let wide = try RunPlan(scenario: widest, scenarioPath: "r").commonWindow()
    #expect(wide.lowerBound < narrow.lowerBound && wide.upperBound > narrow.upperBound)
    for length in [5.0, 17, 30] {
      var one = Self.rat
      one.injury.length = length
      let needed = try RunPlan(scenario: one, scenarioPath: "r").commonWindow()
      #expect(wide.lowerBound <= needed.lowerBound && wide.upperBound >= needed.upperBound)
    }
  }

  @Test("Values that no member can have are the member's failure, at once and with a reason")
  func wrongValues() throws {
    let varying = try parameters(
      [VariedParameter("impact_length"), VariedParameter("injury.laterality", range: -0.5...0.5)], Self.rat)
    let life = try MemberLife(Self.rat, path: "r", varying: varying)
    try life.check(member([1, 0]))
    #expect(throws: ScenarioError.self) { try life.check(member([99, 0])) }
    #expect(
      throws: StudyError.wrongValues(
        .outOfRange(name: "injury.laterality", value: 2, unit: "half-diameters", allowed: -1...1))
    ) { try life.check(member([1, 2])) }
    let results = try Ensemble(life, settings: try EnsembleSettings(workers: 1, attempts: 5)).run(
      members: [member([99, 0], index: 3)])
    #expect(results[0].reason?.contains("impact_length") == true)
  }

  @Test("What cannot be prepared is refused before any member begins")
  func wrongStudies() throws {
    let unknown = StudyParameter(
      name: "impact_lenght", unit: "", scale: .given, range: 0...1, usual: nil, meaning: "")
    #expect(throws: StudyError.wrongValues(.unknown(name: "impact_lenght", nearest: "impact_length"))) {
      try MemberLife(Self.rat, path: "r", varying: [unknown])
    }
    var wrong = Self.rat
    wrong.parameters = [ParameterOverride(id: "no_such_parameter", value: 1)]
    #expect(throws: ScenarioError.self) { try MemberLife(wrong, path: "r", varying: []) }
    #expect(throws: RunError.self) {
      try MemberLife(Self.rat, path: "r", anatomyDirectory: "/nowhere", varying: [])
    }
  }

  @Test("The identity is that of the numbers: words do not count, settings and parameters do")
  func identity() throws {
    let base = try MemberLife(Self.rat, path: "r", varying: []).identity
    var renamed = Self.rat
    renamed.description = "something else"
    renamed.run.seed = 99
    renamed.run.threads = 7
    #expect(try MemberLife(renamed, path: "other", varying: []).identity == base)
    var changed = Self.rat
    changed.run.voxel = 0.45
    #expect(try MemberLife(changed, path: "r", varying: []).identity != base)
    changed = Self.rat
    changed.parameters = [ParameterOverride(id: "impact_length", value: 1)]
    #expect(try MemberLife(changed, path: "r", varying: []).identity != base)
    #expect(
      try MemberLife(Self.rat, path: "r", varying: [], settings: LifeSettings(growthCones: 100)).identity
        != base)
  }
}
