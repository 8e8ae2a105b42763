import MyelonAnatomy
import MyelonLesion
import MyelonSimulation

/// What a report says about a scenario, in words; the one place that reads the scenario's own types.
struct ScenarioFacts {
  private let scenario: Scenario

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// Name of the scenario, not escaped.
  var name: String { scenario.name }
  /// The author's words, not escaped; may be empty.
  var description: String { scenario.description }
  /// True for a person, false for a rat.
  var isHuman: Bool { scenario.subject.species == .human }
  /// Seed of all random streams.
  var seed: UInt64 { scenario.run.seed }
  /// Edge of a voxel, mm.
  var voxel: Double { scenario.run.voxel }
  /// Simulated time, days.
  var days: Double { scenario.run.days }
  /// Whether recorded examinations carry the examiner's error.
  var hasExaminerNoise: Bool { scenario.run.examinerNoise }
  /// Whether the subject's own susceptibility was drawn at random.
  var hasIndividualVariation: Bool { scenario.run.individualVariation }
  /// What an arm is about, in the author's words, not escaped; nil when nothing was said.
  func description(ofArm name: String) -> String? {
    scenario.arms.first { $0.name == name }.flatMap { $0.description.isEmpty ? nil : $0.description }
  }

  /// An arm of the scenario, or nil.
  func arm(_ name: String) -> Scenario.Arm? { scenario.arms.first { $0.name == name } }

  /// The subject as the start of a sentence, such as "A 38-year-old man".
  var subject: String {
    let subject = scenario.subject
    let isMale = subject.sex == .male
    let weight = subject.weight.map {
      ", \(NumberText.short(isHuman ? $0 / 1000 : $0)) \(isHuman ? "kg" : "g")"
    }
    guard isHuman else {
      // A rat's age is told in weeks; 52.18 weeks a year.
      let weeks = NumberText.fixed(subject.age * 52.18, 0)
      return "A \(isMale ? "male" : "female") rat (\(weeks) weeks old\(weight ?? ""))"
    }
    let person = subject.age < 18 ? (isMale ? "boy" : "girl") : (isMale ? "man" : "woman")
    let years = NumberText.short(subject.age.rounded(.down))
    let article = ["8", "11", "18", "80"].contains { years == $0 } || years.hasPrefix("8") ? "An" : "A"
    return "\(article) \(years)-year-old \(person)\(weight.map { " (" + $0.dropFirst(2) + ")" } ?? "")"
  }

  /// The scenario as text: its YAML form.
  var text: String { scenario.yaml }
}
