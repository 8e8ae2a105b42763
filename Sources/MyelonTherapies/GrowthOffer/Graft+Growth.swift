import MyelonAnatomy
import MyelonFields

extension Graft {
  /// Adds what the grafted cells offer to axons.
  func addGrowth(to offer: inout GrowthOffer) {
    guard !transplants.isEmpty else { return }
    let count = cord.grid.count
    offer.neurons = transplants.map { _ in [Float](repeating: 0, count: count) }
    offer.extending = transplants.map { $0.term(.axonExtension) }
    offer.axonCapacity = transplants.indices.map { index in
      let placed = Double(ledger.entries[index].placed * cellsPerAgent(index))
      return placed * transplants[index].term(.fateNeuron) * transplants[index].term(.axonExtension)
    }
    offer.support = [Float](repeating: 0, count: count)
    offer.myelin = offer.support
    let weights = transplants.indices.map { Float(cellsPerAgent($0)) }
    let supports = transplants.map { Float($0.term(.growthSupport)) }
    var identity = 0.0
    var neurons = 0.0
    for slot in 0..<agents.count where agents.condition[slot] == GraftCondition.alive.rawValue {
      let transplant = Int(agents.transplant[slot])
      let voxel = Int(agents.voxel[slot])
      if agents.fate[slot] == GraftFate.neuron.rawValue {
        offer.neurons[transplant][voxel] += weights[transplant]
        neurons += Double(weights[transplant])
        identity += Double(weights[transplant]) * transplants[transplant].term(.spinalIdentity)
      } else {
        offer.support[voxel] += weights[transplant] * supports[transplant]
        if agents.fate[slot] == GraftFate.myelinating.rawValue {
          offer.myelin[voxel] += weights[transplant] * agents.maturity[slot]
        }
      }
    }
    offer.spinalIdentity = neurons > 0 ? identity / neurons : 1
    saturate(&offer)
  }

  /// Turns numbers of cells into levels: `s n / (n + n½)` for support, over the reference density for myelin.
  private func saturate(_ offer: inout GrowthOffer) {
    let half = Float(numbers.growthSupportHalf)
    for voxel in offer.support.indices where offer.support[voxel] > 0 || offer.myelin[voxel] > 0 {
      let volume = Float(self.volume(voxel))
      let density = offer.support[voxel] / max(volume, 1e-9)
      offer.support[voxel] = density / (half + density)
      offer.myelin[voxel] /= max(volume, 1e-9) * Self.myelinReference
    }
  }

  /// Density for which `CellProductTerm.remyelination` is stated, cells/mm3.
  private static let myelinReference: Float = 10_000
}
