import Foundation

/// Bars and marks on an axis of their own, small enough for a cell of a table.
struct RangeBar {
  /// A stretch of the axis.
  struct Span {
    let range: ClosedRange<Double>
    /// Style class, such as "narrow"; empty for the plain bar.
    var style = ""
    /// Height of the bar, of 18.
    var height = 10.0
  }

  /// A line across the bar.
  struct Mark {
    let value: Double
    /// Style class, such as "observed"; empty for the plain line.
    var style = ""
  }

  /// Ends of the axis.
  let axis: ClosedRange<Double>
  /// Whether equal distances are equal factors; the axis is then positive.
  var isLogarithmic = false
  let spans: [Span]
  var marks: [Mark] = []

  private static let width = 300.0

  /// The drawing, as wide as its cell.
  func svg() -> String {
    var text = "<svg viewBox=\"0 0 300 18\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    for span in spans {
      let left = place(span.range.lowerBound)
      let width = max(1, place(span.range.upperBound) - left)
      text += "<rect\(Self.attribute(span.style)) x=\"\(NumberText.plain(left))\" "
      text += "y=\"\(NumberText.plain(9 - span.height / 2))\" width=\"\(NumberText.plain(width))\" "
      text += "height=\"\(NumberText.plain(span.height))\"/>"
    }
    for mark in marks {
      let x = NumberText.plain(place(mark.value))
      text += "<line\(Self.attribute(mark.style)) x1=\"\(x)\" x2=\"\(x)\" y1=\"1\" y2=\"17\"/>"
    }
    return text + "</svg>"
  }

  private static func attribute(_ style: String) -> String {
    style.isEmpty ? "" : " class=\"\(style)\""
  }

  private func place(_ value: Double) -> Double {
    let (low, high) = (axis.lowerBound, axis.upperBound)
    let share =
      isLogarithmic && low > 0
      ? log(max(value, low) / low) / max(log(high / low), 1e-300) : (value - low) / max(high - low, 1e-300)
    return min(1, max(0, share)) * Self.width
  }
}
