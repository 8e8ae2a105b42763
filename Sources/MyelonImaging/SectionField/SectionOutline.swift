import Foundation

/// The outline of a section seen from its centroid: distance of the surface by direction.
///
/// Directions and distances are in half-diameters, so an ellipse has distance 1 everywhere. It carries a point of
/// one cord to the place of equal relative depth in another: a lesion that reaches the surface of one reaches the
/// surface of the other, whatever the shapes.
struct SectionOutline: Sendable {
  /// Centroid, mm.
  let middle: SIMD2<Double>
  /// Half-diameters, mm.
  let half: SIMD2<Double>
  /// Distance of the surface in `count` directions, the first to the left, turning to the back.
  let radii: [Double]

  /// Directions; 5 degrees apart.
  static let count = 72

  /// Follows the outline of what is inside.
  ///
  /// - Parameters:
  ///   - field: the section.
  ///   - geometry: its measures.
  init(_ field: SectionField, geometry: SectionGeometry) {
    let (middle, half) = (geometry.centroid, geometry.half)
    self.middle = middle
    self.half = half
    radii = (0..<Self.count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(Self.count)
      return Self.radius(field, middle: middle, half: half, angle: angle)
    }
  }

  /// Outermost crossing of the surface on a ray, looked for from twice the half-diameter inwards.
  private static func radius(
    _ field: SectionField, middle: SIMD2<Double>, half: SIMD2<Double>, angle: Double
  ) -> Double {
    let direction = SIMD2(cos(angle), sin(angle)) * half
    let pitch = 0.02
    var outside: Float = 0
    for index in stride(from: 100, through: 1, by: -1) {
      let value = field.value(at: middle + Double(index) * pitch * direction)
      if value >= SectionField.threshold {
        return (Double(index) + SectionField.fraction(value, outside)) * pitch
      }
      outside = value
    }
    // A middle that lies outside: a ring or a crescent. Something positive keeps the map defined.
    return pitch
  }

  /// Distance of the surface in a direction, half-diameters.
  func radius(_ direction: SIMD2<Double>) -> Double {
    let turn = atan2(direction.y, direction.x) / (2 * .pi)
    let place = (turn < 0 ? turn + 1 : turn) * Double(Self.count)
    let lower = Int(place) % Self.count
    let part = place - place.rounded(.down)
    return radii[lower] + part * (radii[(lower + 1) % Self.count] - radii[lower])
  }

  /// Place in this section of equal relative depth, mm.
  ///
  /// - Parameters:
  ///   - point: a place in the other section, mm.
  ///   - other: the other section's outline.
  ///   - field: this section; the outline knows its stairs between directions only roughly, so a place that has
  ///     fallen outside is drawn towards the centroid until it is inside, by at most a third.
  /// - Returns: the place, mm.
  func place(of point: SIMD2<Double>, in other: SectionOutline, inside field: SectionField) -> SIMD2<Double> {
    var place = place(of: point, in: other)
    for _ in 0..<20 where field.value(at: place) < SectionField.threshold {
      place = middle + 0.98 * (place - middle)
    }
    return place
  }

  /// Place in this section of equal relative depth, mm, by the outlines alone.
  ///
  /// - Parameters:
  ///   - point: a place in the other section, mm.
  ///   - other: the other section's outline.
  /// - Returns: the place, mm.
  func place(of point: SIMD2<Double>, in other: SectionOutline) -> SIMD2<Double> {
    let relative = (point - other.middle) / other.half
    let distance = (relative * relative).sum().squareRoot()
    guard distance > 1e-9 else { return middle }
    // A point beyond the surface belongs to a voxel that the surface cuts; it is taken just inside.
    let depth = min(distance / other.radius(relative), 0.995)
    return middle + relative / distance * (depth * radius(relative)) * half
  }
}
