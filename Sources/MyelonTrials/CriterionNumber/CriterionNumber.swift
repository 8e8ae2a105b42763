/// Numbers in the texts of criteria and reasons.
enum CriterionNumber {
  /// A number with about three decimals, or four digits when it is small: for values that were simulated.
  static func rounded(_ number: Double) -> Double {
    let size = number.magnitude
    guard size > 0, size < 1e9 else { return number }
    var scale = 1000.0
    // Four digits of a number below 1; 1e22 is the last power of ten that is exact.
    while size * scale < 1000, scale < 1e22 { scale *= 10 }
    return (number * scale).rounded() / scale
  }
}
