import Foundation

/// Size and place of what lies inside in one section; mm in the section's axes (left, dorsal).
struct SectionGeometry: Sendable {
  /// Area, mm2.
  var area = 0.0
  /// Right and ventral ends.
  var low = SIMD2<Double>(repeating: .infinity)
  /// Left and dorsal ends.
  var high = SIMD2<Double>(repeating: -.infinity)
  /// Sum of positions over the area, mm3.
  var first = SIMD2<Double>.zero
  /// Sums of squares and of the product of positions over the area, mm4.
  var second = SIMD3<Double>.zero
  /// Area to the left of the line `split.x`, and dorsal to `split.y`.
  var beyond = SIMD2<Double>.zero

  /// Extent of the box: width and height.
  var extent: SIMD2<Double> { high - low }
  /// Centroid.
  var centroid: SIMD2<Double> { first / area }
  /// Half-diameters: twice the standard deviations of the area, which are the semi-axes of an ellipse.
  ///
  /// The box knows an end to half a voxel; moments rest on the whole outline and know it far better. The voxel
  /// models of injured cords are measured likewise.
  var half: SIMD2<Double> {
    let centroid = centroid
    let variance = SIMD2(second.x, second.y) / area - centroid * centroid
    return 2 * SIMD2(max(variance.x, 1e-12).squareRoot(), max(variance.y, 1e-12).squareRoot())
  }

  /// Angle of the long axis from the left axis towards the back, degrees, -90 to 90, and how long it is against
  /// the short one.
  var principal: (angle: Double, ratio: Double) {
    let centroid = centroid
    let xx = second.x / area - centroid.x * centroid.x
    let yy = second.y / area - centroid.y * centroid.y
    let xy = second.z / area - centroid.x * centroid.y
    let mean = 0.5 * (xx + yy)
    let spread = (0.25 * (xx - yy) * (xx - yy) + xy * xy).squareRoot()
    let angle = 0.5 * Foundation.atan2(2 * xy, xx - yy) * 180 / .pi
    return (angle, ((mean + spread) / max(mean - spread, 1e-12)).squareRoot())
  }
}

extension SectionField {
  /// Measures what is inside; nil where nothing is.
  ///
  /// Areas are sums over rows of stretches whose ends are interpolated; the lateral ends are those of the rows,
  /// the ventral and dorsal ends those of the columns.
  ///
  /// - Parameter split: lines whose left and dorsal sides are measured apart.
  /// - Returns: the measures.
  func geometry(split: SIMD2<Double> = .zero) -> SectionGeometry? {
    var result = SectionGeometry()
    forEachStretch { row, low, high in
      let y = origin.y + Double(row) * step.y
      let length = high - low
      let area = length * step.y
      let x = 0.5 * (low + high)
      result.area += area
      result.low.x = min(result.low.x, low)
      result.high.x = max(result.high.x, high)
      result.first += area * SIMD2<Double>(x, y)
      let xx = x * x + length * length / 12
      let yy = y * y + step.y * step.y / 12
      result.second += area * SIMD3<Double>(xx, yy, x * y)
      let leftPart: Double = max(0, high - max(low, split.x))
      let dorsalPart: Double = min(max(y + 0.5 * step.y - split.y, 0), step.y)
      result.beyond += SIMD2<Double>(leftPart * step.y, length * dorsalPart)
    }
    guard result.area > 0 else { return nil }
    columnEnds(&result)
    return result
  }

  private func columnEnds(_ result: inout SectionGeometry) {
    var column = [Float](repeating: 0, count: rows)
    for x in 0..<columns {
      for y in 0..<rows { column[y] = values[y * columns + x] }
      let extent = column.withUnsafeBufferPointer { Self.extent(of: $0, start: origin.y, step: step.y) }
      guard let extent else { continue }
      result.low.y = min(result.low.y, extent.lowerBound)
      result.high.y = max(result.high.y, extent.upperBound)
    }
  }
}
