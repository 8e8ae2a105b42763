/// The course of a nerve fibre through the tissue: a polyline in cord coordinates.
public struct FibrePath: Sendable, Hashable, Codable {
  /// Corners of the line, mm, from where the fibre begins.
  public let points: [SIMD3<Double>]
  /// Distance of every corner from the first along the line, mm.
  public let distances: [Double]

  /// Makes a path; corners that coincide with the one before are left out.
  ///
  /// - Parameter points: at least two different points, mm.
  public init(_ points: [SIMD3<Double>]) {
    var kept: [SIMD3<Double>] = []
    var distances: [Double] = []
    for point in points {
      precondition(
        point.x.isFinite && point.y.isFinite && point.z.isFinite, "A path must be finite: \(point)")
      guard let last = kept.last, let distance = distances.last else {
        kept.append(point)
        distances.append(0)
        continue
      }
      let step = point - last
      let length = (step * step).sum().squareRoot()
      guard length > 0 else { continue }
      kept.append(point)
      distances.append(distance + length)
    }
    precondition(kept.count >= 2, "A path needs two different points")
    self.points = kept
    self.distances = distances
  }

  /// Length along the line, mm.
  public var length: Double { distances.last ?? 0 }

  /// The point at a distance along the line, mm; beyond the ends the line goes straight on.
  ///
  /// - Parameter distance: mm from the first corner along the line.
  /// - Returns: position, mm.
  public func point(at distance: Double) -> SIMD3<Double> {
    var low = 0
    var high = distances.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if distances[middle] <= distance { low = middle } else { high = middle }
    }
    let share = (distance - distances[low]) / (distances[high] - distances[low])
    return points[low] + share * (points[high] - points[low])
  }

  /// Distance along the line of the point of it that lies nearest to a given one, mm.
  public func distance(nearestTo target: SIMD3<Double>) -> Double {
    var best = (square: Double.infinity, distance: 0.0)
    for index in 1..<points.count {
      let step = points[index] - points[index - 1]
      let share = min(1, max(0, ((target - points[index - 1]) * step).sum() / (step * step).sum()))
      let gap = points[index - 1] + share * step - target
      let square = (gap * gap).sum()
      guard square < best.square else { continue }
      best = (square, distances[index - 1] + share * (distances[index] - distances[index - 1]))
    }
    return best.distance
  }
}
