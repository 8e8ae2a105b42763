import MyelonAnatomy
import MyelonFields
import MyelonLesion

/// The space in which a factor that enters a voxel is diluted.
///
/// Extracellular space is a share α of tissue, living or dead, and all of a fluid-filled cavity; a scaffold takes
/// its solid part away: `a = α (1 - cavity) + (cavity - filled) + filled x porosity`. One nanogram in 1 mm3 of such
/// space is 1000 ng/mL.
struct ExtracellularSpace: Sendable, Hashable {
  /// Extracellular share of tissue.
  let tissueFraction: Double
  /// Open share of the scaffold whose voxels are asked for.
  var porosity = 1.0

  /// Share of a voxel's cord part that is fluid, from its cavity and its scaffold.
  func fraction(cavity: Float, scaffold: Float) -> Double {
    let cavity = Double(cavity)
    let filled = min(Double(scaffold), cavity)
    return tissueFraction * (1 - cavity) + cavity - filled * (1 - porosity)
  }

  /// Concentration, per mL, that one unit of a factor makes in a voxel; 0 where there is no cord.
  func concentration(ofUnitIn voxel: Int, of model: LesionModel) -> Double {
    let part = Double(model.cord.cordFraction[voxel])
    guard part > 0 else { return 0 }
    let state = model.state
    let space = fraction(cavity: state.values(.cavity)[voxel], scaffold: state.values(.scaffold)[voxel])
    return 1000 / (model.cord.grid.voxelVolume * part * max(space, 1e-3))
  }
}
