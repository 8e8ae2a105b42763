import Foundation
import ISNCSCI
import MyelonStatistics
import MyelonTrials

/// A cohort of arithmetic lives whose therapy does what a test asks for, and protocols on it.
struct SampleTrial {
  /// Points that each arm adds to the motor scores by the last visit: control, low, middle, high.
  var effects = [0.0, 0, 0, 0]
  /// People.
  var people = 80
  /// Text that stands wherever a file takes free text: descriptions, reasons, the lowest dose, the cohort's name.
  var words = "sample"
  /// Rules of the cohort and of the protocol.
  var inclusion = ["age between 18 and 70 years", "ais in {A, B, C}"]
  /// Stages of the protocol, as they stand in the file.
  var stages = SampleTrial.allStages
  /// Whether the protocol has doses.
  var hasDoses = true
  /// Arms of the scenario beside the control.
  var treated = ["low", "middle", "high"]

  static let doseFinding = """
    dose-finding:
      design: boin
      target: 25 %
      plan: {cohort-size: 3, maximum-patients: 12}
      calendar: {window: 60, arrival-interval: 20}
      assumptions:
        - {name: as hoped, toxicity: [5 %, 10 %, 20 %]}

    """
  static let expansion = """
    expansion:
      monitor:
        maximum-patients: 10
        toxicity: {limit: 0.3, cutoff: 0.9, prior-events: 0.5, prior-non-events: 1.5}

    """
  static let comparison = """
    randomised:
      arms: {control: control, treated: selected-dose}
      outcome: {measure: upper-extremity-motor-score, day: 182, as: change}
      design:
        endpoint:
          continuous: {difference: 4, deviation: 6, baseline-correlation: 0.6}
        power: 80 %

    """
  static let allStages = doseFinding + expansion + comparison

  private static let measures = [
    "motor_score", "upper_extremity_motor_score", "impairment_scale", "neurological_level",
    "motor_score_without_error", "infection_risk",
  ]
  private static let visits = [0.0, 84, 182]

  private var quoted: String { "\"" + words.replacing("\"", with: "\\\"") + "\"" }

  /// The cohort's plan, read from files that are gone afterwards.
  func plan() throws -> CohortPlan {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trial-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let arms = (["control"] + treated).map { "  - name: \($0)\n    description: an arm" }
    let scenario = """
      myelon: 1
      name: arms
      description: none
      subject: {species: human, age: 40 years, sex: male}
      injury: {mechanism: contusion, peak-compression: 60 %, level: C5}
      arms:
      \(arms.joined(separator: "\n"))
      run: {days: 240, voxel: 2 mm}

      """
    let cohort = """
      myelon-cohort: 1
      name: sample
      description: \(quoted)
      people: \(people)
      seed: 4
      population: {year: 2020, countries: {usa: 60 %, europe: 40 %}, levels: C3 to C8, grades: [A, B, C]}
      enrolment: {earliest: 14 days, median: 24 days, latest: 42 days}
      scenario: arms.yaml
      visits: [84, 182]
      eligibility:
        inclusion:
      \(inclusion.map { "    - {rule: \"\($0)\", because: \(quoted)}" }.joined(separator: "\n"))

      """
    try Data(scenario.utf8).write(to: folder.appendingPathComponent("arms.yaml"))
    let path = folder.appendingPathComponent("cohort.yaml")
    try Data(cohort.utf8).write(to: path)
    var plan = try CohortPlan.read(path: path.path)
    // A file's name would be refused; one that came in by another way must do no harm either.
    plan.name = words
    return plan
  }

  /// The lived people: recovery of 6 to 10 points, errors of examiners, one better grade in three.
  func bank() throws -> CohortBank {
    let plan = try plan()
    let sampler = try plan.sampler()
    let drawn = (0..<people).map { sampler.person($0) }
    var values: [Double] = []
    for (index, person) in drawn.enumerated() {
      for arm in 0...treated.count {
        for (visit, _) in Self.visits.enumerated() {
          let gain = (6 + Double(index % 5)) * Double(visit) / 2 + (visit == 2 ? effects[arm] : 0)
          let base = 12 + Double(index * 7 % 13) + 4 * Double(person.grade.rawValue)
          // An error that the first visit is selected by and that later ones do not have.
          let error = visit == 0 ? -1.0 + Double(index % 3) * 0.25 : 0
          let grade = Double(person.grade.rawValue) + 1 + (visit == 2 && index % 3 == 0 ? 1 : 0)
          values += [
            2 * base + gain + error, base + gain + error, grade, Double(person.level.rawValue) + 1,
            2 * base + gain, arm == 0 ? 0 : 0.02 * Double(arm),
          ]
        }
      }
    }
    return CohortBank(plan, people: drawn, measures: Self.measures, values: values)
  }

  /// A cohort in which nobody could be lived.
  func emptyBank() throws -> CohortBank {
    CohortBank(try plan(), people: [], measures: Self.measures, values: [])
  }

  /// The protocol.
  func trial() throws -> TrialProtocol {
    let doses = """
      doses:
        - {name: \(quoted), arm: low}
        - {name: two million, arm: middle}
        - {name: six million, arm: high}

      """
    let text = """
      myelon-protocol: 1
      name: sample
      description: \(quoted)
      eligibility:
        inclusion:
      \(inclusion.map { "    - {rule: \"\($0)\", because: \(quoted)}" }.joined(separator: "\n"))
        exclusion:
          - {rule: active infection, because: \(quoted), modelled: no}
      \(hasDoses ? doses : "")\(stages)attrition: {dropout: 5 %, missed-visits: 2 %}

      """
    return try TrialProtocol.read(text: text, name: "protocol.yaml")
  }

  /// The protocol carried out on the cohort.
  func result(trials: Int = 120) throws -> (result: VirtualTrialResult, trial: TrialProtocol) {
    let trial = try trial()
    let virtual = try VirtualTrial(trial, bank: try bank())
    return (try virtual.run(TrialSettings(trials: trials, seed: 3, threads: 2)), trial)
  }
}
