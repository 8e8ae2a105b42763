import Foundation

/// Numbers in sentences of a forecast: at most three digits behind what is read.
enum ForecastText {
  /// About three significant digits, never with an exponent for what is read every day.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    let size = abs(value)
    if size >= 1e7 || (size < 1e-4 && size > 0) { return String(format: "%.2e", value) }
    let decimals = size == 0 ? 0 : max(0, 2 - Int(floor(log10(size))))
    var text = String(format: "%.\(decimals)f", value)
    guard text.contains(".") else { return text == "-0" ? "0" : text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : text
  }

  /// A value with its unit.
  static func quantity(_ value: Double, _ unit: String) -> String {
    ["", "code", "fraction", "probability"].contains(unit) ? number(value) : "\(number(value)) \(unit)"
  }
}
