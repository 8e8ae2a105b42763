import MyelonStatistics
import MyelonStudies

/// Every factor as a dot: size of its effect against their spread (Morris), first order against total (Sobol).
struct SensitivityScatter {
  let record: SensitivityRecord
  let finding: SensitivityFinding

  private static let size = (width: 460.0, height: 330.0)
  private static let plot = (left: 52.0, top: 12.0, right: 446.0, bottom: 288.0)
  /// Dots that bear their rank.
  private static let numbered = SensitivityVerdict.leading

  private struct Dot {
    let row: SensitivityRow
    let x: Double
    let y: Double
  }

  func html() -> String {
    let isMorris = words.isMorris
    let caption =
      isMorris
      ? "Size of effects and their spread. Near the axis: a steady effect. Beyond the line σ = μ*: an effect that hangs on "
        + "the other parameters or changes its sign. Numbers: ranks."
      : "First order and total. On the line: the parameter acts alone. Above it: together with others. Numbers: ranks."
    return """
      <figure><figcaption>\(caption)</figcaption>
      \(svg)</figure>
      """
  }

  private var words: SensitivityWords { SensitivityWords(record: record) }

  private var dots: [Dot] {
    finding.rows.filter { !$0.isInert }.map { row in
      words.isMorris
        ? Dot(row: row, x: row.importance.value, y: row.deviation ?? 0)
        : Dot(row: row, x: max(0, row.direct.value), y: row.importance.value)
    }
  }

  private var svg: String {
    let dots = self.dots
    let (xTicks, yTicks) = (
      SensitivityWords.ticks(to: dots.map(\.x).max() ?? 1),
      SensitivityWords.ticks(to: dots.map(\.y).max() ?? 1)
    )
    let (xEnd, yEnd) = (xTicks.last ?? 1, yTicks.last ?? 1)
    func x(_ value: Double) -> Double { Self.plot.left + value / xEnd * (Self.plot.right - Self.plot.left) }
    func y(_ value: Double) -> Double { Self.plot.bottom - value / yEnd * (Self.plot.bottom - Self.plot.top) }
    var text =
      "<svg class=\"chart\" viewBox=\"0 0 \(NumberText.plain(Self.size.width)) \(NumberText.plain(Self.size.height))\" "
      + "role=\"img\" aria-label=\"Effects of \(finding.rows.count) parameters; the table below holds the numbers\">"
    for tick in yTicks {
      let place = NumberText.tenth(y(tick))
      text +=
        "<line class=\"grid\" x1=\"\(NumberText.plain(Self.plot.left))\" x2=\"\(NumberText.plain(Self.plot.right))\" "
      text += "y1=\"\(place)\" y2=\"\(place)\"/><text x=\"\(NumberText.plain(Self.plot.left - 6))\" "
      text += "y=\"\(NumberText.tenth(y(tick) + 3.5))\" text-anchor=\"end\">\(NumberText.axis(tick))</text>"
    }
    for tick in xTicks {
      let place = NumberText.tenth(x(tick))
      text +=
        "<line class=\"tick\" x1=\"\(place)\" x2=\"\(place)\" y1=\"\(NumberText.plain(Self.plot.bottom))\" "
      text += "y2=\"\(NumberText.plain(Self.plot.bottom + 4))\"/><text x=\"\(place)\" "
      text +=
        "y=\"\(NumberText.plain(Self.plot.bottom + 17))\" text-anchor=\"middle\">\(NumberText.axis(tick))</text>"
    }
    // The line on which both are the same, as far as both axes go.
    let end = min(xEnd, yEnd)
    text += "<line class=\"ray\" x1=\"\(NumberText.tenth(x(0)))\" y1=\"\(NumberText.tenth(y(0)))\" "
    text += "x2=\"\(NumberText.tenth(x(end)))\" y2=\"\(NumberText.tenth(y(end)))\"/>"
    for dot in dots.reversed() { text += mark(dot, x(dot.x), y(dot.y)) }
    return text + axisTitles + "</svg>"
  }

  private func mark(_ dot: Dot, _ x: Double, _ y: Double) -> String {
    let evidence = "ev-\(words.evidence(dot.row.factor))"
    let title = "<title>\(Markup.escape(dot.row.factor))</title>"
    let place = "cx=\"\(NumberText.tenth(x))\" cy=\"\(NumberText.tenth(y))\""
    guard dot.row.rank <= Self.numbered else {
      return "<circle class=\"dot \(evidence)\" \(place) r=\"3\">\(title)</circle>"
    }
    return "<g><circle class=\"lead \(evidence)\" \(place) r=\"8\">\(title)</circle>"
      + "<text class=\"number\" x=\"\(NumberText.tenth(x))\" y=\"\(NumberText.tenth(y + 3.6))\">\(dot.row.rank)</text></g>"
  }

  private var axisTitles: String {
    let (across, up) = words.isMorris ? ("μ*, mean size of an effect", "σ") : ("first order", "total")
    let unit = Markup.escape(words.isMorris ? finding.outcome.unit : "")
    let end = unit.isEmpty ? "" : " (\(unit))"
    return "<text x=\"\(NumberText.plain(Self.plot.right))\" y=\"\(NumberText.plain(Self.size.height - 6))\" "
      + "text-anchor=\"end\">\(across)\(end)</text><text x=\"12\" y=\"\(NumberText.plain(Self.plot.top + 8))\">\(up)</text>"
  }
}
