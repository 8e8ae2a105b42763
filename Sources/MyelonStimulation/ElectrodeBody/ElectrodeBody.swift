/// A part of an electrode array that fills space: an insulating paddle, the shaft of a lead, the gel of a
/// skin pad.
public struct ElectrodeBody: Sendable, Hashable, Codable {
  /// The space that it fills.
  public enum Shape: Sendable, Hashable, Codable {
    /// A box between two corners, mm.
    case box(low: SIMD3<Double>, high: SIMD3<Double>)
    /// A cylinder along z.
    ///
    /// - Parameters:
    ///   - x: lateral position of the axis, mm.
    ///   - y: dorsal position of the axis, mm.
    ///   - radius: mm.
    ///   - from: rostral end, mm.
    ///   - to: caudal end, mm.
    case cylinder(x: Double, y: Double, radius: Double, from: Double, to: Double)
  }

  /// The space that it fills.
  public var shape: Shape
  /// What it is made of: `insulation`, or `gel`, which fills only what is outside the skin.
  public var material: SpineTissue

  /// Makes a body.
  public init(shape: Shape, material: SpineTissue = .insulation) {
    self.shape = shape
    self.material = material
  }

  /// Lowest x, y and z, mm.
  public var low: SIMD3<Double> {
    switch shape {
    case .box(let low, _): low
    case .cylinder(let x, let y, let radius, let from, _): SIMD3(x - radius, y - radius, from)
    }
  }

  /// Highest x, y and z, mm.
  public var high: SIMD3<Double> {
    switch shape {
    case .box(_, let high): high
    case .cylinder(let x, let y, let radius, _, let to): SIMD3(x + radius, y + radius, to)
    }
  }

  /// Stretch of a row of constant y and z that lies inside the body grown by a margin, mm; nil where there is
  /// none.
  func stretch(y: Double, z: Double, margin: Double) -> (from: Double, to: Double)? {
    switch shape {
    case .box(let low, let high):
      guard y >= low.y - margin, y < high.y + margin, z >= low.z - margin, z < high.z + margin else {
        return nil
      }
      return (low.x - margin, high.x + margin)
    case .cylinder(let x, let axis, let radius, let from, let to):
      let reach = radius + margin
      let gap = y - axis
      guard gap * gap < reach * reach, z >= from - margin, z < to + margin else { return nil }
      let half = (reach * reach - gap * gap).squareRoot()
      return (x - half, x + half)
    }
  }
}
