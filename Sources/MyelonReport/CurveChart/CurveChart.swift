import Foundation

/// A static chart of shares (0 to 100 %) against amplitude on a logarithmic axis.
struct CurveChart {
  /// One line.
  struct Curve {
    /// How it is drawn.
    enum Stroke: String { case solid, dashed, dotted }
    /// Number of its colour.
    let colour: Int
    let stroke: Stroke
    /// Amplitude, mA, and share, 0 to 1.
    let points: [(amplitude: Double, share: Double)]
  }

  /// Amplitudes at the ends of the axis, mA.
  let amplitudes: ClosedRange<Double>
  /// The lines.
  let curves: [Curve]
  /// Amplitude from which a limit of safety is exceeded, mA.
  let limit: Double?
  /// What the chart shows, for readers who cannot see it; escaped.
  let meaning: String

  private static let size = (width: 340.0, height: 186.0)
  private static let plot = (left: 40.0, top: 10.0, right: 330.0, bottom: 152.0)

  /// The chart as an inline SVG image.
  func svg() -> String {
    var text =
      "<svg class=\"chart\" viewBox=\"0 0 \(NumberText.plain(Self.size.width)) \(NumberText.plain(Self.size.height))\" "
      + "role=\"img\" aria-label=\"\(meaning)\">"
    text += limitBand + shareTicks + amplitudeTicks
    for curve in curves { text += path(curve) }
    return text + "</svg>"
  }

  private func x(_ amplitude: Double) -> Double {
    let part = log(amplitude / amplitudes.lowerBound) / log(amplitudes.upperBound / amplitudes.lowerBound)
    return Self.plot.left + min(1, max(0, part)) * (Self.plot.right - Self.plot.left)
  }

  private func y(_ share: Double) -> Double {
    Self.plot.bottom - min(1, max(0, share)) * (Self.plot.bottom - Self.plot.top)
  }

  private var limitBand: String {
    guard let limit, limit < amplitudes.upperBound else { return "" }
    let left = x(limit)
    return "<rect class=\"over\" x=\"\(NumberText.plain(left))\" y=\"\(NumberText.plain(Self.plot.top))\" "
      + "width=\"\(NumberText.plain(Self.plot.right - left))\" "
      + "height=\"\(NumberText.plain(Self.plot.bottom - Self.plot.top))\"/>"
  }

  private var shareTicks: String {
    [0, 0.5, 1].map { share -> String in
      let place = NumberText.plain(y(share))
      return "<line class=\"grid\" x1=\"\(NumberText.plain(Self.plot.left))\" y1=\"\(place)\" "
        + "x2=\"\(NumberText.plain(Self.plot.right))\" y2=\"\(place)\"/><text x=\"\(NumberText.plain(Self.plot.left - 6))\" "
        + "y=\"\(NumberText.plain(y(share) + 3.5))\" text-anchor=\"end\">\(Int(share * 100))\u{202F}%</text>"
    }.joined()
  }

  /// Ticks at 1, 2 and 5 of every power of ten.
  private var amplitudeTicks: String {
    var text = ""
    var power = pow(10, floor(log10(amplitudes.lowerBound)))
    while power <= amplitudes.upperBound {
      for digit in [1.0, 2, 5] where amplitudes.contains(digit * power) {
        let place = NumberText.plain(x(digit * power))
        text +=
          "<line class=\"tick\" x1=\"\(place)\" y1=\"\(NumberText.plain(Self.plot.bottom))\" x2=\"\(place)\" "
        text += "y2=\"\(NumberText.plain(Self.plot.bottom + 4))\"/><text x=\"\(place)\" "
        text += "y=\"\(NumberText.plain(Self.plot.bottom + 16))\" text-anchor=\"middle\">"
        text += "\(NumberText.axis(digit * power))</text>"
      }
      power *= 10
    }
    return text
      + "<text x=\"\(NumberText.plain(Self.plot.right))\" y=\"\(NumberText.plain(Self.size.height - 4))\" "
      + "text-anchor=\"end\">mA</text>"
  }

  private func path(_ curve: Curve) -> String {
    let commands = curve.points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(NumberText.tenth(x(point.amplitude))) \(NumberText.tenth(y(point.share)))"
    }.joined()
    let stroke = curve.stroke == .solid ? "" : " \(curve.stroke.rawValue)"
    return "<path class=\"curve\(stroke) arm\(curve.colour)\" d=\"\(commands)\"/>"
  }

  /// A short stroke of a line, for a key.
  static func key(colour: Int, stroke: Curve.Stroke, _ words: String) -> String {
    let dash =
      stroke == .solid
      ? "" : stroke == .dashed ? " stroke-dasharray=\"5 3\"" : " stroke-dasharray=\"1.5 2.5\""
    return
      "<li><svg class=\"arm\(colour)\" viewBox=\"0 0 30 8\" aria-hidden=\"true\"><path\(dash) d=\"M0 4H30\"/></svg>\(words)</li>"
  }
}
