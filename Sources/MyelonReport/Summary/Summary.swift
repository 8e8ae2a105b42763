import ISNCSCI
import MyelonLesion
import MyelonRecovery
import MyelonSimulation

/// The head of the page: who was injured and how, and what came of it, in plain language.
struct Summary {
  let context: ReportContext

  /// Title, warning, summary and key figures.
  func html() -> String {
    let facts = context.facts
    let about =
      facts.description.isEmpty ? "" : "<p class=\"about\">\(Markup.escape(facts.description))</p>\n"
    return """
      <header class="top">
      <p class="kicker">Myelon simulation report</p>
      <h1>\(Markup.escape(facts.name))</h1>
      \(about)\(Self.warning)
      <p class="lead">\(paragraph)</p>
      \(list)      \(KeyFigures(context: context).html())
      </header>

      """
  }

  /// The line that stands on top and at the foot of every page.
  static let warning = """
    <p class="warning" role="note"><b>Research software.</b> What follows happened in a computed cord. It predicts \
    no person's outcome and is not for diagnosis or treatment.</p>
    """

  /// The summary as one paragraph; names are escaped.
  var paragraph: String {
    let arms = context.arms
    guard let first = arms.first else { return "" }
    let isOneInjury = Set(arms.map(\.injury)).count == 1
    let span = NumberText.duration(days: arms.compactMap { $0.series.days.last }.max() ?? context.facts.days)
    let level = Markup.escape(first.injury.level)
    var text =
      isOneInjury
      ? "\(context.facts.subject) suffered, at spinal segment \(level)\(Self.side(first.injury)), "
        + "\(ScenarioFacts.words(first.injury.mechanism)). The cord was followed for \(span). "
      : "\(context.facts.subject) suffered one of \(Self.count(arms.count)) injuries. The cord was followed for \(span). "
    if arms.count == 1 { text += outcome(first) + " " + tissue(first) }
    return text
  }

  /// What came of each arm, as a list; nothing for a single arm, whose outcome is in the paragraph.
  private var list: String {
    guard context.arms.count > 1 else { return "" }
    let items = context.arms.enumerated().map { index, arm in
      "<li>\(context.badge(index)) \(outcome(arm))</li>"
    }
    return "<ul class=\"lead\">\(items.joined())</ul>\n"
  }

  private static func side(_ injury: Injury) -> String {
    guard abs(injury.laterality) >= 0.1 else { return "" }
    return " and centred to the \(injury.laterality > 0 ? "left" : "right") of the midline"
  }

  private static func count(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return number < words.count ? words[number] : "\(number)"
  }

  /// What the first and the last examination found.
  private func outcome(_ arm: ArmRecord) -> String {
    guard context.facts.isHuman else { return locomotion(arm) }
    let visits = arm.visits.filter { $0.classification != nil }
    guard let first = visits.first, let last = visits.last, let before = first.classification,
      let after = last.classification
    else { return "No examination was recorded." }
    let start = "On \(NumberText.day(first.day)) the examination gave \(Self.words(before))"
    guard first.day != last.day else { return start + "." }
    return start + "; on \(NumberText.day(last.day)) it gave \(Self.words(after))."
  }

  private static func words(_ result: Classification) -> String {
    let meaning = result.impairmentScale.single.map { " (\($0.meaning))" } ?? ""
    let level = result.neurologicalLevel.single
    let place =
      level == .intact
      ? "without a level of injury" : "at neurological level \(Examinations.short(result.neurologicalLevel))"
    return Markup.escape(
      "AIS \(result.impairmentScale)\(meaning) \(place), motor score \(result.totals.motor) of 100")
  }

  private func locomotion(_ arm: ArmRecord) -> String {
    let visits = arm.visits.filter { $0.locomotion != nil }
    guard let first = visits.first, let last = visits.last, let before = first.locomotion,
      let after = last.locomotion
    else { return "No locomotor score was recorded." }
    let end =
      "BBB \(NumberText.score(after.value)) on \(NumberText.day(last.day)) (\(Markup.escape(after.landmark)))"
    guard first.day != last.day else { return end + "." }
    return "BBB \(NumberText.score(before.value)) on \(NumberText.day(first.day)), then \(end)."
  }

  /// What is left of the cord at the end.
  private func tissue(_ arm: ArmRecord) -> String {
    guard let lesion = arm.series.last("lesion_volume") else { return "" }
    var text = "At the end the lesion measured \(NumberText.short(lesion)) mm³"
    if let length = arm.series.last("lesion_length") {
      text += " over \(NumberText.short(length)) mm of cord"
    }
    if let cavity = arm.series.last("cavity_volume") {
      text += ", of which \(NumberText.short(cavity)) mm³ were a fluid-filled cavity"
    }
    if let spared = arm.series.lastShare("spared_white_matter") {
      text +=
        "; \(NumberText.percent(spared)) of the white matter of the worst section was uncut and myelinated"
    }
    return text + "."
  }
}
