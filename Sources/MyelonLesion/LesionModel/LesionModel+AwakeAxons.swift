import MyelonQuantities

extension LesionModel {
  /// Share of each voxel's axons that are uncut and not silenced now, in grid order.
  ///
  /// `X (1 - f_s s_i) (1 - f_s s_o)`: an axon without blood or under oxidative load is silent as long as that lasts,
  /// because its sodium pump fails (`conduction_stress_block`).
  ///
  /// - Returns: shares between 0 and 1; exactly 1 in intact cord.
  func awakeAxons() -> [Float] {
    let kernel = ReactionKernel(
      kinetics: kinetics, timeStep: 1, substances: SubstanceFactors(substances, timeStep: 1))
    let silencing = Float(parameters["conduction_stress_block"])
    let perField = state.stride / 8
    let lanes = UnsafeRawPointer(state.base).assumingMemoryBound(to: TissueLanes.Lanes.self)
    return [Float](unsafeUninitializedCapacity: state.stride) { buffer, initialized in
      let target = UnsafeMutableRawBufferPointer(buffer)
      for block in 0..<perField {
        let voxels = TissueLanes(lanes, blocks: perField, block: block)
        let stress = kernel.stress(voxels)
        let awake = (1 - silencing * stress.ischaemia) * (1 - silencing * stress.oxidation)
        target.storeBytes(of: voxels.axons * awake, toByteOffset: block &* 32, as: TissueLanes.Lanes.self)
      }
      initialized = state.stride
    }
  }
}
