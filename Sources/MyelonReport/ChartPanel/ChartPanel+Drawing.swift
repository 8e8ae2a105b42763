extension ChartPanel {
  private static let size = (width: 340.0, height: 196.0)
  private static let plot = (left: 46.0, top: 16.0, right: 330.0, bottom: 168.0)

  /// The chart as an inline SVG image.
  func svg(axis: TimeAxis) -> String {
    let ticks = valueTicks
    let scale = Scale(axis: axis, low: ticks.first ?? 0, high: ticks.last ?? 1)
    var text =
      "<svg class=\"chart\" viewBox=\"0 0 \(NumberText.plain(Self.size.width)) "
      + "\(NumberText.plain(Self.size.height))\" role=\"img\" aria-label=\"\(meaning)\">"
    text += windows.enumerated().map { Self.band($1, Self.letter($0), scale) }.joined()
    text += ticks.map { Self.valueTick($0, scale) }.joined()
    text += Self.timeTicks(axis, scale)
    text += bands.map { Self.area($0, scale) }.joined()
    text += lines.map { Self.path($0, scale) }.joined()
    text += marks.map { Self.mark($0, scale) }.joined()
    return text + "</svg>"
  }

  /// From days and values to places in the drawing.
  struct Scale {
    let axis: TimeAxis
    let low: Double
    let high: Double

    func x(_ day: Double) -> Double {
      ChartPanel.plot.left + axis.position(day) * (ChartPanel.plot.right - ChartPanel.plot.left)
    }
    func y(_ value: Double) -> Double {
      let share = (value - low) / max(high - low, 1e-300)
      return ChartPanel.plot.bottom - min(max(share, 0), 1) * (ChartPanel.plot.bottom - ChartPanel.plot.top)
    }
  }

  private static func band(_ window: PublishedWindow, _ letter: String, _ scale: Scale) -> String {
    guard window.days.lowerBound <= scale.axis.lastDay else { return "" }
    let start = scale.x(window.days.lowerBound)
    let width = max(2, scale.x(window.days.upperBound) - start)
    let top = window.values.map { scale.y($0.upperBound) } ?? plot.top
    let bottom = window.values.map { scale.y($0.lowerBound) } ?? plot.bottom
    let box =
      "<rect class=\"band\(window.values == nil ? "" : " box")\" x=\"\(NumberText.plain(start))\" "
      + "y=\"\(NumberText.plain(top))\" width=\"\(NumberText.plain(width))\" "
      + "height=\"\(NumberText.plain(max(2, bottom - top)))\"/>"
    let centre = NumberText.plain(start + width / 2)
    return box + "<text class=\"letter\" x=\"\(centre)\" y=\"\(NumberText.plain(plot.top - 4))\" "
      + "text-anchor=\"middle\">\(letter)</text>"
  }

  private static func valueTick(_ value: Double, _ scale: Scale) -> String {
    let y = NumberText.plain(scale.y(value))
    let label = NumberText.plain(scale.y(value) + 3.5)
    return "<line class=\"grid\" x1=\"\(NumberText.plain(plot.left))\" y1=\"\(y)\" "
      + "x2=\"\(NumberText.plain(plot.right))\" y2=\"\(y)\"/><text x=\"\(NumberText.plain(plot.left - 6))\" "
      + "y=\"\(label)\" text-anchor=\"end\">\(NumberText.axis(value))</text>"
  }

  private static func timeTicks(_ axis: TimeAxis, _ scale: Scale) -> String {
    var text = ""
    var last = -Double.infinity
    for tick in axis.ticks {
      let x = scale.x(tick.day)
      let place = NumberText.plain(x)
      text += "<line class=\"tick\" x1=\"\(place)\" y1=\"\(NumberText.plain(plot.bottom))\" x2=\"\(place)\" "
      text += "y2=\"\(NumberText.plain(plot.bottom + 4))\"/>"
      guard x - last > 26 else { continue }
      // A label in the corner would be cut in half.
      let isLast = x > plot.right - 4
      text += "<text x=\"\(isLast ? NumberText.plain(x + 8) : place)\" "
      text += "y=\"\(NumberText.plain(plot.bottom + 16))\" text-anchor=\"\(isLast ? "end" : "middle")\">"
      text += "\(tick.label)</text>"
      last = x
    }
    return text
  }

  /// Forwards along the upper edge, back along the lower one.
  private static func area(_ band: Band, _ scale: Scale) -> String {
    guard band.points.count >= 2 else { return "" }
    let edge =
      band.points.map { (scale.x($0.day), scale.y($0.high)) }
      + band.points.reversed().map { (scale.x($0.day), scale.y($0.low)) }
    let commands = edge.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(NumberText.tenth(point.0)) \(NumberText.tenth(point.1))"
    }
    return "<path class=\"fan \(band.style) \(ArmBadge.colourClass(band.arm))\" d=\"\(commands.joined())z\"/>"
  }

  private static func path(_ line: Line, _ scale: Scale) -> String {
    var commands = ""
    var isDown = false
    var dots = ""
    for point in line.points {
      guard point.value.isFinite else {
        isDown = false
        continue
      }
      let (x, y) = (NumberText.plain(scale.x(point.day)), NumberText.plain(scale.y(point.value)))
      commands += "\(isDown ? "L" : "M")\(x) \(y)"
      isDown = true
      if line.marksPoints { dots += "<circle class=\"dot\" cx=\"\(x)\" cy=\"\(y)\" r=\"2.6\"/>" }
    }
    let dash =
      line.isReference ? " stroke-dasharray=\"1.5 3\"" : ReportContext.dashAttribute(line.arm)
    return
      "<g class=\"\(ArmBadge.colourClass(line.arm))\"><path class=\"line\(line.isReference ? " reference" : "")\" "
      + "d=\"\(commands)\"\(dash)/>\(dots)</g>"
  }

  private static func mark(_ mark: Mark, _ scale: Scale) -> String {
    let x = scale.x(mark.day)
    let place = NumberText.plain(x)
    var text = "<g class=\"arm\(mark.arm % ReportContext.armColours)\">"
    if let spread = mark.spread {
      let (top, bottom) = (scale.y(mark.mean + spread), scale.y(mark.mean - spread))
      text += "<line class=\"whisker\" x1=\"\(place)\" y1=\"\(NumberText.plain(top))\" x2=\"\(place)\" "
      text += "y2=\"\(NumberText.plain(bottom))\"/>"
    }
    let shape = "M\(place) \(NumberText.plain(scale.y(mark.mean) - 4.5))l4.5 4.5l-4.5 4.5l-4.5 -4.5z"
    return text + "<path class=\"published\" d=\"\(shape)\"/></g>"
  }
}
