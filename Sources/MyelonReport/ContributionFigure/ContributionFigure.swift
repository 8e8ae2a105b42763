import MyelonRecovery
import MyelonSimulation

/// What carries the motor drive: a stacked bar an arm at the last visit, and stacked columns over the visits.
struct ContributionFigure {
  let context: ReportContext

  /// A carrier in words, as the continuation of "x % ...".
  static func words(_ carrier: PathwaySource) -> String {
    switch carrier {
    case .spared: "spared"
    case .remyelinated: "remyelinated"
    case .regenerated: "regenerated"
    case .detoured: "detoured"
    case .relayed: "relayed"
    }
  }

  private static func meaning(_ carrier: PathwaySource) -> String {
    switch carrier {
    case .spared: "spared: never cut"
    case .remyelinated: "remyelinated: uncut, conducts thanks to new myelin"
    case .regenerated: "regenerated: cut axons that grew to their target"
    case .detoured: "detoured: through the host’s propriospinal neurons"
    case .relayed: "relayed: through grafted neurons"
    }
  }

  private var arms: [Int] {
    context.regrown.filter { !(context.arms[$0].regrowth?.contributions.isEmpty ?? true) }
  }

  /// Largest drive of any arm and visit, at least the intact one when any reaches half of it.
  private var highest: Double {
    let largest = arms.flatMap { context.arms[$0].regrowth?.contributions ?? [] }.map(\.total).max() ?? 0
    return largest > 0.5 ? max(largest, 1) : max(largest, 1e-9)
  }

  /// Whose drive it is; as `FunctionContributions.motorDrive` defines it.
  private var muscles: String {
    context.facts.isHuman ? "the key muscles below the injury (mean of both sides)" : "the hind limbs"
  }

  /// The figures, or a sentence where nothing was recorded.
  func html() -> String {
    guard !arms.isEmpty else {
      return "<p class=\"notice\">What the connections carry was not recorded.</p>\n"
    }
    let items = PathwaySource.allCases.map {
      "<li><i class=\"carrier-\($0.rawValue)\"></i>\(Self.meaning($0))</li>"
    }
    let columns = arms.filter { !context.isCopy($0) }.map(overVisits).joined()
    return """
      <p>The drive that reaches \(muscles), as a share of that in the intact cord, by what carries it. Only the last three \
      kinds did not exist before the injury.</p>
      <ul class="legend">\(items.joined())</ul>
      \(lastVisit)
      <h4>Over the visits</h4>
      <p class="small">One scale for all arms: a column as high as its box stands for \(NumberText.percent(highest)) of \
      the intact drive.</p>
      <div class="carrier-figures">\(columns)</div>

      """
  }

  /// The parts of a bar or column, in the given order.
  private func parts(
    _ contribution: RegrowthRecord.Contribution, size: String, carriers: [PathwaySource]
  ) -> String {
    carriers.map { carrier -> String in
      let share = contribution.share(carrier)
      guard share > 0 else { return "" }
      let length = NumberText.plain(100 * share / highest)
      return "<i class=\"carrier-\(carrier.rawValue)\" style=\"\(size):\(length)%\"></i>"
    }.joined()
  }

  private static func sentence(_ contribution: RegrowthRecord.Contribution) -> String {
    PathwaySource.allCases.map { "\(words($0)) \(NumberText.percent(contribution.share($0)))" }.joined(
      separator: ", ")
  }

  /// A row an arm: the bar and its numbers.
  private var lastVisit: String {
    let rows = arms.compactMap { arm -> String? in
      guard let last = context.lastContribution(arm) else { return nil }
      return
        "<th scope=\"row\">\(context.badge(arm))</th><td class=\"carrier-cell\"><span class=\"carrier-bar\" "
        + "role=\"img\" aria-label=\"\(Self.sentence(last))\">"
        + parts(last, size: "width", carriers: PathwaySource.allCases) + "</span></td>"
        + PathwaySource.allCases.map { Markup.numberCell(NumberText.percent(last.share($0))) }.joined()
        + Markup.numberCell("<b>\(NumberText.percent(last.total))</b>")
        + Markup.numberCell("<b>\(NumberText.percent(last.new))</b>")
    }
    return Markup.table(
      caption: "Motor drive at the last visit, shares of the intact drive",
      head: ["Arm", "A full bar is \(NumberText.percent(highest))"]
        + PathwaySource.allCases.map { "#" + Self.words($0).capitalisedFirst } + ["#All", "#New"],
      rows: rows, classes: "carriers")
  }

  private func overVisits(_ arm: Int) -> String {
    let columns = (context.arms[arm].regrowth?.contributions ?? []).map { visit in
      "<div class=\"fate-column\"><span class=\"stack\" role=\"img\" aria-label=\"\(NumberText.day(visit.day)): "
        + "\(Self.sentence(visit))\" title=\"\(Self.sentence(visit))\">"
        + parts(visit, size: "height", carriers: PathwaySource.allCases.reversed())
        + "</span><b>\(NumberText.percent(visit.total))</b><small>\(NumberText.day(visit.day))</small></div>"
    }
    return
      "<figure class=\"fates\"><figcaption>\(context.badge(arm))</figcaption><div class=\"fate-columns\">"
      + "\(columns.joined())</div></figure>\n"
  }
}
