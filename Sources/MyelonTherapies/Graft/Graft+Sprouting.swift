import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension Graft {
  /// Adds how far what cells and vesicles release lets spared axons sprout: `1 - Π (1 - a_s x)` over transplants.
  ///
  /// a_s is the growth support of the product and x its paracrine level, as in `prepare`: `p / (K + p)` of the spread
  /// density of living cells, of the level of vesicles, or of cells elsewhere in the body.
  func addSprouting(to offer: inout GrowthOffer, _ model: LesionModel) {
    for index in transplants.indices {
      let record = transplants[index]
      let strength = Float(record.term(.growthSupport))
      guard strength > 0 else { continue }
      if offer.sprouting.isEmpty { offer.sprouting = [Float](repeating: 0, count: cord.grid.count) }
      let half = Float(record.paracrineHalf)
      if record.isVesicles {
        let level = model.state.values(.exosomes)
        support(&offer.sprouting) { strength * level[$0] / (half + level[$0]) }
        continue
      }
      let remote = strength * Float(remoteLevel(record))
      if remote > 0 { support(&offer.sprouting) { _ in remote } }
      guard census.rows > 0 else { continue }
      spreadDensity(index, model).forEach { voxel, density in
        guard density > 0, cord.cordFraction[voxel] > 0 else { return }
        let level = strength * density / (half + density)
        offer.sprouting[voxel] = 1 - (1 - offer.sprouting[voxel]) * (1 - level)
      }
    }
  }

  private func support(_ field: inout [Float], level: (Int) -> Float) {
    for voxel in cord.cordFraction.indices where cord.cordFraction[voxel] > 0 {
      field[voxel] = 1 - (1 - field[voxel]) * (1 - level(voxel))
    }
  }
}
