import MyelonAnatomy
import MyelonLesion

extension ConnectionGraphBuilder {
  /// Adds what the injury has left and what new synapses lead into.
  mutating func addSparedWays(conduction: Conduction, bridge: PropriospinalConduction) {
    for kind in kinds {
      switch kind {
      case .propriospinal(let side): addDriveAbove(side, conduction: conduction)
      case .interneurons(let segment, let side, false): addDetours(segment, side, bridge: bridge)
      case .dorsalHorn(let segment, let side): addWayToBrain(segment, side, conduction: conduction)
      default: break
      }
    }
    addBelow(bridge)
  }

  /// Spared descending drive of the propriospinal neurons whose regrown axons carry it past the lesion.
  private mutating func addDriveAbove(_ side: Side, conduction: Conduction) {
    let slice = layout.slices.above[max(0, layout.lesionSegment - 1)]
    for (tract, part) in norms.descending {
      let spared = conduction.mean(tract, side, slice: slice, bundles: layout.bundles) ?? 0
      addSpared(
        .brain(tract, side), .propriospinal(side), .spared, axons: norms.axons(tract) * spared,
        weight: part * spared,
        delay: velocity.old(length: layout.lesionCentre, diameter: norms.diameter(tract)) + velocity.synapse)
    }
  }

  /// Long propriospinal fibres from a segment above the lesion to each one below.
  private mutating func addDetours(_ segment: Int, _ side: Side, bridge: PropriospinalConduction) {
    for caudal in layout.lesionSegment..<layout.names.count where caudal > segment {
      let share = bridge.across(from: segment, to: caudal, side)
      addSpared(
        .interneurons(segment: segment, side: side, isBelow: false),
        .interneurons(segment: caudal, side: side, isBelow: true), .propriospinal,
        weight: parameters.detourWeight * share, delay: propriospinalDelay(segment, caudal))
    }
  }

  private mutating func addWayToBrain(_ segment: Int, _ side: Side, conduction: Conduction) {
    // The fibres of projection neurons cross (SensoryEntry).
    let crossed = side.opposite
    let share = conduction.mean(
      .spinothalamic, crossed, slice: layout.slices.above[segment], bundles: layout.bundles)
    addSpared(
      .dorsalHorn(segment: segment, side: side), .brainstem(.spinothalamic, crossed), .spared,
      weight: share ?? 0,
      delay: velocity.old(length: layout.middles[segment], diameter: norms.diameter(.spinothalamic))
        + velocity.synapse)
  }

  /// Circuits below the lesion: each segment's interneurons drive its pool, and their neighbours further caudal.
  private mutating func addBelow(_ bridge: PropriospinalConduction) {
    for side in Side.allCases {
      for segment in layout.lesionSegment..<layout.names.count {
        let here = Kind.interneurons(segment: segment, side: side, isBelow: true)
        addSpared(here, .pool(segment: segment, side: side), .local, weight: 1, delay: velocity.synapse)
        guard segment + 1 < layout.names.count else { continue }
        addSpared(
          here, .interneurons(segment: segment + 1, side: side, isBelow: true), .propriospinal,
          weight: parameters.spread * bridge.below(from: segment, side),
          delay: propriospinalDelay(segment, segment + 1))
      }
    }
  }

  private func propriospinalDelay(_ rostral: Int, _ caudal: Int) -> Double {
    velocity.old(
      length: layout.middles[caudal] - layout.middles[rostral], diameter: norms.diameter(.propriospinal))
      + velocity.synapse
  }
}
