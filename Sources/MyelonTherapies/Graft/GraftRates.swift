/// What the agents of one transplant in one voxel draw against during a step.
struct GraftRates {
  /// An agent dies when its first word is below this.
  var death: UInt32 = 0
  /// A progenitor divides when its second word is below this.
  var division: UInt32 = 0
  /// Stress of the surroundings, 0 to 1.
  var stress: Float = 0

  /// A probability as a threshold on a 32-bit word.
  static func threshold(_ probability: Double) -> UInt32 {
    UInt32(min(max(probability, 0) * 0x1p32, 0x1p32 - 1))
  }
}
