import MyelonLesion

extension ReactionTwin {
  /// Right-hand side of the documented equations, without diffusion, per hour.
  func derivative(_ u: Voxel) -> Voxel {
    let s = stress(u)
    var d = Voxel()
    addSubstances(&d, u, s)
    addInflammation(&d, u, s)
    addVesselsAndScar(&d, u, s)
    addMyelin(&d, u, s)
    addVolumes(&d, u)
    return d
  }

  private func addSubstances(_ d: inout Voxel, _ u: Voxel, _ s: Stress) {
    let k = kinetics.inflammation
    let lost = (
      neurons: s.neuronDeath * u[.neurons], oligodendrocytes: s.oligodendrocyteDeath * u[.oligodendrocytes],
      axons: s.axonDeath * u[.axons]
    )
    for (index, field) in Self.sourced.enumerated() {
      d[field] = sources(u, s, lost: lost)[index] - clearance[index] * u[field]
    }
    d[.neurons] = -lost.neurons
    d[.damageSignal] =
      grey * lost.neurons + (1 - grey) * (lost.oligodendrocytes + lost.axons) / 2
      - Double(k.damageFading) * u[.damageSignal]
    d[.monocyteSignal] =
      Double(k.attractantRise) * s.cytokine - Double(k.attractantFading) * u[.monocyteSignal]
  }

  private func addInflammation(_ d: inout Voxel, _ u: Voxel, _ s: Stress) {
    let k = kinetics.inflammation
    let m1 = u[.inflammatoryMacrophages]
    let m2 = u[.repairMacrophages]
    d[.neutrophils] = Double(k.neutrophilInflux) * s.cytokine - Double(k.neutrophilLoss) * u[.neutrophils]
    let room = max(0, 1 - (m1 + m2) / Double(k.macrophageCapacity)) * (1 - u[.cavity])
    let influx =
      (Double(k.macrophageInflux) * s.attractant + Double(k.macrophageInfluxByDebris) * s.debris) * room
    let a =
      Double(k.toRepair)
      * (hill(u[.antiInflammatoryCytokine], k.interleukin10Half, 1)
        / (1 + u[.proInflammatoryCytokine] / Double(k.cytokineHalf)) + u[.repairDrive])
    let b = Double(k.toInflammatory) * min(1, s.debris + u[.haemorrhage]) / (1 + u[.repairDrive])
    let share = Double(k.repairShare)
    d[.inflammatoryMacrophages] = (1 - share) * influx - a * m1 + b * m2 - Double(k.macrophageLoss) * m1
    d[.repairMacrophages] = share * influx + a * m1 - b * m2 - Double(k.macrophageLoss) * m2
  }

  private func addVesselsAndScar(_ d: inout Voxel, _ u: Voxel, _ s: Stress) {
    let v = kinetics.vessels
    let failing = Double(v.lossByBlood) * u[.haemorrhage] + Double(v.lossByCytokine) * s.cytokine
    let bed = min(1, 1 - u[.cavity] + u[.graft])
    d[.perfusion] =
      Double(v.regrowth) * u[.vesselSprouts] * (bed - u[.perfusion]) - failing * u[.perfusion]
    d[.vesselSprouts] =
      Double(v.sproutRise) * hill(u[.vegf], v.vegfHalf, 1) - Double(v.sproutLoss) * u[.vesselSprouts]
    d[.haemorrhage] =
      Double(v.bloodFromVessels) * failing * u[.perfusion] - Double(v.bloodClearance) * u[.haemorrhage]

    let k = kinetics.scar
    let signal = s.cytokine + s.attractant - s.cytokine * s.attractant
    let resting = u[.restingAstrocytes]
    let reactive = u[.reactiveAstrocytes]
    let crowding = max(0, 1 - (resting + reactive) / Double(k.capacity))
    d[.restingAstrocytes] =
      -Double(k.activation) * signal * resting + Double(k.rest) * reactive - s.astrocyteDeath * resting
    d[.reactiveAstrocytes] =
      Double(k.activation) * signal * resting + Double(k.proliferation) * signal * reactive * crowding
      - Double(k.rest) * reactive - s.astrocyteDeath * reactive
    d[.cspg] =
      Double(k.synthesis) * reactive
      * (s.attractant + Double(k.chronicSignal) * u[.inflammatoryMacrophages])
      - (Double(k.turnover) + Double(k.digestion) * u[.chondroitinase]) * u[.cspg]
  }

  private func addMyelin(_ d: inout Voxel, _ u: Voxel, _ s: Stress) {
    let k = kinetics.myelin
    let dead = s.oligodendrocyteDeath
    d[.axons] = -s.axonDeath * u[.axons]
    let demyelination =
      (Double(k.lossWithOligodendrocyte) * dead + Double(k.stripping) * u[.inflammatoryMacrophages])
      * u[.myelin]
    d[.myelin] = -demyelination
    let bare = max(0, 1 - u[.myelin] - u[.remyelination])
    d[.remyelination] =
      Double(k.remyelination) * u[.immatureOligodendrocytes] * bare - dead * u[.remyelination]

    let vacancy = 1 - u[.degenerated] - u[.oligodendrocytes]
    let inhibition = (1 + heardDebris(u) / Double(k.debrisHalf)) * (1 + u[.cspg] / Double(k.cspgHalf))
    let progenitors = u[.progenitors]
    let demand = max(0, vacancy) + bare
    let differentiation = Double(k.differentiation) * progenitors * demand / inhibition
    d[.progenitors] =
      Double(k.progenitorDivision) * s.attractant * progenitors
      * max(0, 1 - progenitors / Double(k.progenitorCapacity))
      + Double(k.progenitorReturn) * (1 - progenitors) - dead * progenitors / 2 - differentiation
    let maturing = Double(k.maturation) * u[.immatureOligodendrocytes]
    d[.immatureOligodendrocytes] = differentiation - maturing - dead * u[.immatureOligodendrocytes]
    d[.oligodendrocytes] =
      maturing * max(0, vacancy) - dead * u[.oligodendrocytes] - Double(k.orphanDeath) * max(0, -vacancy)

    let cut = max(0, 1 - u[.connected] - u[.degenerated])
    d[.degenerated] = Double(k.wallerian) * cut
    let macrophages = u[.inflammatoryMacrophages] + u[.repairMacrophages]
    d[.myelinDebris] =
      (1 - grey) * (demyelination * u[.axons] + Double(k.wallerian) * cut * u[.myelin])
      - (Double(k.phagocytosis) * macrophages + Double(k.debrisFading)) * u[.myelinDebris]
  }

  private func addVolumes(_ d: inout Voxel, _ u: Voxel) {
    let k = kinetics.scar
    let macrophages = u[.inflammatoryMacrophages] + u[.repairMacrophages]
    let dying = Double(k.dissolution) * max(0, u[.tissue] - livingShare(u))
    let toFibrosis = Double(k.fibrosis) * u[.torn] * macrophages * u[.necrosis]
    let toCavity =
      Double(k.clearance) * macrophages * (1 - u[.matrix]) / cavityHold(u)
      * u[.necrosis]
    d[.tissue] = -dying
    d[.necrosis] = dying - toFibrosis - toCavity
    d[.fibrosis] = toFibrosis
    d[.cavity] = toCavity
    d[.matrix] =
      Double(k.matrixLoss) * (u[.fibrosis] + u[.scaffold]) * (1 - u[.matrix])
      - Double(k.matrixLoss) * macrophages * (1 - u[.tissue]) * u[.matrix]
  }
}
