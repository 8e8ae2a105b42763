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

  /// A number with its interval in small, such as "12.3 11.9 to 12.7".
  static func number(_ estimate: Estimate?, digits: Int = 3) -> String {
    guard let estimate, estimate.value.isFinite else { return "–" }
    return
      "\(NumberText.short(estimate.value, digits: digits)) <small>\(NumberText.short(estimate.low, digits: digits)) to "
      + "\(NumberText.short(estimate.high, digits: digits))</small>"
  }

  /// A signed number with its interval; zero without one where nothing varies at all.
  static func signed(_ estimate: Estimate?) -> String {
    guard let estimate, estimate.value.isFinite else { return "–" }
    guard estimate.low != estimate.high else { return EstimateText.signed(estimate.value) }
    return
      "\(EstimateText.signed(rounded(estimate.value, estimate))) <small>\(EstimateText.signed(rounded(estimate.low, estimate))) "
      + "to \(EstimateText.signed(rounded(estimate.high, estimate)))</small>"
  }

  /// A number without digits that its interval makes meaningless.
  private static func rounded(_ value: Double, _ estimate: Estimate) -> Double {
    let reach = max(estimate.high - estimate.low, 1e-9)
    let unit = pow(10, floor(log10(reach)) - 1)
    return (value / unit).rounded() * unit
  }

  /// Days as years with one decimal.
  static func years(_ days: Double) -> Double { days / 365.25 }

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

  /// Joined with commas and an "and".
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
