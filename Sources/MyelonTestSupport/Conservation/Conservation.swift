/// Checks that what one quantity loses another gains.
public enum Conservation {
  /// Largest distance of a sum from its total, over all places.
  ///
  /// - Parameters:
  ///   - parts: the quantities that share the total, each with one value a place.
  ///   - total: what they must add up to everywhere.
  /// - Returns: the largest absolute distance; infinite if any sum is not a number.
  public static func largestDefect<Values: Collection>(_ parts: [Values], total: Double) -> Double
  where Values.Element == Float, Values.Index == Int {
    guard let first = parts.first else { return 0 }
    var worst = 0.0
    for place in first.indices {
      let distance = abs(parts.reduce(0.0) { $0 + Double($1[place]) } - total)
      guard distance.isFinite else { return .infinity }
      worst = max(worst, distance)
    }
    return worst
  }
}
