import MyelonAnatomy
import MyelonFields

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

  /// Its channels: how many lie side by side in the mean section, and the slice at its middle; nil without channels.
  func channels(in cord: CordModel) -> GrowthOffer.Channels? {
    guard let geometry = channels, let first = voxels.first, let last = voxels.last else { return nil }
    let plane = cord.grid.nx * cord.grid.ny
    let slices = Int(first) / plane...Int(last) / plane
    // Voxels at the ends of a block are filled in part: the volume over the filled length is the section.
    let length = max(volume / largestSection(cord, plane: plane), cord.grid.spacing.z)
    return GrowthOffer.Channels(
      count: geometry.count(inSection: volume / length), openShare: geometry.openFraction,
      slice: (slices.lowerBound + slices.upperBound) / 2)
  }

  /// Largest area of scaffold in a slice, mm2.
  private func largestSection(_ cord: CordModel, plane: Int) -> Double {
    var areas: [Int: Double] = [:]
    let area = cord.grid.spacing.x * cord.grid.spacing.y
    for (voxel, share) in zip(voxels, share) {
      areas[Int(voxel) / plane, default: 0] += Double(share * cord.cordFraction[Int(voxel)]) * area
    }
    return areas.values.max() ?? 1
  }

  /// Adds what the scaffold offers to axons on a day after injury.
  func addGrowth(to offer: inout GrowthOffer, day: Double, voxelCount: Int) {
    let left = Float(remaining(onDay: day))
    guard day >= implant.day, left > 0 else { return }
    if offer.alignment.isEmpty {
      offer.alignment = [Float](repeating: 0, count: voxelCount)
      offer.adhesion = offer.alignment
    }
    if guided < 1, offer.fibrousFill.isEmpty { offer.fibrousFill = [Float](repeating: 0, count: voxelCount) }
    // In channels axons meet walls; in a sponge, a mat or a gel they meet its fibres or pores everywhere.
    let met = Float(guided)
    for (voxel, share) in zip(voxels, share) {
      // Connective tissue stays when the material goes.
      if guided < 1 { offer.fibrousFill[Int(voxel)] = share * (1 - met) }
      let filled = share * left * met
      offer.alignment[Int(voxel)] = min(1, offer.alignment[Int(voxel)] + filled * Float(alignment))
      offer.adhesion[Int(voxel)] = min(1, offer.adhesion[Int(voxel)] + filled * Float(adhesion))
    }
  }
}
