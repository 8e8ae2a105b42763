/// One electrode contact in the tissue.
public struct ElectrodeContact: Sendable, Hashable, Codable {
  /// What the contact's surface looks like.
  public enum Shape: Sendable, Hashable, Codable {
    /// A point; no charge density can be given for it.
    case point
    /// A flat disc.
    ///
    /// - Parameter radius: mm.
    case disc(radius: Double)
    /// A flat rectangle whose edges lie along the cord's axes.
    ///
    /// - Parameters:
    ///   - width: edge along x, or along y when the contact faces x, mm.
    ///   - length: edge along z, mm.
    case rectangle(width: Double, length: Double)
  }

  /// The way a flat contact faces: its normal, pointing to the cord.
  public enum Facing: String, Sendable, Hashable, Codable {
    /// Lies dorsal to the cord and faces ventrally.
    case ventral
    /// Lies ventral to the cord and faces dorsally.
    case dorsal
    /// Lies left of the cord and faces right.
    case right
    /// Lies right of the cord and faces left.
    case left
  }

  /// Name within its electrode array, such as "3" or "cathode".
  public var name: String
  /// Middle of the contact in cord coordinates, mm.
  public var position: SIMD3<Double>
  /// Shape of its surface.
  public var shape: Shape
  /// Where it faces.
  public var facing: Facing

  /// Makes a contact.
  public init(name: String, position: SIMD3<Double>, shape: Shape, facing: Facing = .ventral) {
    self.name = name
    self.position = position
    self.shape = shape
    self.facing = facing
  }

  /// Geometric area of the surface, cm2; nil for a point.
  public var area: Double? {
    switch shape {
    case .point: nil
    case .disc(let radius): Double.pi * radius * radius / 100
    case .rectangle(let width, let length): width * length / 100
    }
  }
}
