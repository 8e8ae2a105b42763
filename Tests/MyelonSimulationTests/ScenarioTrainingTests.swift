import Foundation
import MyelonAnatomy
import MyelonSimulation
import MyelonStimulation
import MyelonTherapies
import Testing

/// Training and stimulation as a scenario file writes them.
@Suite struct ScenarioTrainingTests {
  private static let arm = """

    arms:
      - name: active
        leave-one-out: yes
        therapies:
          - training: overground
            name: robot
            day: 7
            minutes-a-day: 30
            days-a-week: 6
            weeks: 8
            intensity: 80 %
          - stimulation: epidural
            name: EES
            day: 10
            site: L2
            frequency: 40 Hz
            amplitude: 900 uA
            pulse-width: 0.2 ms
            minutes-a-day: 30
            days-a-week: 6
            weeks: 8
            on-during-examination: yes
          - training: reaching
            day: 3 weeks
            minutes-a-day: 20
            days-a-week: 5
            weeks: 4
    """
  static let text = ratText + "\n" + arm

  /// Every fault: what stands in the text, what replaces it, its kind and place, and words that the finding must hold.
  static let faults:
    [(found: String, replacement: String, kind: ScenarioFinding.Kind, path: String, words: [String])] = [
      (
        "training: overground", "training: tredmill", .unknownName, "[0].training", ["treadmill", "reaching"]
      ),
      ("training: overground", "trainng: overground", .missingKey, "[0]", ["training", "stimulation"]),
      ("minutes-a-day: 30", "minutes-a-day: 30 min", .wrongType, "[0].minutes-a-day", ["30 min"]),
      ("minutes-a-day: 30", "minutes-a-day: 1000", .outOfRange, "[0].minutes-a-day", ["1 to 720 minutes"]),
      ("minutes-a-day: 30", "minutes-a-day: 0", .outOfRange, "[0].minutes-a-day", ["1 to 720 minutes"]),
      ("minutes-a-day: 30", "minuts-a-day: 30", .unknownKey, "[0].minuts-a-day", ["minutes-a-day"]),
      ("days-a-week: 6", "days-a-week: 8", .outOfRange, "[0].days-a-week", ["1 to 7 days"]),
      ("days-a-week: 6", "days-a-week: 5.5", .wrongType, "[0].days-a-week", ["whole number"]),
      ("weeks: 8", "weeks: 0", .outOfRange, "[0].weeks", ["0.1 to 522 weeks"]),
      ("weeks: 8", "weeks: 8 weeks", .wrongType, "[0].weeks", ["8 weeks"]),
      ("weeks: 8\n", "\n", .missingKey, "[0].weeks", []),
      ("intensity: 80 %", "intensity: 150 %", .outOfRange, "[0].intensity", ["5 to 100 %"]),
      ("intensity: 80 %", "frequency: 40 Hz", .impossible, "[0].frequency", ["training", "weeks"]),
      ("day: 7", "day: 99", .impossible, "[0].day", ["day 63"]),
      ("day: 7", "day: -2", .outOfRange, "[0].day", ["0 or later"]),
      ("stimulation: epidural", "stimulation: epidual", .unknownName, "[1].stimulation", ["epidural"]),
      (
        "stimulation: epidural", "stimulation: transcutaneous", .impossible, "[1].stimulation",
        ["rat", "epidural"]
      ),
      ("site: L2", "site: T10", .impossible, "[1].site", ["not vertebrae", "lumbosacral", "L6"]),
      ("site: L2", "site: L7", .unknownName, "[1].site", ["lumbosacral"]),
      ("site: L2", "site: lumbosacrall", .unknownName, "[1].site", ["lumbosacral"]),
      ("site: L2", "electrode: L2", .unknownKey, "[1].electrode", ["site"]),
      ("frequency: 40 Hz", "frequency: 10000 Hz", .outOfRange, "[1].frequency", ["1 to 200 Hz", "carrier"]),
      ("frequency: 40 Hz", "frequency: 40", .wrongUnit, "[1].frequency", ["Hz"]),
      ("frequency: 40 Hz", "frequency: 40 mA", .wrongUnit, "[1].frequency", ["a frequency", "current"]),
      ("amplitude: 900 uA", "amplitude: 15 mA", .outOfRange, "[1].amplitude", ["0.02 to 6 mA", "rats"]),
      ("amplitude: 900 uA", "amplitude: 2 V", .wrongUnit, "[1].amplitude", ["mA"]),
      ("pulse-width: 0.2 ms", "pulse-width: 2 us", .outOfRange, "[1].pulse-width", ["30 to 1000 us"]),
      ("pulse-width: 0.2 ms", "pulse-width: 200", .wrongUnit, "[1].pulse-width", ["us", "ms"]),
      (
        "minutes-a-day: 30\n        days-a-week: 6\n        weeks: 8\n        on",
        "minutes-a-day: continuos\n        days-a-week: 6\n        weeks: 8\n        on", .unknownName,
        "[1].minutes-a-day", ["continuous"]
      ),
      (
        "on-during-examination: yes", "on-during-examination: maybe", .wrongType, "[1].on-during-examination",
        ["on or off"]
      ),
      ("training: reaching", "training: reaching\n        name: EES", .impossible, "[2].name", ["name"]),
    ]

  @Test func bothAreRead() throws {
    let arm = try Scenario.read(text: Self.text, name: "x").arms[0]
    #expect(
      arm.therapies.interventions == [
        .training(
          TrainingCourse(
            name: "robot", day: 7, kind: .overground, minutesPerDay: 30, daysPerWeek: 6, weeks: 8,
            intensity: 80 * 0.01)),
        .stimulation(
          StimulationCourse(
            name: "EES", day: 10, kind: .epidural, site: .segment("L2"), frequency: 40,
            amplitude: 900 * 1e-3, pulseWidth: 200, minutesPerDay: 30, daysPerWeek: 6, weeks: 8,
            isOnDuringExamination: true)),
        .training(
          TrainingCourse(
            name: "reaching training", day: 21, kind: .reaching, minutesPerDay: 20, daysPerWeek: 5, weeks: 4)),
      ])
  }

  @Test func theUsualValuesOfAStimulator() throws {
    let text = Self.text.replacing(
      "        days-a-week: 6\n        weeks: 8\n        on-during-examination: yes", with: "        weeks: 8"
    )
    .replacing("        name: EES\n", with: "")
    .replacing("minutes-a-day: 30\n        weeks", with: "minutes-a-day: continuous\n        weeks")
    guard
      case .stimulation(let found) = try Scenario.read(text: text, name: "x").arms[0].therapies.interventions[
        1]
    else {
      Issue.record("no stimulation")
      return
    }
    #expect(found.name == "epidural stimulation" && found.daysPerWeek == 7 && found.minutesPerDay == nil)
    #expect(!found.isOnDuringExamination)
  }

  @Test(arguments: faults.indices)
  func oneFaultIsFoundAtItsLine(index: Int) throws {
    let fault = Self.faults[index]
    let place = try #require(Self.text.range(of: fault.found), "\(fault.found)")
    let text = Self.text.replacingCharacters(in: place, with: fault.replacement)
    let found = findings(text).filter { $0.path == "arms[0].therapies" + fault.path }
    #expect(found.map(\.kind) == [fault.kind], "\(fault.replacement): \(findings(text).map(\.description))")
    // A misspelt key is also missing; nothing else is found besides.
    let expected = fault.kind == .unknownKey ? 2 : 1
    #expect(findings(text).count == expected, "\(findings(text).map(\.description))")
    for word in fault.words {
      #expect(found.first?.description.contains(word) == true, "\(word): \(found.map(\.description))")
    }
    guard fault.kind != .missingKey else { return }
    let line = Self.text[..<place.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).count
    #expect([line, line + 1].contains(found.first?.line ?? 0))
  }

  @Test func leavingOneOutTakesTrainingAndStimulationAsComponents() throws {
    let arms = try Scenario.read(text: Self.text, name: "x").arms
    #expect(
      arms.map(\.name) == [
        "active", "active without robot", "active without EES", "active without reaching training",
      ])
    #expect(arms[2].therapies.components == ["robot", "reaching training"])
  }

  @Test func writtenCoursesReadBackToTheSameBits() throws {
    var random = TestRandom(seed: 5)
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    for trial in 0..<150 {
      let species: Scenario.Species = Bool.random(using: &random) ? .human : .rat
      let kinds = StimulationKind.kinds(in: species)
      let kind = kinds.randomElement(using: &random) ?? .epidural
      var scenario = try Scenario.read(text: species == .human ? humanText : ratText, name: "x")
      scenario.arms[0].therapies = TreatmentProtocol([
        .training(
          TrainingCourse(
            name: "training", day: number(0...28),
            kind: TrainingKind.allCases.randomElement(using: &random) ?? .general,
            minutesPerDay: number(TrainingCourse.minutes), daysPerWeek: .random(in: 1...7, using: &random),
            weeks: number(TrainingCourse.weeks), intensity: number(TrainingCourse.intensities))),
        .stimulation(
          StimulationCourse(
            name: "stimulation", day: number(0...28), kind: kind,
            site: StimulationSite(
              name: StimulationSite.names(in: species).randomElement(using: &random) ?? "cervical"),
            frequency: number(StimulationCourse.frequencies), amplitude: number(kind.amplitudes(in: species)),
            pulseWidth: number(kind.pulseWidths),
            minutesPerDay: Bool.random(using: &random) ? nil : number(StimulationCourse.minutes),
            daysPerWeek: .random(in: 1...7, using: &random), weeks: number(TrainingCourse.weeks),
            isOnDuringExamination: Bool.random(using: &random))),
      ])
      let reread = try Scenario.read(text: scenario.yaml, name: "y")
      #expect(reread == scenario, "trial \(trial)")
      let data = try JSONEncoder().encode(scenario)
      #expect(try JSONDecoder().decode(Scenario.self, from: data) == scenario, "trial \(trial)")
      // What the file may say, the course accepts.
      let plan = reread.arms[0].therapies
      let silent = Dictionary(
        plan.stimulationSettings.map { ($0, CircuitRecruitment(curves: [:])) },
        uniquingKeysWith: { first, _ in first })
      #expect(throws: Never.self) { try Rehabilitation(plan, species: species, recruitment: silent) }
    }
  }
}
