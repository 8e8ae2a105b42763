/// Lines through points.
public enum Polyline {
  /// A line with fewer points that stays within a distance of the given one.
  ///
  /// Ramer 1972 Comput Graph Image Process 1:244; Douglas & Peucker 1973 Cartographica 10:112: of a stretch between two
  /// kept points, the point farthest from the chord is kept too if it lies farther than the tolerance. First and last
  /// points stay.
  ///
  /// - Parameters:
  ///   - points: the line; finite.
  ///   - tolerance: largest distance of a point left out from the new line, in the unit of the points.
  /// - Returns: points of the line in order.
  public static func thinned(_ points: [SIMD3<Float>], tolerance: Float) -> [SIMD3<Float>] {
    guard points.count > 2 else { return points }
    var kept = [Bool](repeating: false, count: points.count)
    kept[0] = true
    kept[points.count - 1] = true
    // A stack of its own: lines of many points must not nest as many calls.
    var open = [(0, points.count - 1)]
    while let (first, last) = open.popLast() {
      var farthest = (index: first, distance: tolerance)
      for index in first..<last where index > first {
        let distance = distance(points[index], from: points[first], to: points[last])
        if distance > farthest.distance { farthest = (index, distance) }
      }
      guard farthest.index > first else { continue }
      kept[farthest.index] = true
      open.append((first, farthest.index))
      open.append((farthest.index, last))
    }
    return points.indices.filter { kept[$0] }.map { points[$0] }
  }

  /// Distance of a point from a stretch between two others.
  private static func distance(_ point: SIMD3<Float>, from first: SIMD3<Float>, to last: SIMD3<Float>)
    -> Float
  {
    let chord = last - first
    let length = (chord * chord).sum()
    let along = length > 0 ? min(max(((point - first) * chord).sum() / length, 0), 1) : 0
    let apart = point - (first + chord * along)
    return (apart * apart).sum().squareRoot()
  }
}
