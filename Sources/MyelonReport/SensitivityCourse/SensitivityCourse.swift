import MyelonStatistics
import MyelonStudies

/// The leading indices from a quarter, a half and all of the sample, with their intervals.
struct SensitivityCourse {
  let record: SensitivityRecord
  let finding: SensitivityFinding

  private static let size = (width: 460.0, height: 330.0)
  private static let plot = (left: 52.0, top: 12.0, right: 418.0, bottom: 288.0)
  private static let shown = SensitivityVerdict.leading

  func html() -> String {
    let units = record.scheme.method.unitWord
    return """
      <figure><figcaption>Convergence: \(SensitivityWords(record: record).importance) of the leading \
      \(leading.count) from a growing part of the \(units), with \(NumberText.percent(record.confidence)) intervals. \
      Lines that still cross say that their order is open.</figcaption>
      \(svg)</figure>
      """
  }

  /// The leading factors: their rank and place among all factors.
  private var leading: [(rank: Int, factor: Int)] {
    finding.rows.prefix(Self.shown).filter { !$0.isInert }.compactMap { row in
      record.factors.firstIndex { $0.name == row.factor }.map { (row.rank, $0) }
    }
  }

  private var svg: String {
    let steps = finding.steps
    let leading = self.leading
    let top = steps.flatMap { step in leading.map { step.importance[$0.factor].high } }.max() ?? 1
    let ticks = SensitivityWords.ticks(to: top)
    let end = ticks.last ?? 1
    func y(_ value: Double) -> Double {
      Self.plot.bottom - min(max(value / end, 0), 1) * (Self.plot.bottom - Self.plot.top)
    }
    let spacing = (Self.plot.right - Self.plot.left) / Double(steps.count)
    // Side by side within a step, so that intervals do not hide each other.
    func x(_ step: Int, _ place: Int) -> Double {
      let side = leading.count > 1 ? Double(place) / Double(leading.count - 1) - 0.5 : 0
      return Self.plot.left + spacing * (Double(step) + 0.5 + 0.62 * side)
    }
    var text =
      "<svg class=\"chart\" viewBox=\"0 0 \(NumberText.plain(Self.size.width)) \(NumberText.plain(Self.size.height))\" "
      + "role=\"img\" aria-label=\"\(Markup.escape(finding.verdict.text))\">"
    text += axes(ticks, y: y, spacing: spacing)
    for (place, lead) in leading.enumerated() {
      let points = steps.enumerated().map { step, found in
        (x: x(step, place), estimate: found.importance[lead.factor])
      }
      let path = points.enumerated().map { index, point in
        "\(index == 0 ? "M" : "L")\(NumberText.tenth(point.x)) \(NumberText.tenth(y(point.estimate.value)))"
      }.joined()
      text +=
        "<g class=\"arm\(place % 8)\"><path class=\"course\(place >= 8 ? " second" : "")\" d=\"\(path)\"/>"
      for point in points {
        text +=
          "<line class=\"reach\" x1=\"\(NumberText.tenth(point.x))\" x2=\"\(NumberText.tenth(point.x))\" "
        text +=
          "y1=\"\(NumberText.tenth(y(point.estimate.low)))\" y2=\"\(NumberText.tenth(y(point.estimate.high)))\"/>"
        text += "<circle class=\"dot\" style=\"fill:var(--arm)\" cx=\"\(NumberText.tenth(point.x))\" "
        text += "cy=\"\(NumberText.tenth(y(point.estimate.value)))\" r=\"2.4\"/>"
      }
      text += "</g>"
    }
    return text + numbers(y) + "</svg>"
  }

  private func axes(_ ticks: [Double], y: (Double) -> Double, spacing: Double) -> String {
    var text = ""
    for tick in ticks {
      let place = NumberText.tenth(y(tick))
      text +=
        "<line class=\"grid\" x1=\"\(NumberText.plain(Self.plot.left))\" x2=\"\(NumberText.plain(Self.plot.right))\" "
      text += "y1=\"\(place)\" y2=\"\(place)\"/><text x=\"\(NumberText.plain(Self.plot.left - 6))\" "
      text += "y=\"\(NumberText.tenth(y(tick) + 3.5))\" text-anchor=\"end\">\(NumberText.axis(tick))</text>"
    }
    for (index, step) in finding.steps.enumerated() {
      let place = NumberText.tenth(Self.plot.left + spacing * (Double(index) + 0.5))
      text += "<text x=\"\(place)\" y=\"\(NumberText.plain(Self.plot.bottom + 17))\" text-anchor=\"middle\">"
      text += "\(step.used) (\(NumberText.short(Double(step.rows), digits: 7)) rows)</text>"
    }
    return text
      + "<text x=\"\(NumberText.plain(Self.plot.right))\" y=\"\(NumberText.plain(Self.size.height - 6))\" "
      + "text-anchor=\"end\">\(record.scheme.method.unitWord)</text>"
  }

  /// Ranks at the right end, each at its line's height or as near to it as the others let it.
  private func numbers(_ y: (Double) -> Double) -> String {
    guard let last = finding.steps.last else { return "" }
    let gap = 12.5
    var text = ""
    var lowest = -Double.infinity
    let leads = leading
    for (place, lead) in leads.enumerated() {
      let wished = y(last.importance[lead.factor].value)
      // Those that follow need their room above the axis.
      let floor = Self.plot.bottom + 4 - gap * Double(leads.count - 1 - place)
      let height = min(max(wished, lowest + gap), max(floor, lowest + gap))
      lowest = height
      text += "<text class=\"number\" x=\"\(NumberText.plain(Self.plot.right + 18))\" "
      text +=
        "y=\"\(NumberText.tenth(height + 3.6))\" style=\"fill:var(--a\(place % 8))\">\(lead.rank)</text>"
    }
    return text
  }
}
