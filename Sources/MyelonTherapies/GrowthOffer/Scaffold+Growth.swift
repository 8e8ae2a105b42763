extension Scaffold {
  /// Share of a channel's section that lies within reach of its wall.
  ///
  /// Axons and the cells that lead them grow along walls; the core of a wide channel fills with connective tissue:
  /// `1 - (1 - 2 λ / d)²` for a channel of diameter d > 2λ, else 1.
  ///
  /// - Parameters:
  ///   - diameter: diameter of the channel, um.
  ///   - reach: distance λ over which a wall guides, um.
  /// - Returns: share between 0 and 1.
  public static func guidedShare(ofChannel diameter: Double, reach: Double) -> Double {
    guard diameter > 2 * reach else { return 1 }
    let core = 1 - 2 * reach / diameter
    return 1 - core * core
  }

  /// Adds what the scaffold offers to axons on a day after injury.
  func addGrowth(to offer: inout GrowthOffer, day: Double, voxelCount: Int) {
    let left = Float(remaining(onDay: day))
    guard day >= implant.day, left > 0 else { return }
    if offer.alignment.isEmpty {
      offer.alignment = [Float](repeating: 0, count: voxelCount)
      offer.adhesion = offer.alignment
    }
    // In channels axons meet walls; in a sponge, a mat or a gel they meet its fibres or pores everywhere.
    let met = Float(guided)
    for (voxel, share) in zip(voxels, share) {
      let filled = share * left * met
      offer.alignment[Int(voxel)] = min(1, offer.alignment[Int(voxel)] + filled * Float(alignment))
      offer.adhesion[Int(voxel)] = min(1, offer.adhesion[Int(voxel)] + filled * Float(adhesion))
    }
  }
}
