import Foundation

/// Numbers and times as a reader expects them: three significant digits, thin spaces, real minus signs.
enum NumberText {
  /// A number with about three significant digits; "–" when it is missing or not finite.
  static func short(_ value: Double?, digits: Int = 3) -> String {
    guard let value, value.isFinite else { return "–" }
    if value == 0 { return "0" }
    let size = abs(value)
    if size >= 1e7 || size < 1e-4 { return scientific(value, digits: digits) }
    let decimals = max(0, digits - 1 - Int(floor(log10(size))))
    let text = trimmed(String(format: "%.\(min(decimals, 8))f", value))
    return grouped(text)
  }

  /// A count of cells to three digits: more would pretend to be known.
  static func cells(_ value: Double?) -> String {
    guard let value, value.isFinite, abs(value) >= 1000 else { return short(value) }
    let unit = pow(10, floor(log10(abs(value))) - 2)
    return short((value / unit).rounded() * unit)
  }

  /// A count that need not be whole, such as a mean: whole and to three digits, "< 1" where that would be 0 and
  /// the count is not; markup.
  static func count(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    return value > 0 && value < 0.5 ? "&lt;\u{202F}1" : cells(value.rounded())
  }

  /// A number with a fixed count of decimals.
  static func fixed(_ value: Double?, _ decimals: Int) -> String {
    guard let value, value.isFinite else { return "–" }
    return grouped(String(format: "%.\(decimals)f", value))
  }

  /// A fraction as per cent.
  static func percent(_ fraction: Double?) -> String {
    guard let fraction, fraction.isFinite else { return "–" }
    let value = 100 * fraction
    return (abs(value) < 10 && abs(value) > 0.05 ? fixed(value, 1) : fixed(value, 0)) + "\u{202F}%"
  }

  /// A time after injury, "day 7" or "hour 6".
  static func day(_ days: Double) -> String {
    days < 1 && days > 0 ? "hour \(short(days * 24))" : "day \(short(days, digits: 4))"
  }

  /// A score with at most one decimal.
  static func score(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    return trimmed(fixed(value, 1))
  }

  /// A length of time: "6 h", "3 days", "12 weeks", "1 year".
  static func duration(days: Double) -> String {
    func count(_ value: Double, _ unit: String) -> String {
      "\(short(value, digits: 3)) \(unit)\(value == 1 ? "" : "s")"
    }
    if days < 2 && days != 1 { return "\(short(days * 24)) h" }
    if abs(days - 365) < 1 { return "1 year" }
    if days >= 700 { return count((days / 365.25 * 10).rounded() / 10, "year") }
    let weeks = days / 7
    return days >= 28 && weeks == weeks.rounded() ? count(weeks, "week") : count(days, "day")
  }

  /// Seconds of wall time: "0.4 s", "2 min 5 s".
  static func seconds(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    if value < 60 { return "\(short(value)) s" }
    let whole = Int(value.rounded())
    return "\(whole / 60) min \(whole % 60) s"
  }

  /// A label of an axis: short, without markup.
  static func axis(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    // Counts of cells would not fit beside an axis.
    if abs(value) >= 1e6 { return grouped(trimmed(String(format: "%.4g", value / 1e6))) + "M" }
    if abs(value) >= 1e5 { return grouped(trimmed(String(format: "%.4g", value / 1e3))) + "k" }
    return grouped(trimmed(String(format: "%.6g", (value * 1e9).rounded() / 1e9)))
  }

  /// A number for SVG and CSS: plain ASCII, two decimals at most.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    return trimmed(String(format: "%.2f", value))
  }

  /// A place in a drawing to a tenth of a unit: paths of many points must be short.
  static func tenth(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, part) = (abs(tenths) / 10, abs(tenths) % 10)
    return part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(part)"
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var result = text
    while result.last == "0" { result.removeLast() }
    if result.last == "." { result.removeLast() }
    return result == "-0" ? "0" : result
  }

  private static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? text.dropFirst() : Substring(text)
    let parts = body.split(separator: ".", maxSplits: 1)
    var whole = String(parts.first ?? "0")
    if whole.count > 4 {
      var groups: [String] = []
      while whole.count > 3 {
        groups.insert(String(whole.suffix(3)), at: 0)
        whole.removeLast(3)
      }
      whole = ([whole] + groups).joined(separator: "\u{202F}")
    }
    let isZero = body.allSatisfy { $0 == "0" || $0 == "." }
    return (isNegative && !isZero ? "\u{2212}" : "") + whole + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  private static func scientific(_ value: Double, digits: Int) -> String {
    let parts = String(format: "%.\(digits - 1)e", value).split(separator: "e")
    guard parts.count == 2, let power = Int(parts[1]) else { return "\(value)" }
    let mantissa = grouped(trimmed(String(parts[0])))
    return "\(mantissa) × 10<sup>\(power < 0 ? "\u{2212}" : "")\(abs(power))</sup>"
  }
}
