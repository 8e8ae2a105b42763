import MyelonRegrowth
import MyelonSimulation

/// Charts of counts against distance beyond the lesion, a chart a kind of neuron, a line an arm.
struct DistanceChart {
  let context: ReportContext

  private static let size = (width: 340.0, height: 200.0)
  private static let plot = (left: 46.0, top: 14.0, right: 330.0, bottom: 162.0)

  /// A line of one arm.
  private struct Line {
    let arm: Int
    let points: [(distance: Double, count: Double)]
  }

  /// All charts; empty where no axon has any distance.
  func html() -> String {
    var panels: [(title: String, lines: [Line])] = []
    for type in NeuronType.allCases {
      let title = type.name.prefix(1).uppercased() + type.name.dropFirst()
      if type == .graft {
        panels.append((title + ", caudally", lines(type, \.beyond)))
        panels.append((title + ", rostrally", lines(type, \.beyondRostrally)))
      } else {
        panels.append((title, lines(type, \.beyond)))
      }
    }
    let shown = panels.filter { panel in panel.lines.contains { $0.points.contains { $0.count > 0 } } }
    guard !shown.isEmpty else { return "" }
    return """
      <p>Ends of axons that lie at least so far beyond the centre of the lesion, at the last visit, in the direction in which \
      they normally run. Each chart has its own scale.</p>
      <div class="panels">\(shown.map { figure($0.title, $0.lines) }.joined())</div>

      """
  }

  private func lines(
    _ type: NeuronType, _ counts: KeyPath<RegrowthSummary.Population, [Double]>
  ) -> [Line] {
    context.regrown.compactMap { arm in
      guard let summary = context.lastRegrowth(arm),
        let population = summary.populations.first(where: { $0.neuron == type.name })
      else { return nil }
      let points = zip(summary.distances, population[keyPath: counts])
        .filter { $0.isFinite && $1.isFinite }.map { (distance: $0, count: $1) }
      return points.isEmpty ? nil : Line(arm: arm, points: points)
    }
  }

  private func figure(_ title: String, _ lines: [Line]) -> String {
    let points = lines.flatMap(\.points)
    let reach = max(points.map(\.distance).max() ?? 1, 1e-9)
    let ticks = Self.ticks(upTo: max(points.map(\.count).max() ?? 1, 1e-9))
    let top = ticks.last ?? 1
    func x(_ distance: Double) -> String {
      NumberText.plain(Self.plot.left + distance / reach * (Self.plot.right - Self.plot.left))
    }
    func y(_ count: Double) -> String {
      NumberText.plain(Self.plot.bottom - count / top * (Self.plot.bottom - Self.plot.top))
    }
    var text = ""
    for tick in ticks {
      text += "<line class=\"grid\" x1=\"\(x(0))\" y1=\"\(y(tick))\" x2=\"\(x(reach))\" y2=\"\(y(tick))\"/>"
      text += "<text x=\"\(NumberText.plain(Self.plot.left - 6))\" y=\"\(y(tick))\" dy=\"3.5\" "
      text += "text-anchor=\"end\">\(NumberText.axis(tick))</text>"
    }
    for tick in Self.ticks(upTo: reach) where tick <= reach * 1.001 {
      text += "<text x=\"\(x(tick))\" y=\"\(NumberText.plain(Self.plot.bottom + 16))\" "
      text += "text-anchor=\"middle\">\(NumberText.axis(tick))</text>"
    }
    text += "<text x=\"\(x(reach))\" y=\"\(NumberText.plain(Self.plot.bottom + 31))\" text-anchor=\"end\">"
    text += "mm beyond the lesion’s end</text>"
    for line in lines {
      let path = line.points.enumerated().map { "\($0 == 0 ? "M" : "L")\(x($1.distance)) \(y($1.count))" }
        .joined()
      text += "<g class=\"\(context.colourClass(line.arm))\"><path class=\"line\" d=\"\(path)\""
      text += "\(ReportContext.dashAttribute(line.arm))/></g>"
    }
    let ends = lines.map { line in
      let counts = line.points.map { "\(NumberText.short($0.count)) at \(NumberText.short($0.distance)) mm" }
      return "\(context.arms[line.arm].name): \(counts.joined(separator: ", "))"
    }
    let meaning = Markup.escape("\(title): ends of axons against distance. \(ends.joined(separator: ". "))")
    return """
      <figure class="panel"><figcaption><b>\(title)</b> <span>ends</span></figcaption><svg class="chart" \
      viewBox="0 0 \(NumberText.plain(Self.size.width)) \(NumberText.plain(Self.size.height))" role="img" \
      aria-label="\(meaning)">\(text)</svg></figure>

      """
  }

  /// Round numbers from zero to one that encloses a value.
  private static func ticks(upTo value: Double) -> [Double] {
    let step = ChartPanel.roundStep(value / 4)
    return (0...Int((value / step - 1e-9).rounded(.up))).map { Double($0) * step }
  }
}
