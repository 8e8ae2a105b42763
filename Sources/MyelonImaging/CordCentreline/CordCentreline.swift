/// The middle line of a cord from its rostral to its caudal end, in the image's world, mm.
///
/// Points equally far apart along the line, joined by cubics whose slope at a point is that between its neighbours
/// (Catmull & Rom 1974). Positions along it, `s`, are arc lengths from the rostral end of the mask.
public struct CordCentreline: Sendable {
  /// Points, rostral first.
  public let points: [SIMD3<Double>]
  /// Arc length between neighbours, mm.
  public let step: Double

  /// Arc length from the first to the last point, mm.
  public var length: Double { step * Double(points.count - 1) }

  /// Point at arc length `s`, mm; beyond the ends the line goes straight on.
  public func point(at s: Double) -> SIMD3<Double> {
    if s < 0 { return points[0] + (s / step) * slope(0) }
    if s > length { return points[points.count - 1] + ((s - length) / step) * slope(points.count - 1) }
    let (index, t) = locate(s)
    let (a, b) = (points[index], points[index + 1])
    let (u, v) = (slope(index), slope(index + 1))
    let t2 = t * t
    let t3 = t2 * t
    return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * u + (3 * t2 - 2 * t3) * b + (t3 - t2) * v
  }

  /// The plane across the cord at arc length `s`, mm.
  public func axes(at s: Double) -> SectionAxes {
    let held = min(max(s, 0), length)
    let (index, t) = locate(held)
    let (a, b) = (points[index], points[index + 1])
    let (u, v) = (slope(index), slope(index + 1))
    let t2 = t * t
    let direction = 6 * (t2 - t) * (a - b) + (3 * t2 - 4 * t + 1) * u + (3 * t2 - 2 * t) * v
    return SectionAxes(origin: point(at: s), caudal: direction)
  }

  /// Arc length of the point of the line nearest to a place, its distance, mm, and whether it lies beyond an end.
  public func nearest(to place: SIMD3<Double>) -> (s: Double, distance: Double, isBeyondEnd: Bool) {
    var best = 0
    var least = Double.infinity
    for (index, point) in points.enumerated() {
      let distance = (point - place).length
      if distance < least { (best, least) = (index, distance) }
    }
    var s = Double(best) * step
    // The nearest point is the one whose plane holds the place; the step along the line converges fast because
    // the line is far straighter than the distance is long.
    for _ in 0..<20 {
      let along = axes(at: s).offset(of: place).z
      s += along
      if abs(along) < 1e-9 * max(1, length) { break }
      s = min(max(s, -length), 2 * length)
    }
    return (s, (point(at: s) - place).length, s < 0 || s > length)
  }

  private func locate(_ s: Double) -> (index: Int, part: Double) {
    let place = s / step
    let index = min(max(Int(place), 0), points.count - 2)
    return (index, place - Double(index))
  }

  /// Derivative at a point by the number of points.
  private func slope(_ index: Int) -> SIMD3<Double> {
    if index == 0 { return points[1] - points[0] }
    if index == points.count - 1 { return points[index] - points[index - 1] }
    return 0.5 * (points[index + 1] - points[index - 1])
  }
}

extension CordCentreline {
  /// Lays points equally far apart on a curve through given ones.
  ///
  /// - Parameters:
  ///   - curve: points on the way, nearly equally far apart.
  ///   - spacing: about how far apart the new points shall lie, mm.
  init(through curve: [SIMD3<Double>], spacing: Double) {
    let rough = CordCentreline(points: curve, step: 1)
    let fine = 16
    var places = [curve[0]]
    var arcs = [0.0]
    for index in 1...(fine * (curve.count - 1)) {
      let place = rough.point(at: Double(index) / Double(fine))
      arcs.append(arcs[index - 1] + (place - places[index - 1]).length)
      places.append(place)
    }
    let total = arcs[arcs.count - 1]
    let count = max(4, Int((total / spacing).rounded()) + 1)
    let step = total / Double(count - 1)
    var points: [SIMD3<Double>] = []
    var index = 0
    for number in 0..<count {
      let s = min(step * Double(number), total)
      while index < arcs.count - 2, arcs[index + 1] < s { index += 1 }
      let span = arcs[index + 1] - arcs[index]
      let part = span > 0 ? (s - arcs[index]) / span : 0
      points.append(places[index] + part * (places[index + 1] - places[index]))
    }
    self.init(points: points, step: step)
  }
}
