/// One small chart: a measure over time, a line per arm, with published times and values behind it.
struct ChartPanel {
  /// A line of one arm.
  struct Line {
    /// Number of the arm.
    let arm: Int
    /// Days and values, in order of time; values that are not finite leave a gap.
    let points: [(day: Double, value: Double)]
    /// Whether the value holds until the next one, as a score between visits.
    var marksPoints = false
    /// Whether it only repeats another chart's line to compare with; it is then dotted.
    var isReference = false
    /// What the line shows where that is not the arm, not escaped; nil for the arm's name.
    var label: String?
  }

  /// An area of one arm between two courses, such as what holds half of the members.
  struct Band {
    let arm: Int
    /// Style class: "wide" or "narrow".
    let style: String
    let points: [(day: Double, low: Double, high: Double)]
  }

  /// A published or observed value of one arm.
  struct Mark {
    let arm: Int
    let day: Double
    let mean: Double
    let spread: Double?
  }

  /// Stable name, used as an identifier in the page.
  let id: String
  /// Title, escaped.
  let title: String
  /// Unit in words, escaped.
  let unit: String
  /// What is shown, one sentence for readers who do not see the chart; escaped.
  let meaning: String
  let lines: [Line]
  var bands: [Band] = []
  var windows: [PublishedWindow] = []
  var marks: [Mark] = []
  /// Range of the values when it is fixed, as of a score.
  var fixedRange: ClosedRange<Double>?
  /// Distance of the marks on a fixed axis.
  var fixedStep: Double?
  /// What an axis that is not fixed reaches at least, so that several charts have the same.
  var leastHigh: Double?

  /// Lowest and highest value of the vertical axis.
  var range: ClosedRange<Double> {
    if let fixedRange { return fixedRange }
    var values = lines.flatMap { $0.points.map(\.value) } + marks.map { $0.mean + ($0.spread ?? 0) }
    values += windows.compactMap { $0.values?.upperBound }
    values += bands.flatMap { $0.points.flatMap { [$0.low, $0.high] } }
    let finite = values.filter(\.isFinite)
    let high = max(finite.max() ?? 1, leastHigh ?? -.infinity)
    let low = min(0, finite.min() ?? 0)
    return low...(high > low ? high : low + 1)
  }

  /// Letter that names a window in the chart and in its caption.
  static func letter(_ window: Int) -> String {
    String(UnicodeScalar(UInt8(97 + window % 26)))
  }

  /// True when there is nothing to draw.
  var isEmpty: Bool { lines.allSatisfy { $0.points.isEmpty } }

  /// The vertical axis: round numbers that enclose the range.
  var valueTicks: [Double] {
    if let fixedRange, let fixedStep {
      return Array(stride(from: fixedRange.lowerBound, through: fixedRange.upperBound + 1e-9, by: fixedStep))
    }
    let low = range.lowerBound
    let high = range.upperBound
    let step = Self.roundStep((high - low) / 4)
    let first = (low / step).rounded(.down)
    let count = Int(((high - first * step) / step - 1e-9).rounded(.up))
    return (0...max(1, min(count, 12))).map { (first + Double($0)) * step }
  }

  /// The round number (1, 2, 2.5 or 5 times a power of ten) next above a rough step.
  static func roundStep(_ rough: Double) -> Double {
    guard rough > 0, rough.isFinite else { return 1 }
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    return [1.0, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
  }
}
