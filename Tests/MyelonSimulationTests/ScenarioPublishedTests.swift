import MyelonQuantities
import MyelonSimulation
import Testing

/// Published results and parameter overrides.
@Suite struct ScenarioPublishedTests {
  private func text(
    _ replaced: [String: String] = [:], without removed: [String] = [], base: String = ratText
  ) -> String {
    let fields = [
      ("measure", "BBB"), ("day", "[49, 63]"), ("mean", "12.5"), ("spread", "2"),
      ("spread-is", "uncertainty"), ("unit", "points"), ("source", "A paper"), ("provenance", "recalled"),
    ]
    let kept = fields.filter { !removed.contains($0.0) }.map { "\($0.0): \(replaced[$0.0] ?? $0.1)" }
    return base + "\narms:\n  - name: a\n    published:\n      - " + kept.joined(separator: "\n        ")
  }

  @Test func aPublishedResultIsReadWithItsSpreadAndProvenance() throws {
    let scenario = try Scenario.read(text: text(), name: "test.yaml")
    #expect(
      scenario.arms.first?.published == [
        Scenario.PublishedResult(
          measure: "BBB", firstDay: 49, lastDay: 63, mean: 12.5, spread: 2, spreadKind: .uncertainty,
          unit: "points", source: "A paper", provenance: .recalled)
      ])
    let day = try Scenario.read(text: text(["day": "8 weeks"], without: ["spread", "spread-is"]), name: "x")
    #expect(day.arms.first?.published.first?.firstDay == 56)
    #expect(day.arms.first?.published.first?.lastDay == 56)
    #expect(day.arms.first?.published.first?.spread == nil)
  }

  @Test(arguments: [
    ("measure", "BBBB", ScenarioFinding.Kind.unknownName, 18), ("day", "64", .impossible, 19),
    ("day", "[49, 56, 63]", .wrongType, 19), ("day", "[63, 49]", .impossible, 19),
    ("day", "-1", .outOfRange, 19), ("mean", "22", .outOfRange, 20), ("mean", "high", .wrongType, 20),
    ("spread", "-2", .outOfRange, 21), ("spread-is", "guess", .unknownName, 22),
    ("unit", "\"%\"", .wrongUnit, 23), ("source", "", .wrongType, 24),
    ("provenance", "invented", .unknownName, 25),
  ])
  func aFaultyResultIsFoundAtItsLine(key: String, value: String, kind: ScenarioFinding.Kind, line: Int) {
    let found = findings(text([key: value]))
    #expect(found.map(\.kind) == [kind], "\(found)")
    #expect(found.first?.line == line)
    #expect(found.first?.path.hasPrefix("arms[0].published[0].\(key)") == true)
  }

  @Test(arguments: ["measure", "day", "mean", "unit", "source", "provenance"])
  func aResultMustBeComplete(key: String) {
    let found = findings(text(without: [key]))
    #expect(found.map(\.kind) == [.missingKey], "\(found)")
    #expect(found.first?.path == "arms[0].published[0].\(key)")
    #expect(found.first?.line == 18)
  }

  @Test func aScaleForRatsIsNotTakenInPeople() {
    let found = findings(text(["day": "28"], base: humanText))
    #expect(found.map(\.kind) == [.impossible])
    #expect(found.first?.path == "arms[0].published[0].measure")
  }

  // MARK: - Parameters

  private let table = ParameterTable([
    Parameter(
      "rate", "k", 0.5, "1/h", 0...1, "A rate.", .assumed(because: "the test needs one")),
    Parameter("delay", "t", 2, "h", 0...10, "A delay.", .assumed(because: "the test needs one")),
    Parameter("share", "f", 0.5, "fraction", 0...1, "A share.", .assumed(because: "the test needs one")),
  ])

  @Test func overridesKeepTheirLinesAndConvertTheirUnits() throws {
    let text = humanText + "\nparameters:\n  rate: 0.25\n  delay: 90 min\n  share: 20 %"
    let scenario = try Scenario.read(text: text, name: "test.yaml")
    #expect(
      scenario.parameters == [
        ParameterOverride(id: "rate", value: 0.25), ParameterOverride(id: "delay", value: 90, unit: "min"),
        ParameterOverride(id: "share", value: 20, unit: "%"),
      ])
    #expect(scenario.parameters.map(\.line) == [17, 18, 19])
    let replaced = try scenario.overriding(table, file: "test.yaml")
    #expect(replaced["rate"] == 0.25)
    #expect(replaced["delay"] == 1.5)
    #expect(replaced["share"] == 0.2)
    #expect(replaced.parameter("rate")?.isOverridden == true)
  }

  @Test func everyOverrideThatDoesNotFitTheTableIsFound() throws {
    let text = humanText + "\nparameters:\n  raet: 0.25\n  delay: 2 mm\n  share: 1.5\n  rate: 0.3 1/h"
    let scenario = try Scenario.read(text: text, name: "test.yaml")
    let error = try #require(throws: ScenarioError.self) {
      _ = try scenario.overriding(table, file: "test.yaml")
    }
    #expect(error.findings.map(\.line) == [17, 18, 19])
    #expect(error.findings.map(\.kind) == [.unknownName, .wrongUnit, .outOfRange])
    #expect(error.findings.map(\.path) == ["parameters.raet", "parameters.delay", "parameters.share"])
    #expect(error.findings.first?.nearest == "rate")
  }
}
