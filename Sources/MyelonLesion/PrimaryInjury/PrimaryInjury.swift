import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// What the blow or the cut does at t = 0: torn axons, dead cells, blood in the tissue, lost perfusion.
public struct PrimaryInjury: Sendable {
  /// The injury as described.
  public let injury: Injury
  /// Position of the epicentre, mm from the rostral end of C1.
  public let epicentre: Double
  /// The blow's strain, nil for a cut.
  public let strain: ImpactStrain?
  /// Compression that outlasts the blow, if any.
  public let lasting: LastingCompression?
  let thresholds: Thresholds

  /// Strains at which half of something fails at once, and what perfusion is left.
  struct Thresholds: Sendable {
    let axons: Double
    let grey: Double
    let white: Double
    let vessels: Double
    let steepness: Double
    let residualFlow: Double

    init(_ table: ParameterTable) {
      axons = table["strain_tear_axons"]
      grey = table["strain_kill_grey"]
      white = table["strain_kill_white"]
      vessels = table["strain_break_vessels"]
      steepness = table["strain_steepness"]
      residualFlow = table["SCBF_residual"]
    }

    /// Hill term of the strain.
    func failing(_ strain: Double, half: Double) -> Double {
      let ratio = pow(strain / half, steepness)
      return ratio / (1 + ratio)
    }
  }

  /// Places an injury on a cord.
  ///
  /// - Parameters:
  ///   - injury: what happened.
  ///   - cord: the voxel model.
  ///   - epicentre: position of the injured segment's middle, mm.
  ///   - table: the lesion model's parameters.
  ///   - severity: factor on the peak strain: the individual's deviation, 1 for none.
  /// - Throws: `InjuryError` when the epicentre lies outside the window.
  public init(
    _ injury: Injury, cord: CordModel, epicentre: Double, table: ParameterTable, severity: Double = 1
  ) throws(InjuryError) {
    let grid = cord.grid
    let window = grid.origin.z...(grid.origin.z + grid.spacing.z * Double(grid.nz - 1))
    guard window.contains(epicentre) else {
      throw .outsideWindow(level: injury.level, position: epicentre, window: window)
    }
    self.injury = injury
    self.epicentre = epicentre
    let frame = SectionFrame(cord)
    let slice = Int(((epicentre - grid.origin.z) / grid.spacing.z).rounded())
    let diameter = 2 * frame.halfY[min(max(slice, 0), grid.nz - 1)] * grid.spacing.y
    var strain = ImpactStrain(injury, table: table, diameter: diameter)
    strain?.peak *= severity
    self.strain = strain
    lasting = LastingCompression(injury.mechanism, table: table)
    thresholds = Thresholds(table)
  }
}
