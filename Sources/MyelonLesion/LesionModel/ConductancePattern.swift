import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// How easily substances spread in each voxel, relative to intact grey matter.
struct ConductancePattern {
  /// Along over across fibres.
  private let anisotropy: Float
  /// Dense scar over intact tissue.
  private let scarSlowing: Float
  /// Swollen over intact tissue, and the oedema at which half of that is reached.
  private let oedemaSlowing: Float
  private let oedemaHalf: Float

  /// Free diffusion over diffusion in tissue: tortuosity 1.6 squared (`tortuosity_small`, Sykova & Nicholson
  /// 2008, doi:10.1152/physrev.00027.2007).
  private static let freeOverTissue: Float = 2.56

  init(_ table: ParameterTable) {
    anisotropy = Float(table["anisotropy_white"])
    scarSlowing = Float(table["scar_slowing"])
    oedemaSlowing = Float(table["oedema_slowing"])
    oedemaHalf = Float(table["oedema_flow_half"])
  }

  /// The faces between voxels of the cord.
  ///
  /// With a state, they are slowed by proteoglycan scar and oedema and freed by cavities, less where a scaffold
  /// fills them.
  ///
  /// - Parameters:
  ///   - cord: the intact cord.
  ///   - state: its fields, or nil for the intact cord.
  ///   - scaffold: diffusivity in a scaffold's pores across and along the cord, over free diffusion.
  /// - Returns: the conductances of all faces.
  /// - Throws: `FaceConductanceError` when the cord fractions are not valid capacities.
  func faces(
    cord: CordModel, state: TissueState?, scaffold: (across: Float, along: Float)
  ) throws(FaceConductanceError) -> FaceConductance {
    let count = cord.grid.count
    var across = [Float](repeating: 1, count: count)
    var along = [Float](repeating: 1, count: count)
    for index in 0..<count where cord.cordFraction[index] > 0 {
      let white = 1 - cord.greyFraction[index]
      let fibres = 1 + (anisotropy - 1) * white
      guard let state else {
        along[index] = fibres
        continue
      }
      let cspg = state.pointer(.cspg)[index]
      let cavity = state.pointer(.cavity)[index]
      let oedema = state.pointer(.oedema)[index]
      let scarred = 1 - (1 - scarSlowing) * cspg / (1 + cspg)
      let swollen = 1 - (1 - oedemaSlowing) * oedema / (oedemaHalf + oedema)
      let slowed = scarred * swollen
      let filled = min(state.pointer(.scaffold)[index], cavity)
      let fluid = cavity - filled
      let freeAcross = (fluid + filled * scaffold.across) * Self.freeOverTissue
      let freeAlong = (fluid + filled * scaffold.along) * Self.freeOverTissue
      across[index] = (1 - cavity) * slowed + freeAcross
      along[index] = (1 - cavity) * slowed * fibres + freeAlong
    }
    return try FaceConductance(
      grid: cord.grid, capacity: cord.cordFraction, alongX: across, alongY: across, alongZ: along)
  }
}
