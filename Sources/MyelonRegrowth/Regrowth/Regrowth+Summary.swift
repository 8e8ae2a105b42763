import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension Regrowth {
  /// What has grown by now, in numbers of axons.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - reading: the present connections.
  /// - Returns: counts by neuron type, hazards and the strongest paths.
  public func summary(_ model: LesionModel, reading: RegrowthReading) -> RegrowthSummary {
    var summary = RegrowthSummary(day: model.clock.days, distances: Self.distances)
    summary.populations = populations(model)
    summary.axonsPerChannel = axonsPerChannel()
    summary.agents = cones.count
    summary.allodyniaRisk = reading.hazard.allodynia
    summary.spasticityRisk = reading.hazard.spasticity
    summary.paths = reading.graph.strongestPaths()
    return summary
  }

  private func populations(_ model: LesionModel) -> [RegrowthSummary.Population] {
    var tallies = NeuronType.allCases.map { PopulationTally(type: $0, distances: Self.distances) }
    for slot in 0..<cones.count {
      let cone = cones.cone(slot)
      tallies[Int(cone.type.rawValue)].add(
        cone, distance: distanceBeyondLesion(cone), isRostral: Double(cone.reach) < setting.epicentre)
    }
    addCutAxons(&tallies, model)
    return tallies.compactMap { tally in
      tally.population(firstArrival: firstArrival[Int(tally.type.rawValue)])
    }
  }

  /// Counts the host's cut axons, those without a growth cone included, and the axons of grafted neurons.
  private func addCutAxons(_ tallies: inout [PopulationTally], _ model: LesionModel) {
    let host = hostRecruitment.host
    let uncut = model.state.values(.axons)
    let able = NeuronType.allCases.map { traits[Int($0.rawValue)].regeneratingShare }
    for (sample, begun) in zip(host.samples, hostRecruitment.begun) {
      let type = Int(sample.origin.neuron.rawValue)
      let isCut =
        begun == 1
        || HostAxons.cutSlice(sample, uncut: uncut, bundles: setting.cord.bundles) != nil
      if isCut, able[type] > 0 { tallies[type].cut += Double(sample.axons) / able[type] }
      if begun == 1 { tallies[type].sprouted += Double(sample.axons) }
    }
    for (transplant, sent) in graftRecruitment.sent.enumerated() {
      let graft = Int(NeuronType.graft.rawValue)
      let weight = graftRecruitment.axonsPerCone(transplant, conditions)
      tallies[graft].sprouted += Double(sent) * weight
      tallies[graft].cut += conditions.graftAxons[transplant].reduce(0.0) { $0 + Double($1) }
    }
  }

  /// Axons that pass the middle of a channelled scaffold, a channel; nil without channels.
  private func axonsPerChannel() -> Double? {
    guard conditions.channelCount > 0 else { return nil }
    let middle = Float(setting.cord.position(ofSlice: conditions.channelSlice))
    var axons = 0.0
    for slot in 0..<cones.count where cones.cone(slot).state != .gone {
      let path = cones.path(slot)
      let passes = zip(path, path.dropFirst()).contains { ($0.z - middle) * ($1.z - middle) <= 0 }
      if passes { axons += Double(cones.cone(slot).axons) }
    }
    return axons / conditions.channelCount
  }
}
