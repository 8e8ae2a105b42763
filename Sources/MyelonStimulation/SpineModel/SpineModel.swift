import MyelonAnatomy
import MyelonQuantities

/// The cord in its surroundings: cerebrospinal fluid, dura, epidural fat, vertebrae, muscle, trunk, fat and
/// skin.
///
/// A parametric anatomy that can be asked at any point and painted on any grid
/// (`tissues(on:arrays:executor:)`). It is mirror symmetric, and the cord's middle is the z axis at every
/// level: the spine's curvature is straightened out, and posture moves the canal round the cord.
public struct SpineModel: Sendable {
  /// The cord.
  public let anatomy: CordAnatomy
  /// Its vertebrae.
  public let column: VertebralColumn
  /// Numbers of `StimulationParameters`.
  public let parameters: ParameterTable
  /// How the body lies.
  public let posture: SpinePosture
  /// The dural sac.
  public let sac: DuralSac
  let sizes: SpineSizes

  /// Makes the surroundings of a cord.
  ///
  /// - Parameters:
  ///   - species: human or rat.
  ///   - posture: how the body lies.
  ///   - parameters: the table to use; nil takes the standard one of the species.
  ///   - anatomy: the cord; nil takes the standard one of the species.
  ///   - column: its vertebrae; nil takes the standard ones of the species.
  public init(
    _ species: Species, posture: SpinePosture = .supine, parameters: ParameterTable? = nil,
    anatomy: CordAnatomy? = nil, column: VertebralColumn? = nil
  ) {
    let table = parameters ?? StimulationParameters.table(for: species)
    let cord = anatomy ?? .standard(species)
    precondition(cord.species == species, "The cord must be of the species \(species)")
    let vertebrae = column ?? .standard(species)
    self.anatomy = cord
    self.column = vertebrae
    self.parameters = table
    self.posture = posture
    sac = DuralSac(anatomy: cord, column: vertebrae, parameters: table, posture: posture)
    sizes = SpineSizes(table)
  }

  /// The species.
  public var species: Species { anatomy.species }

  /// Outlines of all tissues at position `z`, mm.
  public func section(atZ z: Double) -> SpineSection { SpineSection(self, z: z) }

  /// The tissue at a point, mm, without electrodes.
  ///
  /// For single questions; a grid is painted by `tissues(on:arrays:executor:)`.
  public func tissue(at point: SIMD3<Double>) -> SpineTissue {
    section(atZ: point.z).tissue(x: point.x, y: point.y)
  }

  /// Conductivity of a tissue along x, y and z, S/m; 0 does not conduct.
  public func conductivity(of tissue: SpineTissue) -> SIMD3<Double> {
    func uniform(_ id: String) -> SIMD3<Double> { SIMD3(repeating: parameters[id]) }
    func alongZ(_ across: String, _ along: String) -> SIMD3<Double> {
      SIMD3(parameters[across], parameters[across], parameters[along])
    }
    switch tissue {
    case .air: return SIMD3(repeating: 0)
    case .greyMatter: return uniform("conductivity_grey")
    case .whiteMatter: return alongZ("conductivity_white_transverse", "conductivity_white_longitudinal")
    case .cerebrospinalFluid: return uniform("conductivity_csf")
    case .epiduralFat: return uniform("conductivity_epidural")
    case .bone: return uniform("conductivity_bone")
    case .disc: return uniform("conductivity_disc")
    case .muscle: return alongZ("conductivity_muscle_transverse", "conductivity_muscle_longitudinal")
    case .trunk: return uniform("conductivity_trunk")
    case .subcutaneousFat: return uniform("conductivity_fat")
    case .skin: return uniform("conductivity_skin")
    case .insulation: return uniform("conductivity_insulation")
    case .encapsulation: return uniform("conductivity_encapsulation")
    case .gel: return uniform("conductivity_gel")
    }
  }

  /// Thickness of the dura at position `z`, mm: thickest beside T9/T10, thinnest beside L2/L3 in people.
  public func duraThickness(atZ z: Double) -> Double {
    let mean = parameters["dura_thickness"]
    let variation = parameters["dura_thickness_variation"]
    guard species == .human, variation > 0 else { return mean }
    func caudal(_ name: String) -> Double { column.levels.first { $0.name == name }?.caudal ?? 0 }
    let curve = MonotoneCurve(
      positions: [caudal("C7"), caudal("T9"), caudal("L2"), caudal("L5")],
      values: [mean, mean * (1 + variation), mean * (1 - variation), mean])
    return curve.value(at: z)
  }
}
