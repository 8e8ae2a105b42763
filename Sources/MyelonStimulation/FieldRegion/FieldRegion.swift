/// A box of the grid in which a lead field is kept.
public struct FieldRegion: Sendable, Hashable, Codable {
  /// Lowest x, y and z, mm.
  public var low: SIMD3<Double>
  /// Highest x, y and z, mm.
  public var high: SIMD3<Double>

  /// Makes a region.
  public init(low: SIMD3<Double>, high: SIMD3<Double>) {
    self.low = low
    self.high = high
  }

  /// The smallest region that holds all points and a margin.
  ///
  /// - Parameters:
  ///   - points: mm.
  ///   - margin: mm on every side.
  public init(around points: [SIMD3<Double>], margin: Double) {
    var low = SIMD3<Double>(repeating: .infinity)
    var high = SIMD3<Double>(repeating: -.infinity)
    for point in points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    self.low = low - margin
    self.high = high + margin
  }
}
