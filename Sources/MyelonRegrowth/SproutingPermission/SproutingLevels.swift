import MyelonLesion

/// Levels of what permits sprouting in single voxels.
struct SproutingLevels {
  private let enzyme, antibody, bdnf, nt3, gdnf: UnsafeBufferPointer<Float>
  private let support: [Float]
  private let numbers: SproutingNumbers

  init(state: TissueState, support: [Float], numbers: SproutingNumbers) {
    self.support = support
    self.numbers = numbers
    enzyme = state.values(.chondroitinase)
    antibody = state.values(.antiNogo)
    bdnf = state.values(.bdnf)
    nt3 = state.values(.nt3)
    gdnf = state.values(.gdnf)
  }

  /// Voxels, and how much of each belongs to the place.
  struct Place: Sendable {
    var voxels: [Int32]
    var shares: [Float]
  }

  /// Means over a place, weighted with its shares times what lives there; 0 where nothing does.
  func mean(
    over place: Place, of living: UnsafeBufferPointer<Float>
  ) -> (digested: Double, supported: Double) {
    var whole = 0.0
    var digested = 0.0
    var supported = 0.0
    for (position, voxel) in place.voxels.enumerated() {
      let own = Double(living[Int(voxel)] * place.shares[position])
      whole += own
      digested += own * SegmentLayout.saturation(enzyme[Int(voxel)], numbers.enzymeHalf)
      supported += own * self.supported(Int(voxel))
    }
    guard whole > 0 else { return (0, 0) }
    return (digested / whole, supported / whole)
  }

  private func supported(_ voxel: Int) -> Double {
    let masked = numbers.nogoShare * SegmentLayout.saturation(antibody[voxel], numbers.antibodyHalf)
    let unsupported = support.isEmpty ? 1 : 1 - Double(support[voxel])
    let withoutFactors =
      (1 - SegmentLayout.saturation(bdnf[voxel], numbers.neurotrophinHalf))
      * (1 - SegmentLayout.saturation(nt3[voxel], numbers.neurotrophinHalf))
      * (1 - SegmentLayout.saturation(gdnf[voxel], numbers.gdnfHalf))
    return 1 - (1 - masked) * unsupported * withoutFactors
  }
}
