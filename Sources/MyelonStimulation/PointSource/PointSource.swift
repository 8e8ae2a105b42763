/// The field of a point electrode in a medium without end.
///
/// `φ = I / (4π √(σy σz x² + σx σz y² + σx σy z²))`; for one conductivity that is `I / (4π σ r)`.
public struct PointSource: PotentialSource, Hashable, Codable {
  /// Where the current enters, mm.
  public var position: SIMD3<Double>
  /// Conductivity along x, y and z, S/m.
  public var conductivity: SIMD3<Double>
  /// Distance below which the potential does not rise further, mm: a point has no finite potential of its
  /// own.
  public var radius: Double

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - position: mm.
  ///   - conductivity: along x, y and z, S/m, above 0.
  ///   - radius: distance below which the potential is that at this distance, mm.
  public init(position: SIMD3<Double>, conductivity: SIMD3<Double>, radius: Double = 1e-3) {
    precondition(conductivity.min() > 0, "A medium needs conductivities above 0 S/m: \(conductivity)")
    self.position = position
    self.conductivity = conductivity
    self.radius = radius
  }

  /// Makes a source in a medium that conducts alike in all directions.
  public init(position: SIMD3<Double>, conductivity: Double, radius: Double = 1e-3) {
    self.init(position: position, conductivity: SIMD3(repeating: conductivity), radius: radius)
  }

  /// Potential at a point, mV for 1 mA.
  public func potential(at point: SIMD3<Double>) -> Double {
    var distance = point - position
    let length = (distance * distance).sum().squareRoot()
    if length < radius {
      distance = length > 0 ? distance * (radius / length) : SIMD3(radius, 0, 0)
    }
    let (x, y, z) = (conductivity.x, conductivity.y, conductivity.z)
    let squares = distance * distance
    let across = y * z * squares.x + x * z * squares.y + x * y * squares.z
    return 1000 / (4 * Double.pi * across.squareRoot())
  }
}
