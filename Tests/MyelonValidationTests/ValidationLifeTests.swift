import Foundation
import MyelonFields
import MyelonSimulation
import MyelonStudies
import MyelonTherapies
import Testing

@testable import MyelonValidation

@Suite("Lives of published studies")
struct ValidationLifeTests {
  typealias Support = ValidationSupport

  private static let rows = """
      - {arm: untreated, measure: BBB, day: 14, value: 12, published: x, provenance: recalled}
      - {arm: treated, against: untreated, measure: BBB, day: 14, direction: up, published: x, provenance: recalled}
      - {measure: BBB, with: spared_white_matter, day: 14, compared-as: r-squared, value: 0.9, published: x, provenance: recalled}
    """

  private func study(_ therapies: String? = nil) throws -> ValidationStudy {
    let text = therapies.map { Support.text(rows: Self.rows, therapies: $0) } ?? Support.text(rows: Self.rows)
    return try ValidationStudy.read(path: try Support.file(text))
  }

  @Test("the series of a life in memory is that of a run, and members are animals that differ")
  func lives() throws {
    let study = try study()
    let life = try ValidationLife(study)
    let members = try StudyMember.members([[:], [:], [:]], names: [], seed: 5)
    let results = try Ensemble(life, settings: EnsembleSettings(workers: 2)).run(members: members)
    let alone = try life.run(members[1])
    #expect(results[1].outcomes == alone)  // the same bits on one thread as beside others
    let scores = results.compactMap { $0.outcomes?.first ?? nil }
    #expect(Set(scores).count == 3)
    let found = ValidationResult.results(life, animals: results.compactMap(\.outcomes))
    #expect(found.count == 3)
    #expect(found[0].count == 3)
    #expect((0...21).contains(found[0].mean ?? -1))
    #expect((0...1).contains(found[2].mean ?? -1))
    let table = ValidationTable(studies: [study], results: found, animals: 3).markdown()
    #expect(table.contains("| treated against untreated |"))
    #expect(table.split(separator: "\n").contains { $0.hasPrefix("| no change |") })
  }

  @Test("a term of a product and a parameter are moved, others are refused")
  func variables() throws {
    let vesicles = "[{exosomes: exosomes-msc, day: 0.1, dose: 1, route: intravenous}]"
    let name = "exosomes-msc.paracrine_protection"
    let life = try ValidationLife(try study(vesicles), varying: [name])
    let members = try StudyMember.members([[name: 0], [name: 0.6]], names: [name], seed: 5, seeding: .shared)
    let (none, much) = (try life.run(members[0]), try life.run(members[1]))
    #expect(none[0] == much[0])  // the untreated arm knows no vesicles
    #expect(none[1] != much[1])
    #expect(throws: StudyError.self) {
      _ = try ValidationLife(try study(vesicles), varying: ["exosomes-msc.nothing"])
    }
  }

  @Test(
    "a dose of nothing is no treatment, bit for bit",
    arguments: ["bradbury2002", "nori2011", "ward2016-training"])
  func zeroDose(id: String) throws {
    let study = try #require(try ValidationStudy.choose(id, in: Support.folder).first)
    let cases = AdversarialCase.cases(.zeroDose, of: [study.coarse])
    #expect(!cases.isEmpty)
    for finding in try AdversarialRun.findings(cases, settings: EnsembleSettings()) {
      #expect(finding.holds, "\(finding.subject): \(finding.found)")
    }
  }

  @Test(
    "an intact cord is not harmed, and nothing comes back below a transection", arguments: ["bradbury2002"])
  func harmless(id: String) throws {
    let study = try #require(try ValidationStudy.choose(id, in: Support.folder).first)
    for check in [AdversarialCheck.intactCord, .transection] {
      let cases = AdversarialCase.cases(check, of: [study.coarse])
      #expect(!cases.isEmpty)
      for finding in try AdversarialRun.findings(cases, settings: EnsembleSettings()) {
        #expect(finding.holds, "\(finding.subject): \(finding.found)")
      }
    }
  }

  @Test("a check that does not hold says so")
  func caught() throws {
    // Half the dose is no zero dose: the treated arm must be found to differ.
    let study = try study()
    var scenario = try #require(study.scenario)
    scenario.arms = [Scenario.Arm(name: "untreated"), scenario.arms[1]]
    let own = AdversarialCase(check: .zeroDose, subject: "x", scenario: scenario, path: "x")
    let finding = try own.finding()
    #expect(!finding.holds)
    #expect(finding.found.contains("differ"))
  }
}

extension ValidationStudy {
  /// The study on a coarse grid for two weeks less than a month, so that a test is quick.
  fileprivate var coarse: ValidationStudy {
    let coarse = atVoxel(0.5)
    guard var scenario = coarse.scenario else { return coarse }
    scenario.run.days = 21
    scenario.run.visits = [21]
    scenario.run.growthCones = 500
    scenario.arms = scenario.arms.filter { arm in arm.therapies.interventions.allSatisfy { $0.day <= 20 } }
    return ValidationStudy(
      id: id, citation: citation, source: source, confidence: confidence, half: half, reason: reason,
      departures: departures, scenario: scenario, rows: [], omissions: omissions, path: path)
  }
}
