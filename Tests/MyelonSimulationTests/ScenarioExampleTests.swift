import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonSimulation
import Testing

@Suite struct ScenarioExampleTests {
  private func example(_ name: String) throws -> Scenario {
    try Scenario.read(path: packageFolder.appendingPathComponent("Examples/\(name)").path)
  }

  @Test(arguments: ScenarioTemplate.allCases)
  func aTemplateIsReadWithoutAFinding(template: ScenarioTemplate) throws {
    let scenario = try Scenario.read(text: template.text, name: "template.yaml")
    #expect(scenario.subject.species == (template == .rat ? .rat : .human))
  }

  @Test(arguments: ScenarioTemplate.allCases)
  func theCommentedKeysOfATemplateAreValidToo(template: ScenarioTemplate) throws {
    // Uncomments the optional keys, which stand alone on their lines as `# key: value`.
    let optional = /#\ (weight|threads|time-step-tolerance):/
    let text = template.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains(optional) ? line.replacing("# ", with: "", maxReplacements: 1) : line
    }.joined(separator: "\n")
    #expect(text != template.text)
    let scenario = try Scenario.read(text: text, name: "template.yaml")
    #expect(scenario.run.threads == 2)
    #expect(scenario.run.timeStepTolerance == 0.01)
    #expect(scenario.subject.weight != nil)
  }

  @Test func theHumanExampleIsTheCaseOfTheReadme() throws {
    let scenario = try example("c5-contusion.yaml")
    #expect(scenario.subject == Scenario.Subject(species: .human, age: 38, sex: .male))
    #expect(scenario.injury.level == "C5")
    guard case .compression = scenario.injury.mechanism else {
      Issue.record("The mechanism is \(scenario.injury.mechanism)")
      return
    }
    #expect(scenario.run.days == 365)
    #expect(scenario.run.visits == [1, 3, 7, 14, 28, 84, 168, 365])
    #expect(scenario.directoryName == "c5-contusion")
    #expect(scenario.anatomy == .parametric)
  }

  @Test func thePAM50ExampleDiffersFromTheHumanOneInItsAnatomyOnly() throws {
    var plain = try example("c5-contusion.yaml")
    let template = try example("c5-contusion-pam50.yaml")
    #expect(template.anatomy == .pam50(directory: nil))
    plain.anatomy = template.anatomy
    plain.name = template.name
    plain.description = template.description
    #expect(plain == template)
  }

  @Test func theRatExampleHoldsFiveArmsWithTheirPublishedResults() throws {
    let scenario = try example("rat-t10-drop.yaml")
    #expect(scenario.arms.map(\.name) == ["6.25 mm", "12.5 mm", "25 mm", "50 mm", "transection"])
    let mechanisms = scenario.arms.map { scenario.injury(of: $0).mechanism }
    #expect(mechanisms.dropLast() == [6.25, 12.5, 25, 50].map { .weightDrop(height: $0, mass: 10) })
    #expect(mechanisms.last == .transection(gap: 0.5))
    let results = scenario.arms.map { arm in arm.published.map { [$0.mean, $0.spread ?? -1] } }
    #expect(
      results == [
        [[17, 2], [55, 10]], [[12.5, 2], [25, 7]], [[10.5, 2], [15, 6]], [[8, 2], [6, 4]], [[2, 2]],
      ])
    #expect(scenario.arms.flatMap(\.published).allSatisfy { $0.provenance == .recalled })
    #expect(scenario.run.days == 63)
    #expect(scenario.run.voxel == 0.2)
    #expect(abs(scenario.subject.age * 365.25 - 70) < 1e-9)
  }

  @Test func defaultsAreThoseOfTheFormat() throws {
    let scenario = try Scenario.read(text: humanText, name: "x")
    #expect(scenario.arms == [.untreated])
    #expect(scenario.run.visits == [1, 3, 7, 14, 28])
    #expect(Scenario.Run.standardVisits(upTo: 63) == [1, 3, 7, 14, 28, 63])
    #expect(Scenario.Run.standardVisits(upTo: 365) == [1, 3, 7, 14, 28, 84, 168, 365])
    #expect(Scenario.Run.standardVisits(upTo: 1) == [1])
    #expect(scenario.outputs.fieldNames(in: .standard) == ScenarioVocabulary.standard.defaultFields)
    #expect(scenario.run.threads == nil)
    #expect(scenario.anatomy == .parametric)
  }

  @Test func theVocabularySaysWhichFieldsExist() throws {
    let text = humanText + "\noutputs: {fields: [oxygen]}"
    let vocabulary = ScenarioVocabulary(fields: ["oxygen", "axons"], defaultFields: ["axons"], measures: [])
    #expect(findings(text).map(\.kind) == [.unknownName])
    let scenario = try Scenario.read(text: text, name: "x", vocabulary: vocabulary)
    #expect(scenario.outputs.fieldNames(in: vocabulary) == ["oxygen"])
    #expect(Scenario.Outputs(fields: .standard).fieldNames(in: vocabulary) == ["axons"])
    #expect(Scenario.Outputs(fields: .all).fieldNames(in: vocabulary) == ["oxygen", "axons"])
    #expect(Scenario.Outputs(fields: .none).fieldNames(in: vocabulary) == [])
  }

  @Test(arguments: [
    ("6.25 mm drop", "6.25-mm-drop"), ("A  B", "a-b"), ("..x..", "x"), ("caf\u{E9} 1", "caf-1"),
    ("-", "unnamed"),
  ])
  func aNameBecomesADirectory(name: String, directory: String) {
    #expect(Scenario.directoryName(for: name) == directory)
  }
}
