import MyelonQuantities

extension LesionModel {
  /// Share of each voxel's axons that are uncut and conduct now, in grid order.
  ///
  /// `X (1 - f_b bare) (1 - f_s s_i) (1 - f_s s_o)`: a bare axon may block; an axon without blood or under oxidative load
  /// is silent as long as that lasts, because its sodium pump fails (`conduction_stress_block`).
  ///
  /// - Parameter blockProbability: probability f_b that a fully bare stretch blocks.
  /// - Returns: shares between 0 and 1; exactly 1 in intact cord.
  func workingAxons(blockProbability: Float) -> [Float] {
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
        let bare = TissueLanes.Lanes.larger(1 - voxels.myelin - voxels.remyelination, .zero)
        let awake = (1 - silencing * stress.ischaemia) * (1 - silencing * stress.oxidation)
        let working = voxels.axons * (1 - blockProbability * bare) * awake
        target.storeBytes(of: working, toByteOffset: block &* 32, as: TissueLanes.Lanes.self)
      }
      initialized = state.stride
    }
  }
}
