import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// Proteins of nerve and glia in a person's serum, as the state of the simulated cord lets one expect.
///
/// `NfL = N_0 e^{a_N (age - 40)} + k_N V_x (1 - e^{-d/τ_r}) e^{-d/τ_N}` and `GFAP = G_0 + k_G V_t e^{-d/τ_G}`, where V_x is
/// the volume of white matter whose axons are cut (mm3 of full density), V_t the volume of lost tissue, and d the day.
/// Neurofilament leaks from axons for weeks while they fall apart; the glial protein appears within hours and is cleared
/// within days. A coarse measure that ranks severity: nothing else in the model depends on it.
public struct SerumMarkers: Sendable, Hashable, Codable {
  /// Neurofilament light chain, pg/mL.
  public let neurofilament: Double
  /// Glial fibrillary acidic protein, pg/mL.
  public let glialFibrillaryProtein: Double

  /// Reads the markers of a cord.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - lostTissue: volume of lost tissue, mm3 (`LesionMeasures.lesionVolume`).
  ///   - age: age at injury, years.
  ///   - table: a table that holds `RecoveryParameters` of people.
  public init(_ model: LesionModel, lostTissue: Double, age: Double, table: ParameterTable) {
    self.init(
      cutAxons: Self.cutAxons(model), lostTissue: lostTissue, day: model.clock.days, age: age, table: table)
  }

  /// Computes the markers.
  ///
  /// - Parameters:
  ///   - cutAxons: volume of white matter whose axons are cut, mm3 of full density.
  ///   - lostTissue: volume of lost tissue, mm3.
  ///   - day: day after injury.
  ///   - age: age at injury, years.
  ///   - table: a table that holds `RecoveryParameters` of people.
  init(cutAxons: Double, lostTissue: Double, day: Double, age: Double, table: ParameterTable) {
    let leak =
      (1 - exp(-day / table["serum_nfl_rise"])) * exp(-day / table["serum_nfl_fall"])
    neurofilament =
      table["serum_nfl_healthy"] * exp(table["serum_nfl_age"] * (age - Self.referenceAge))
      + table["serum_nfl_per_axon"] * cutAxons * leak
    glialFibrillaryProtein =
      table["serum_gfap_healthy"] + table["serum_gfap_per_tissue"] * lostTissue
      * exp(-day / table["serum_gfap_fall"])
  }

  /// Age for which the healthy level of neurofilament is stated, years.
  static let referenceAge = 40.0

  /// Volume of white matter whose axons are cut, mm3 of full density.
  static func cutAxons(_ model: LesionModel) -> Double {
    let cord = model.cord
    let axons = model.state.values(.axons)
    var sum = 0.0
    for index in 0..<cord.grid.count {
      let white = Double(cord.whiteFraction(index))
      if white > 0 { sum += white * (1 - Double(axons[index])) }
    }
    return sum * cord.grid.voxelVolume
  }
}
