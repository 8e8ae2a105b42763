import Foundation

/// Numbers as text in tables and sentences, the same in every locale.
enum DesignNumber {
  /// A number with a fixed number of decimals.
  static func text(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "-" : (value > 0 ? "infinite" : "-infinite") }
    return String(format: "%.\(digits)f", locale: Locale(identifier: "en_US_POSIX"), value)
  }

  /// A probability as a percentage with one decimal.
  static func percent(_ value: Double) -> String { text(100 * value, digits: 1) + " %" }
}
