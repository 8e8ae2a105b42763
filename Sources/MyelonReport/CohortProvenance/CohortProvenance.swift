import ISNCSCI
import MyelonSimulation
import MyelonTrials

/// From whom a cohort was drawn, and how its page was made.
struct CohortProvenance {
  let bank: CohortBank
  let sources: TrialSources

  /// The section's body.
  func html() -> String {
    """
    \(Markup.facts(facts))
    <h3>What is weak</h3>
    <ul class="left-out">\(weak.map { "<li>\($0)</li>" }.joined())</ul>
    <h3>To make it again</h3>
    <p>The same files, version and seed give the same people and lives to the last bit, with any number of threads.</p>
    \(sources.commandBlock)
    """
  }

  private var facts: [(name: String, value: String)] {
    let plan = bank.plan
    let population = plan.population
    let total = max(population.countries.values.reduce(0, +), 1e-12)
    let countries = Country.allCases.compactMap { country -> String? in
      guard let weight = population.countries[country], weight > 0 else { return nil }
      return "\(country.rawValue) \(NumberText.percent(weight / total))"
    }
    let enrolment = plan.enrolment
    let days =
      enrolment.earliest == enrolment.latest
      ? NumberText.day(enrolment.earliest)
      : "days \(NumberText.short(enrolment.earliest, digits: 5)) to \(NumberText.short(enrolment.latest, digits: 5))"
    return [
      (
        "Drawn from",
        "\(WordList.text(countries)); injuries of \(NumberText.plain(population.year)), levels "
          + "\(population.levels.lowerBound) to \(population.levels.upperBound), AIS "
          + WordList.text(population.grades.map(\.description))
      ),
      ("Enrolled", "\(days) after injury"),
      ("Arms", WordList.text(bank.arms.map { Markup.escape($0) })),
      ("Seed", "\(plan.seed)"),
    ] + sources.facts + [("Page by", "Myelon \(Markup.escape(ProgramVersion.current))")]
  }

  private var weak: [String] {
    [
      "Age, sex, cause and level are drawn from registries as tables give them, most traits independently of each other.",
      "What becomes of people is the model's; only its natural history has been set beside published tables.",
      "Intervals say how well this many people know a number of the model; more people narrow them and make nothing truer.",
      "Examinations have errors of examiners. Changes between two visits hold both errors.",
    ]
  }
}
