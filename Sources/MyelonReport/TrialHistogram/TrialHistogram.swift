import MyelonStatistics
import MyelonTrials

/// How a number spreads over trials in both worlds, on one axis: the modelled world filled, the null world as a dashed line.
struct TrialHistogram {
  /// A place on the axis that is marked with a line and words.
  struct Mark {
    let value: Double
    /// Words, escaped.
    let words: String
    /// Style class.
    let style: String
  }

  let distribution: TrialDistribution
  /// Unit of the axis, escaped.
  let unit: String
  /// What the figure shows, as markup; the number of trials is added.
  let caption: String
  var marks: [Mark] = []
  /// Factor on values, 100 for per cent.
  var scale = 1.0

  private static let size = (width: 460.0, height: 268.0)
  private static let plot = (left: 46.0, right: 446.0, bottom: 222.0)
  /// Height of a line of words above the plot.
  private static let line = 13.0

  /// The figure with its numbers; a sentence where the number is the same in every trial.
  func html() -> String {
    guard distribution.edges.count > 2 else { return "<p>\(caption) \(constant)</p>" }
    return """
      <figure class="spread"><figcaption>\(caption) \(numbers)</figcaption>
      \(svg)
      \(key)</figure>
      """
  }

  private var parts: [TrialDistribution.Part] { distribution.parts.filter { $0.trials > 0 } }

  private var constant: String {
    let value = parts.first?.quantiles.first.map { NumberText.short($0 * scale, digits: 4) } ?? "–"
    return "It is the same in every trial of both worlds: <b>\(value)</b> \(unit)."
  }

  private var top: Double { 14 + Self.line * Double(marks.count) }

  private var numbers: String {
    let texts = parts.map { part in
      "<b>\(TrialWords.title(part.truth))</b>: mean \(TrialWords.toldNumber(TrialWords.scaled(part.mean, scale)))"
        + ", nine in ten trials \(tail(part)), n\u{202F}=\u{202F}\(TrialWords.count(part.trials)) trials"
    }
    return texts.joined(separator: "; ") + "."
  }

  private func tail(_ part: TrialDistribution.Part) -> String {
    guard let low = part.quantiles.first, let high = part.quantiles.last else { return "–" }
    return "\(NumberText.short(low * scale)) to \(NumberText.short(high * scale))"
  }

  private var key: String {
    let items = parts.map { "<li>\(TrialWords.badge($0.truth))</li>" }
    return "<ul class=\"keys\">\(items.joined())<li>height: share of the trials of a world</li></ul>"
  }

  private var axis: ClosedRange<Double> {
    let ends = distribution.edges + marks.map(\.value)
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 1)
    let margin = max(0.04 * (high - low), 1e-9)
    return (low - margin)...(high + margin)
  }

  private func x(_ value: Double) -> Double {
    let axis = axis
    return Self.plot.left
      + (value - axis.lowerBound) / (axis.upperBound - axis.lowerBound) * (Self.plot.right - Self.plot.left)
  }

  private var highest: Double {
    parts.map { Double($0.counts.max() ?? 0) / Double($0.trials) }.max() ?? 1
  }

  private func y(_ share: Double) -> Double {
    Self.plot.bottom - share / max(highest, 1e-9) * (Self.plot.bottom - top)
  }

  private var svg: String {
    let words = parts.map { part in
      "\(TrialWords.title(part.truth)): mean \(NumberText.axis((part.mean?.value ?? .nan) * scale)) of \(part.trials) trials"
    }
    var text =
      "<svg class=\"chart\" viewBox=\"0 0 \(NumberText.plain(Self.size.width)) \(NumberText.plain(Self.size.height))\" "
      + "role=\"img\" aria-label=\"\(words.joined(separator: "; "))\">"
    text += axes
    for part in parts { text += outline(part) }
    text += marks.enumerated().map(drawn).joined()
    return text + "</svg>"
  }

  private var axes: String {
    var text = ""
    for tick in TrialWords.ticks(0...max(highest, 1e-9), aim: 4) {
      let place = NumberText.tenth(y(tick))
      text +=
        "<line class=\"grid\" x1=\"\(NumberText.plain(Self.plot.left))\" x2=\"\(NumberText.plain(Self.plot.right))\" "
      text += "y1=\"\(place)\" y2=\"\(place)\"/><text x=\"\(NumberText.plain(Self.plot.left - 5))\" "
      text +=
        "y=\"\(NumberText.tenth(y(tick) + 3.5))\" text-anchor=\"end\">\(NumberText.axis(tick * 100))%</text>"
    }
    let scaled = (axis.lowerBound * scale)...(axis.upperBound * scale)
    for tick in TrialWords.ticks(scaled, aim: 6) {
      let place = NumberText.tenth(x(tick / scale))
      text +=
        "<line class=\"tick\" x1=\"\(place)\" x2=\"\(place)\" y1=\"\(NumberText.plain(Self.plot.bottom))\" "
      text += "y2=\"\(NumberText.plain(Self.plot.bottom + 4))\"/><text x=\"\(place)\" "
      text +=
        "y=\"\(NumberText.plain(Self.plot.bottom + 17))\" text-anchor=\"middle\">\(NumberText.axis(tick))</text>"
    }
    return text
      + "<text x=\"\(NumberText.plain(Self.plot.right))\" y=\"\(NumberText.plain(Self.size.height - 10))\" "
      + "text-anchor=\"end\">\(unit)</text>"
  }

  /// The steps of a histogram, from the axis and back to it.
  private func outline(_ part: TrialDistribution.Part) -> String {
    let edges = distribution.edges
    var path = "M\(NumberText.tenth(x(edges[0]))) \(NumberText.tenth(Self.plot.bottom))"
    for (bin, count) in part.counts.enumerated() {
      let height = NumberText.tenth(y(Double(count) / Double(part.trials)))
      path += "V\(height)H\(NumberText.tenth(x(edges[bin + 1])))"
    }
    return
      "<path class=\"steps \(TrialWords.style(part.truth))\" d=\"\(path)V\(NumberText.tenth(Self.plot.bottom))\"/>"
  }

  /// A mark: its words in a line of their own, on the side with more room.
  private func drawn(_ place: Int, _ mark: Mark) -> String {
    let (across, height) = (x(mark.value), 11 + Self.line * Double(place))
    let toLeft = across > (Self.plot.left + Self.plot.right) / 2
    let text =
      "<line class=\"mark \(mark.style)\" x1=\"\(NumberText.tenth(across))\" x2=\"\(NumberText.tenth(across))\" "
      + "y1=\"\(NumberText.tenth(height - 8))\" y2=\"\(NumberText.plain(Self.plot.bottom))\"/>"
    return text
      + "<text class=\"mark\" x=\"\(NumberText.tenth(across + (toLeft ? -5 : 5)))\" y=\"\(NumberText.tenth(height))\" "
      + "text-anchor=\"\(toLeft ? "end" : "start")\">\(mark.words)</text>"
  }
}
