import MyelonStimulation

/// The field of a point electrode near the plane between two media, by images.
///
/// With k = (σ₁ - σ₂) / (σ₁ + σ₂), the source in medium 1 at distance d from the plane: in medium 1 the
/// source and an image of strength k behind the plane; in medium 2 a source of strength 1 - k in its place,
/// both in their medium without end (Maxwell 1873, A Treatise on Electricity and Magnetism, article 315).
struct HalfSpaceSource: PotentialSource {
  /// Where the current enters, mm.
  var position: SIMD3<Double>
  /// Place of the plane along its normal, mm.
  var plane: Double
  /// Axis of the plane's normal: 0 x, 1 y, 2 z.
  var axis: Int
  /// Conductivity on the side of the source, S/m.
  var near: Double
  /// Conductivity on the other side, S/m; 0 for an insulator.
  var far: Double

  /// Makes a source.
  init(position: SIMD3<Double>, plane: Double, axis: Int, near: Double, far: Double) {
    precondition(near > 0 && far >= 0 && (0..<3).contains(axis), "Needs conductivities and an axis 0...2")
    self.position = position
    self.plane = plane
    self.axis = axis
    self.near = near
    self.far = far
  }

  /// Potential at a point, mV for 1 mA.
  func potential(at point: SIMD3<Double>) -> Double {
    let reflection = (near - far) / (near + far)
    let own = PointSource(position: position, conductivity: near).potential(at: point)
    let isNear = (point[axis] - plane) * (position[axis] - plane) >= 0
    // In medium 2: (1 - k) I / (4π σ₂ r) = (1 + k) I / (4π σ₁ r).
    guard isNear else { return (1 + reflection) * own }
    var image = position
    image[axis] = 2 * plane - position[axis]
    return own + reflection * PointSource(position: image, conductivity: near).potential(at: point)
  }
}
