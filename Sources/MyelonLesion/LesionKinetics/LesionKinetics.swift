import MyelonAnatomy
import MyelonQuantities

/// The numbers of the reactions as plain Floats in working units, ready for a loop.
///
/// Built once from a parameter table; the cellular clocks are already slowed by `time_scaling`. A therapy that
/// changes a named term changes the value here between two steps.
@frozen
public struct LesionKinetics: Sendable, Hashable {
  /// What kills cells and axons.
  public var death: DeathKinetics
  /// Cytokines and inflammatory cells.
  public var inflammation: InflammationKinetics
  /// Vessels and blood.
  public var vessels: VesselKinetics
  /// Astrocytes, proteoglycan, fibrosis, matrix and cavity.
  public var scar: ScarKinetics
  /// Oligodendrocytes, myelin, debris and cut axons.
  public var myelin: MyelinKinetics

  /// Reads the kinetics from a table that holds all of `LesionParameters`.
  public init(_ table: ParameterTable) {
    let scale = KineticScale(table)
    death = DeathKinetics(scale)
    inflammation = InflammationKinetics(scale)
    vessels = VesselKinetics(scale)
    scar = ScarKinetics(scale)
    myelin = MyelinKinetics(scale)
  }
}
