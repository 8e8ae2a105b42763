import MyelonAnatomy

extension ConnectionGraphBuilder {
  /// Adds the edges that a sum of synapses stands for.
  mutating func add(_ bundle: Connections.SynapticBundle) {
    switch bundle.target {
    case .graft(let transplant, let side):
      guard case .tract(let tract, let origin) = bundle.origin else { return }
      addNew(
        bundle, source(tract, origin), .graft(transplant, side), .graftInput, route: .relayed,
        supply: neurons(transplant, side) / parameters.fanOut)
    case .brainstem(let side): addToBrain(bundle, side)
    case .host(let segment, let side, let horn, let isBelow):
      if !bundle.isCorrect {
        // Wrong neurons of a dorsal horn, and any above the lesion, are a hazard and no input of motor circuits.
        if isBelow, horn != .dorsalHorn { addMisdirected(bundle, segment, side) }
      } else if isBelow {
        addBelow(bundle, segment, side, horn)
      } else {
        addAbove(bundle, segment, side, horn)
      }
    }
  }

  private func source(_ tract: Tract, _ side: Side) -> Kind {
    if tract == .propriospinal { return .propriospinal(side) }
    return tract.isAscending ? .sensory(tract, side) : .brain(tract, side)
  }

  /// Synapses below the lesion: drive of pools, in the ventral horn in part straight onto motoneurons.
  private mutating func addBelow(
    _ bundle: Connections.SynapticBundle, _ segment: Int, _ side: Side, _ horn: GreyRegion
  ) {
    let start: Kind
    let kind: Edge.Kind
    let route: ConnectionGraph.Route
    switch bundle.origin {
    case .tract(let tract, let origin):
      // Sensory fibres that end below the lesion have not passed it.
      guard !tract.isAscending else { return }
      start = source(tract, origin)
      kind = .regenerated
      route = .regenerated(tract)
    case .graft(let transplant, let origin):
      start = .graft(transplant, origin)
      kind = .graftOutput
      route = .relayed
    }
    let supply = norms.wholeSupply(from: bundle.origin)
    let direct = horn == .ventralHorn ? parameters.motoneuronContact : 0
    addNew(
      bundle, start, .pool(segment: segment, side: side), kind, route: route, share: direct, supply: supply)
    addNew(
      bundle, start, .interneurons(segment: segment, side: side, isBelow: true), kind, route: route,
      share: 1 - direct, supply: supply)
  }

  /// Synapses above the lesion: collaterals that may lead into a detour, and sensory relays.
  private mutating func addAbove(
    _ bundle: Connections.SynapticBundle, _ segment: Int, _ side: Side, _ horn: GreyRegion
  ) {
    let interneurons = Kind.interneurons(segment: segment, side: side, isBelow: false)
    let dorsalHorn = Kind.dorsalHorn(segment: segment, side: side)
    switch bundle.origin {
    case .tract(.propriospinal, _): return
    case .tract(let tract, let origin):
      if tract.isAscending {
        addNew(
          bundle, .sensory(tract, origin), dorsalHorn, .regenerated, route: .regenerated(tract),
          supply: norms.ascendingFromBelow(tract))
      } else {
        addNew(
          bundle, .brain(tract, origin), interneurons, .collateral, route: .detoured,
          supply: norms.ownSupply(of: tract))
      }
    case .graft(let transplant, let origin):
      let isSensory = horn == .dorsalHorn
      addNew(
        bundle, .graft(transplant, origin), isSensory ? dorsalHorn : interneurons, .graftOutput,
        route: .relayed, supply: isSensory ? norms.ascendingOfSegment : norms.descendingOfSegment)
    }
  }

  /// Axons that have reached the brain end of the cord.
  private mutating func addToBrain(_ bundle: Connections.SynapticBundle, _ side: Side) {
    switch bundle.origin {
    case .tract(let tract, let origin):
      guard tract.isAscending else { return }
      addNew(
        bundle, .sensory(tract, origin), .brainstem(tract, side), .regenerated, route: .regenerated(tract),
        supply: norms.ascendingFromBelow(tract))
    case .graft(let transplant, let origin):
      // Grafted axons that follow the dorsal columns fall to the two nuclei by their size.
      let columns: [Tract] = [.fasciculusGracilis, .fasciculusCuneatus]
      let total = columns.reduce(0) { $0 + norms.ascendingFromBelow($1) }
      for column in columns where total > 0 {
        let axons = norms.ascendingFromBelow(column)
        addNew(
          bundle, .graft(transplant, origin), .brainstem(column, side), .graftOutput, route: .relayed,
          share: axons / total, supply: axons)
      }
    }
  }

  /// Synapses on wrong neurons of motor circuits below the lesion, which they disturb.
  private mutating func addMisdirected(_ bundle: Connections.SynapticBundle, _ segment: Int, _ side: Side) {
    let start: Kind =
      switch bundle.origin {
      case .tract(let tract, let origin): source(tract, origin)
      case .graft(let transplant, let origin): .graft(transplant, origin)
      }
    addNew(
      bundle, start, .interneurons(segment: segment, side: side, isBelow: true), .misdirected, route: nil,
      supply: norms.wholeSupply(from: bundle.origin))
  }
}
