import MyelonStatistics

/// Estimates with their Monte Carlo intervals, as markup.
enum EstimateText {
  /// A probability with its interval in small, such as "62 % 60-64"; "–" when it is not known.
  static func percent(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    return "\(probability(estimate.value)) <small>\(range(estimate))</small>"
  }

  /// A probability as per cent that is never rounded to none or all.
  static func probability(_ value: Double) -> String {
    if value > 0, value < 0.001 { return "&lt;\u{202F}0.1\u{202F}%" }
    if value < 1, value > 0.999 { return "&gt;\u{202F}99.9\u{202F}%" }
    return NumberText.percent(value > 0.99 && value < 1 ? (value * 1000).rounded(.down) / 1000 : value)
  }

  /// The interval of a probability in per cent, without the sign.
  static func range(_ estimate: Estimate) -> String {
    func text(_ share: Double) -> String {
      let value = 100 * share
      return NumberText.score(value < 10 || value > 90 ? value : value.rounded())
    }
    return "\(text(estimate.low))–\(text(estimate.high))"
  }

  /// A signed number with its interval, such as "+4.1 (3.9 to 4.3)".
  static func signed(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    return "\(signed(estimate.value)) <small>(\(signed(estimate.low)) to \(signed(estimate.high)))</small>"
  }

  /// A number with its sign.
  static func signed(_ value: Double) -> String {
    let text = NumberText.short(value)
    return value > 0 && text != "0" ? "+" + text : text
  }

  /// The median of five quantiles with the ends of the 90 % range in small.
  static func spread(_ quantiles: [Double], unit: String = "") -> String {
    guard quantiles.count == 5 else { return "–" }
    return "\(number(quantiles[2], unit)) <small>\(between(quantiles, unit: unit))</small>"
  }

  /// The ends of the 90 % range.
  static func between(_ quantiles: [Double], unit: String = "") -> String {
    guard quantiles.count == 5 else { return "–" }
    return "\(number(quantiles[0], unit)) to \(number(quantiles[4], unit))"
  }

  /// A number as its unit is usually told: whole points, three digits of all else.
  static func number(_ value: Double, _ unit: String) -> String {
    unit == "points" ? NumberText.fixed(value, 0) : NumberText.short(value)
  }
}
