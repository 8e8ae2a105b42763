/// The outline of half a body, from which the regions of both views are cut.
///
/// All lengths are drawing units of our own figure, 400 units tall; they have no anatomical source beyond
/// ordinary body proportions.
struct BodyFigure {
  /// Half width of the trunk at a height.
  static func trunk(_ y: Double) -> Double {
    interpolate([(80, 38), (104, 35), (160, 28), (196, 33), (212, 35)], at: y)
  }

  /// A point of the arm.
  ///
  /// - Parameters:
  ///   - t: 0 at the shoulder, 1 at the wrist, 1.3 at the finger tips.
  ///   - u: -1 at the body side, 1 at the outside (the thumb's side, palms forward).
  /// - Returns: The point.
  static func arm(_ t: Double, _ u: Double) -> ChartPoint {
    let x = interpolate([(0, 41.5), (0.5, 56), (1, 68), (1.3, 74)], at: t)
    let y = interpolate([(0, 82), (0.5, 138), (1, 190), (1.3, 218)], at: t)
    let half = interpolate([(0, 9.5), (0.5, 8.5), (0.95, 6.5), (1.1, 8.5), (1.3, 6.5)], at: t)
    // Across the arm, which hangs outwards: the perpendicular of its axis (0.27, 1).
    return ChartPoint(x + u * half * 0.965, y - u * half * 0.26)
  }

  /// A point of the leg.
  ///
  /// - Parameters:
  ///   - t: 0 at the groin, 0.5 at the knee, 1 at the ankle, 1.12 at the sole.
  ///   - u: -1 at the inside, 1 at the outside.
  /// - Returns: The point.
  static func leg(_ t: Double, _ u: Double) -> ChartPoint {
    let x = interpolate([(0, 18.5), (0.5, 19.5), (1, 18.5), (1.12, 20)], at: t)
    let y = interpolate([(0, 216), (0.5, 288), (1, 364), (1.12, 384)], at: t)
    let half = interpolate([(0, 16.5), (0.5, 11), (0.65, 11), (0.97, 6.5), (1.12, 10)], at: t)
    return ChartPoint(x + u * half, y)
  }

  /// A region between two heights of the trunk.
  static func band(_ level: SpinalLevel, _ top: Double, _ bottom: Double) -> ChartRegion {
    ChartRegion(
      level: level,
      outline: [
        ChartPoint(0, top), ChartPoint(trunk(top), top), ChartPoint(trunk(bottom), bottom),
        ChartPoint(0, bottom),
      ], label: ChartPoint(0, (top + bottom) / 2))
  }

  /// A strip of a limb between two places along it and two across it.
  static func strip(
    _ level: SpinalLevel, _ limb: (Double, Double) -> ChartPoint,
    along t: ClosedRange<Double>, across u: ClosedRange<Double>, labelAt place: Double = 0.5,
    isLabelled: Bool = true
  ) -> ChartRegion {
    let steps = 8
    let places = (0...steps).map {
      t.lowerBound + (t.upperBound - t.lowerBound) * Double($0) / Double(steps)
    }
    let outline =
      places.map { limb($0, u.upperBound) } + places.reversed().map { limb($0, u.lowerBound) }
    let middle = limb(
      t.lowerBound + (t.upperBound - t.lowerBound) * place, (u.lowerBound + u.upperBound) / 2)
    return ChartRegion(level: level, outline: outline, label: isLabelled ? middle : nil)
  }

  static func interpolate(_ table: [(Double, Double)], at x: Double) -> Double {
    guard let first = table.first, let last = table.last else { return 0 }
    if x <= first.0 { return first.1 }
    for (low, high) in zip(table, table.dropFirst()) where x <= high.0 {
      return low.1 + (high.1 - low.1) * (x - low.0) / (high.0 - low.0)
    }
    return last.1
  }
}
