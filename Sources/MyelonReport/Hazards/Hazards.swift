import MyelonRegrowth
import MyelonSimulation
import MyelonTherapies

/// The section "hazards": what went wrong in each arm, when, and what a single life cannot show.
struct Hazards {
  let context: ReportContext

  /// Whether no arm has anything that could do harm.
  var isEmpty: Bool { arms.isEmpty }

  /// Treated arms, and those with a record of regrown axons.
  private var arms: [Int] {
    context.arms.indices.filter { context.treated.contains($0) || context.regrown.contains($0) }
  }

  /// The section's body.
  func html() -> String {
    let intro = """
      <p>Harm that the model can show. Tumours, overgrowth and rejection are events: they happen in this life or they \
      do not. Infection and aberrant sprouting are chances: the model does not play them out.</p>

      """ + (context.regrown.isEmpty ? "" : Self.misdirection)
    return intro + table + events + Self.rare + Treatment.caution
  }

  private static let misdirection = """
    <p>Axons that grow to wrong targets do harm of their own: fibres of touch that reach circuits of pain can make \
    touch painful (allodynia), and uncontrolled input to motor neurons makes muscles tense (spasticity).</p>

    """

  private var table: String {
    let hasRegrowth = !context.regrown.isEmpty
    let rows = arms.map { arm -> String in
      let record = context.arms[arm]
      let events = record.therapy?.events ?? []
      let hasCells = !context.transplants(arm).isEmpty
      func event(_ kind: GraftEvent.Kind) -> String {
        guard hasCells else { return "<td>no cells given</td>" }
        guard let first = events.filter({ $0.kind == kind }).map(\.hours).min() else {
          return "<td>none in this life</td>"
        }
        return "<td><span class=\"no\">\(NumberText.day(first / 24))</span></td>"
      }
      return "<th scope=\"row\">\(context.badge(arm))</th>" + event(.tumour)
        + Markup.numberCell(hasCells ? NumberText.short(record.series.last("tumour_volume")) : "–")
        + event(.overgrowth) + event(.rejection)
        + Markup.numberCell(NumberText.percent(record.series.last("infection_risk")))
        + Markup.numberCell(hasCells ? NumberText.percent(record.series.last("sprouting_risk")) : "–")
        + (hasRegrowth
          ? Markup.numberCell(NumberText.percent(context.lastRegrowth(arm)?.allodyniaRisk))
            + Markup.numberCell(NumberText.percent(context.lastRegrowth(arm)?.spasticityRisk)) : "")
    }
    return Markup.table(
      caption: "Hazards in each \(hasRegrowth ? "" : "treated ")arm, at the end of the run",
      head: [
        "Arm", "Tumour", "#Volume of clones <small>mm³</small>", "Overgrowth", "Rejection",
        "#Chance of a severe infection from drugs", "#Risk of pain or spasticity from graft and factors",
      ]
        + (hasRegrowth
          ? ["#Allodynia from misdirected axons", "#Spasticity from misdirected axons"] : []),
      rows: rows)
  }

  /// Every event in words.
  private var events: String {
    let items = context.treated.flatMap { arm in
      (context.arms[arm].therapy?.events ?? []).sorted { $0.hours < $1.hours }.map { event in
        "<li>\(context.badge(arm)) \(NumberText.day(event.hours / 24).capitalisedFirst): "
          + "\(Self.words(event.kind)) ('\(Markup.escape(event.transplant))')</li>"
      }
    }
    return items.isEmpty ? "" : "<ul class=\"plain\">\(items.joined())</ul>\n"
  }

  private static func words(_ kind: GraftEvent.Kind) -> String {
    switch kind {
    case .tumour: "a clone of undifferentiated cells has grown to the size of a tumour"
    case .rejection: "the host's immune system has killed more than half of the placed cells"
    case .overgrowth: "the graft fills more room than was placed and more than the injury left empty"
    }
  }

  // Exact binomial bound: the highest risk p with (1 - p)^1 >= 0.05.
  private static let rare = """
    <p>No event in this life is no safety: one simulated life cannot show a rare event. With 95 % confidence a single \
    life without a tumour rules out only risks above 95 %; to rule out a risk of 1 in 100 takes about 300 lives. The \
    rates behind these events are themselves weakly known (see the products' numbers above).</p>

    """
}
