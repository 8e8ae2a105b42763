extension Wording {
  /// A probability as a percentage.
  static func percent(_ value: Double, _ digits: Int = 1) -> String { decimal(100 * value, digits) + " %" }
}
