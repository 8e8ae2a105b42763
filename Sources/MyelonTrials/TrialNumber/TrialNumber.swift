import Foundation

/// Numbers as tables and sentences of trials print them.
enum TrialNumber {
  /// A number with a fixed count of decimals.
  static func decimal(_ value: Double, _ digits: Int = 3) -> String {
    guard value.isFinite else { return value.isNaN ? "-" : (value > 0 ? "infinite" : "-infinite") }
    return String(format: "%.\(digits)f", value == 0 ? 0 : value)
  }

  /// A share in per cent.
  static func percent(_ value: Double, _ digits: Int = 2) -> String { decimal(100 * value, digits) }

  /// "1 person", "2 people".
  static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
}
