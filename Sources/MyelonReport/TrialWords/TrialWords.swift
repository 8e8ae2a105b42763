import Foundation
import MyelonStatistics
import MyelonTrials

/// Words, marks and numbers that the pages of trials and cohorts share.
enum TrialWords {
  /// A world as a column or row is headed.
  static func title(_ truth: TrialTruth) -> String {
    switch truth {
    case .modelled: "as modelled"
    case .null: "null therapy"
    }
  }

  /// Style class of a world: colour, and solid or hollow.
  static func style(_ truth: TrialTruth) -> String { truth == .modelled ? "modelled" : "nothing" }

  /// A world's name with its mark, which differs in more than colour.
  static func badge(_ truth: TrialTruth) -> String {
    "<span class=\"world \(style(truth))\"><i aria-hidden=\"true\"></i>\(title(truth))</span>"
  }

  /// A share of counted trials or people with Wilson's interval; nil of none.
  static func share(_ count: Int, of all: Int) -> Estimate? {
    guard all > 0, (0...all).contains(count) else { return nil }
    return try? ProportionInterval.wilson(successes: count, trials: all)
  }

  /// A number with its interval in small, such as "12.3 11.9 to 12.7", with as many digits as the interval leaves sense.
  static func number(_ estimate: Estimate?) -> String {
    guard let estimate, estimate.value.isFinite else { return "–" }
    guard estimate.low != estimate.high else { return NumberText.short(estimate.value) }
    let texts = [estimate.value, estimate.low, estimate.high].map {
      NumberText.short(rounded($0, estimate), digits: 6)
    }
    return "\(texts[0]) <small>\(texts[1]) to \(texts[2])</small>"
  }

  /// A share inside a sentence, its interval in brackets.
  static func told(_ share: Estimate?) -> String {
    guard let share else { return "–" }
    return "\(EstimateText.probability(share.value)) <small>(\(EstimateText.range(share)))</small>"
  }

  /// A number inside a sentence, its interval in brackets.
  static func toldNumber(_ estimate: Estimate?) -> String {
    number(estimate).replacing("<small>", with: "<small>(").replacing("</small>", with: ")</small>")
  }

  /// A signed number inside a sentence, its interval in brackets.
  static func toldSigned(_ estimate: Estimate) -> String {
    signed(estimate).replacing("<small>", with: "<small>(").replacing("</small>", with: ")</small>")
  }

  /// A signed number with its interval; zero without one where nothing varies at all.
  static func signed(_ estimate: Estimate?) -> String {
    guard let estimate, estimate.value.isFinite else { return "–" }
    guard estimate.low != estimate.high else { return EstimateText.signed(estimate.value) }
    return
      "\(plus(rounded(estimate.value, estimate))) <small>\(plus(rounded(estimate.low, estimate))) "
      + "to \(plus(rounded(estimate.high, estimate)))</small>"
  }

  private static func plus(_ value: Double) -> String {
    let text = NumberText.short(value, digits: 6)
    return value > 0 && text != "0" ? "+" + text : text
  }

  /// A number without digits that its interval makes meaningless.
  private static func rounded(_ value: Double, _ estimate: Estimate) -> Double {
    let reach = max(estimate.high - estimate.low, 1e-9)
    let unit = pow(10, floor(log10(reach)) - 1)
    return (value / unit).rounded() * unit
  }

  /// A bar from zero to a number, and a thin one over its interval where it has any width.
  static func spans(_ estimate: Estimate, style: String) -> [RangeBar.Span] {
    guard estimate.value.isFinite else { return [] }
    var spans: [RangeBar.Span] = []
    if estimate.value != 0 {
      spans.append(
        RangeBar.Span(range: min(0, estimate.value)...max(0, estimate.value), style: style, height: 12))
    }
    if estimate.low < estimate.high, (estimate.high - estimate.low).isFinite {
      spans.append(RangeBar.Span(range: estimate.low...estimate.high, style: "reach", height: 3))
    }
    return spans
  }

  /// An estimate on another scale.
  static func scaled(_ estimate: Estimate?, _ factor: Double) -> Estimate? {
    estimate.map {
      Estimate(
        value: $0.value * factor, standardError: $0.standardError * factor, low: $0.low * factor,
        high: $0.high * factor)
    }
  }

  /// "1 person", "2 people".
  static func people(_ count: Int) -> String {
    count == 1 ? "1 person" : "\(NumberText.short(Double(count), digits: 7)) people"
  }

  /// A count with thin spaces.
  static func count(_ count: Int) -> String { NumberText.short(Double(count), digits: 9) }

  /// Round numbers of an axis within a range, at least two.
  static func ticks(_ range: ClosedRange<Double>, aim: Int = 5) -> [Double] {
    let reach = range.upperBound - range.lowerBound
    guard reach > 0, reach.isFinite else { return [range.lowerBound] }
    let raw = reach / Double(max(1, aim))
    let power = pow(10, floor(log10(raw)))
    let step = ([1.0, 2, 5].first { $0 * power >= raw * 0.999 } ?? 10) * power
    let (first, last) = (
      (range.lowerBound / step).rounded(.up), (range.upperBound / step).rounded(.down)
    )
    guard last >= first else { return [range.lowerBound] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// A name that has to fit into a chart.
  static func shortened(_ name: String) -> String { name.count > 24 ? name.prefix(22) + "…" : name }
}
