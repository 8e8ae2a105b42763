/// Conductivity of a tissue along the three axes of the grid.
///
/// The tensor is diagonal: its principal axes are those of the grid. The cord's axis is grid z, so white
/// matter has its longitudinal value along z. Fibres that run at an angle to the grid (rootlets, the cord at
/// a bend) are not represented.
public struct TissueConductivity: Sendable, Hashable, Codable {
  /// Name for messages and pictures, such as "white matter".
  public var name: String
  /// Conductivity along x, y and z, S/m; 0 where no current flows.
  public var conductivity: SIMD3<Double>

  /// Makes a tissue from its values along x, y and z, S/m.
  public init(name: String, conductivity: SIMD3<Double>) {
    self.name = name
    self.conductivity = conductivity
  }

  /// A tissue that conducts alike in all directions.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - value: S/m.
  /// - Returns: the tissue.
  public static func isotropic(_ name: String, _ value: Double) -> TissueConductivity {
    TissueConductivity(name: name, conductivity: SIMD3(repeating: value))
  }

  /// A tissue of fibres along the cord's axis.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - longitudinal: along z, S/m.
  ///   - transverse: along x and y, S/m.
  /// - Returns: the tissue.
  public static func fibres(_ name: String, longitudinal: Double, transverse: Double) -> TissueConductivity {
    TissueConductivity(name: name, conductivity: SIMD3(transverse, transverse, longitudinal))
  }

  /// A body that no current enters: a paddle's back, air.
  public static func insulator(_ name: String) -> TissueConductivity { isotropic(name, 0) }

  /// True if no current flows in it along any axis.
  public var isInsulating: Bool { conductivity.max() <= 0 }
}
