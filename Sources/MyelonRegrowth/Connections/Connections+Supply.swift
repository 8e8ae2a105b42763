import MyelonAnatomy
import MyelonLesion

extension Connections {
  /// What the new connections bring to each segment, for recovery.
  ///
  /// - Parameters:
  ///   - graph: the graph of these connections.
  ///   - conduction: conduction of the cord.
  ///   - conditions: for the excitability while stimulation is on.
  /// - Returns: shares of intact supply, gains and excitability.
  public func supply(
    of graph: ConnectionGraph, conduction: Conduction, conditions: GrowthConditions
  ) -> ConnectionSupply {
    var supply = ConnectionSupply(segmentCount: segmentNames.count)
    supply.trainingGain = MotorTask.allCases.map { learning.gain(of: $0) }
    supply.excitability = MotorTask.allCases.map {
      $0.rawValue < conditions.excitability.count ? Double(conditions.excitability[$0.rawValue]) : 1
    }
    let descending = graph.flow(.descending)
    let ascending = graph.flow(.ascending)
    let places = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.kind, $0) })
    for side in Side.allCases {
      let wrong = misdirectedInput(graph, side, descending: descending, ascending: ascending)
      for segment in layout.lesionSegment..<segmentNames.count {
        let pool = places[.pool(segment: segment, side: side)]
        if let pool { read(pool, segment, side, descending, into: &supply) }
        let right = sparedSupply(segment, side, conduction) + (pool.map { descending.activation[$0] } ?? 0)
        if wrong[segment] > 0 {
          supply.misdirected[Int(side.rawValue)][segment] = wrong[segment] / (wrong[segment] + right)
        }
      }
      readAscending(side, ascending, places: places, into: &supply)
    }
    return supply
  }

  /// Hazards of sprouting in the present cord.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - conduction: conduction of the cord.
  /// - Returns: the risks that new axons add.
  public func hazard(model: LesionModel, conduction: Conduction) -> SproutingHazard {
    var motor = [Double](repeating: 0, count: 2 * segmentNames.count)
    var sensory = motor
    for bundle in synapticBundles() where !bundle.isCorrect {
      guard case .host(let segment, let side, let horn, let isBelow) = bundle.target else { continue }
      let place = 2 * segment + Int(side.rawValue)
      if horn == .dorsalHorn {
        sensory[place] += bundle.effective / norms.ascendingOfSegment
      } else if isBelow {
        motor[place] += bundle.effective / norms.wholeSupply(from: bundle.origin)
      }
    }
    let spared = Side.allCases.reduce(0.0) { $0 + 0.5 * sparedSupply(layout.lesionSegment, $1, conduction) }
    return SproutingHazard(
      misdirectedMotor: motor.max() ?? 0, misdirectedSensory: sensory.max() ?? 0,
      bdnf: layout.saturationByBDNF(of: model, half: parameters.bdnfHalf), denervation: max(0, 1 - spared),
      parameters: parameters)
  }

  /// Spared descending supply of a segment below the lesion, share of the intact one.
  func sparedSupply(_ segment: Int, _ side: Side, _ conduction: Conduction) -> Double {
    let slice = layout.slices.below[segment]
    var sum = 0.0
    var total = 0.0
    for (tract, part) in norms.descending {
      guard let share = conduction.mean(tract, side, slice: slice, bundles: layout.bundles) else { continue }
      sum += part * share
      total += part
    }
    return total > 0 ? sum / total : 0
  }

  /// Input that misdirected synapses bring to each segment, in shares of intact supply.
  private func misdirectedInput(
    _ graph: ConnectionGraph, _ side: Side, descending: ConnectionGraph.Flow, ascending: ConnectionGraph.Flow
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: segmentNames.count)
    for edge in graph.edges where edge.kind == .misdirected {
      guard case .interneurons(let segment, side, true) = graph.nodes[edge.target].kind else { continue }
      sums[segment] += edge.weight * (descending.activation[edge.source] + ascending.activation[edge.source])
    }
    return sums
  }

  private func read(
    _ pool: Int, _ segment: Int, _ side: Side, _ flow: ConnectionGraph.Flow,
    into supply: inout ConnectionSupply
  ) {
    let index = Int(side.rawValue)
    var beyond = 0.0
    for tract in Tract.allCases where norms.axons(tract) > 0 {
      let part = flow.part(pool, .regenerated(tract))
      // From a share of the whole descending supply to one of the tract's own; what is more than all of that counts for
      // the whole supply, so that an axon more never brings less.
      let own = norms.wholeSupply(of: tract) / norms.ownSupply(of: tract)
      supply.descending[Int(tract.rawValue)][index][segment] = min(1, part * own)
      if part * own > 1 { beyond += part - 1 / own }
    }
    supply.relays[index][segment] = ConnectionSupply.Share(
      regenerated: beyond, relayed: flow.part(pool, .relayed), detoured: flow.part(pool, .detoured))
  }

  /// Ascending shares: regrown fibres are spread evenly over the segments below the lesion, whose fibres they may be.
  private func readAscending(
    _ side: Side, _ flow: ConnectionGraph.Flow, places: [ConnectionGraph.Node.Kind: Int],
    into supply: inout ConnectionSupply
  ) {
    let index = Int(side.rawValue)
    for segment in layout.lesionSegment..<segmentNames.count {
      let column = norms.dorsalColumn(ofSegment: segment)
      for (modality, tract) in [column, .spinothalamic].enumerated() {
        guard let node = places[.brainstem(tract, side)] else { continue }
        supply.ascending[modality][index][segment] = ConnectionSupply.Share(
          regenerated: flow.regenerated(node), relayed: flow.part(node, .relayed))
      }
      for tract in [column, .spinothalamic, .ventralSpinocerebellar, .spinoOlivary] {
        guard let node = places[.brainstem(tract, side)] else { continue }
        supply.descending[Int(tract.rawValue)][index][segment] = flow.part(node, .regenerated(tract))
      }
    }
  }
}
