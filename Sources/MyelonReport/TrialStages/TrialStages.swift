import MyelonTrialDesigns
import MyelonTrials

/// The protocol in words: stages, designs with their tables, rules of safety, losses.
struct TrialStages {
  let trial: TrialProtocol

  /// The section's body.
  func html() -> String {
    let parts = [doseFinding, expansion, randomised].compactMap { $0 }
    let file =
      trial.text.isEmpty
      ? "" : "<details><summary>The protocol file</summary><pre>\(Markup.escape(trial.text))</pre></details>"
    return """
      <ol class="stages">\(parts.map { "<li>\($0)</li>" }.joined(separator: "\n"))</ol>
      \(forPatients)
      \(safety)
      \(losses)
      \(file)
      """
  }

  // MARK: - Stages

  private var doseFinding: String? {
    guard let stage = trial.doseFinding else { return nil }
    let plan = stage.choice.plan
    let target = stage.choice.target.map { ", aiming at a toxicity of \(NumberText.percent($0))" } ?? ""
    var facts: [(name: String, value: String)] = [
      ("Design", Markup.escape(stage.design.name) + target),
      ("Doses", WordList.text(trial.doses.map { Markup.escape($0.name) })),
      (
        "Course",
        "cohorts of \(plan.cohortSize), from dose \(plan.startingDose) on, \(TrialWords.people(plan.maximumPatients)) at most"
          + (plan.enoughAtDose.map { ", ended when \($0) have had the dose to stay at" } ?? "")
      ),
    ]
    if let calendar = stage.calendar {
      facts.append(
        (
          "Calendar",
          "toxicity counts for \(NumberText.duration(days: calendar.window)); a person who may take part comes every "
            + "\(NumberText.duration(days: calendar.arrivalInterval)) on average"
        ))
    }
    for assumption in stage.assumptions {
      facts.append(
        (
          "Assumed",
          "\(Markup.escape(assumption.name)): toxicity \(WordList.text(assumption.toxicity.map { NumberText.percent($0) }))"
        ))
    }
    let table = (try? stage.design.decisionTable()).map(Self.details) ?? ""
    return "<h3>Dose finding</h3>\n\(Markup.facts(facts))\n\(table)"
  }

  private var expansion: String? {
    guard let stage = trial.expansion else { return nil }
    var facts: [(name: String, value: String)] = [
      (
        "People",
        "\(TrialWords.people(stage.plan.maximumPeople)) at most, at the selected dose, without controls"
          + (stage.countsDoseFinding ? "; those of dose finding at the same dose count" : "")
      )
    ]
    var tables = ""
    switch stage.plan {
    case .monitor(let plan):
      facts.append(("Rules", "Bayesian monitoring, person by person"))
      tables = Self.details(plan.table)
    case .twoStage(let plan):
      facts.append(
        (
          "Rules",
          "Simon's two stages: stop at \(plan.firstLimit) or fewer responses of \(plan.firstPatients), success above "
            + "\(plan.finalLimit) of \(plan.patients)"
        ))
      tables = (try? plan.table()).map(Self.details) ?? ""
    }
    if let response = stage.response { facts.append(("Response", Markup.escape(response.sentence))) }
    return "<h3>Expansion</h3>\n\(Markup.facts(facts))\n\(tables)"
  }

  private var randomised: String? {
    guard let stage = trial.randomised else { return nil }
    let design = stage.design
    var facts: [(name: String, value: String)] = [
      (
        "Arms",
        "<b>\(Markup.escape(stage.treatedArm))</b> against <b>\(Markup.escape(stage.controlArm))</b>, "
          + (stage.factors.isEmpty
            ? "allocated without factors"
            : "allocated with regard to \(WordList.text(stage.factors.map { Markup.escape($0.name) }))")
      ),
      ("Outcome", Markup.escape(stage.outcome.sentence)), ("Test", Markup.escape(design.endpoint.label)),
      (
        "Errors",
        "level \(NumberText.percent(design.test.significance)) \(design.test.isTwoSided ? "two-sided" : "one-sided"), power "
          + "\(NumberText.percent(design.power)) at the planned effect"
      ),
      (
        "Size",
        "\(NumberText.short(stage.size.sizes.treated)) treated and \(NumberText.short(stage.size.sizes.control)) controls analysed, "
          + "\(TrialWords.count(stage.size.enrolled)) enrolled"
      ),
    ]
    var tables = Self.details(stage.size.table)
    if let plan = stage.size.plan {
      facts.append(
        (
          "Looks",
          "\(plan.informationFractions.count), at \(WordList.text(plan.informationFractions.map { NumberText.percent($0) })) of "
            + "the information; bounds of \(Markup.escape(plan.design.efficacy.label))"
        ))
      tables += Self.details(plan.table)
    }
    return "<h3>Comparison with controls</h3>\n\(Markup.facts(facts))\n\(tables)"
  }

  // MARK: - Rules and losses

  /// Rules of eligibility that virtual people cannot be judged by.
  private var forPatients: String {
    guard !trial.unmodelled.isEmpty else { return "" }
    let items = trial.unmodelled.map { rule in
      "<li><code>\(Markup.escape(rule.text))</code>"
        + (rule.because.map { " <small>because \(Markup.escape($0))</small>" } ?? "") + "</li>"
    }
    return
      "<h3>Rules that only patients are judged by</h3>\n<p>Virtual people do not have what these rules ask for; nobody was kept out by "
      + "them here.</p><ul>\(items.joined())</ul>"
  }

  private var safety: String {
    guard !trial.safety.isEmpty else { return "" }
    let items = trial.safety.map { rule in
      "<li><b>\(Markup.escape(rule.name))</b>: \(rule.action.rawValue) if \(Markup.escape(rule.wording)) "
        + "(<code>\(Markup.escape(rule.event))</code>, \(rule.group == .treated ? "treated people" : "everybody"), "
        + "\(WordList.text(rule.stages.map(\.title))))</li>"
    }
    return
      "<h3>Rules on adverse events</h3>\n<p>Written in the protocol; not carried out here, because the cohort's lives know no such events.</p>"
      + "<ul>\(items.joined())</ul>"
  }

  private var losses: String {
    let attrition = trial.attrition
    guard attrition != .none else {
      return "<h3>Losses</h3>\n<p>Nobody is lost and no visit is missed.</p>"
    }
    return
      "<h3>Losses</h3>\n<p>\(NumberText.percent(attrition.dropout)) of people are lost within a year and "
      + "\(NumberText.percent(attrition.missedVisits)) of visits missed by the others; visits may come "
      + "\(NumberText.short(attrition.visitWindow)) days early or late."
      + (attrition.dropoutRatio == 1
        ? ""
        : " Each ten motor points gained change the rate of leaving by a factor of \(NumberText.short(attrition.dropoutRatio)).")
      + "</p>"
  }

  /// A table of a design, folded.
  private static func details(_ table: DesignTable) -> String {
    let rows = table.rows.map { row in
      row.enumerated().map { place, cell in
        place == 0 ? "<th scope=\"row\">\(Markup.escape(cell))</th>" : Markup.numberCell(Markup.escape(cell))
      }.joined()
    }
    let heads = table.columns.enumerated().map { place, head in
      (place == 0 ? "" : "#") + Markup.escape(head)
    }
    let notes = table.notes.map { "<li>\(Markup.escape($0))</li>" }.joined()
    return "<details><summary>\(Markup.escape(table.title))</summary>\n"
      + Markup.table(caption: Markup.escape(table.title), head: heads, rows: rows, classes: "design")
      + (notes.isEmpty ? "" : "<ul class=\"small\">\(notes)</ul>") + "</details>"
  }
}
