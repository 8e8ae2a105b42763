import Foundation
import MyelonLesion

extension ReactionTwin {
  /// One step by the rule `(u + dt P) / (1 + dt L)`; substances decay exactly, `e u + g s`.
  func advanced(_ u: Voxel, hours dt: Double) -> Voxel {
    let s = stress(u)
    var n = u
    stepSubstances(&n, u, s, dt)
    stepInflammation(&n, u, s, dt)
    stepVesselsAndScar(&n, u, s, dt)
    stepMyelin(&n, u, s, dt)
    stepVolumes(&n, u, dt)
    return n
  }

  /// Share of a pool that leaves it in a step.
  private func leaving(_ rate: Double, _ dt: Double) -> Double { dt * rate / (1 + dt * rate) }

  private func rule(_ u: Double, gain: Double, loss: Double, _ dt: Double) -> Double {
    (u + dt * gain) / (1 + dt * loss)
  }

  private func stepSubstances(_ n: inout Voxel, _ u: Voxel, _ s: Stress, _ dt: Double) {
    let k = kinetics.inflammation
    let lost = (
      neurons: u[.neurons] * leaving(s.neuronDeath, dt),
      oligodendrocytes: u[.oligodendrocytes] * leaving(s.oligodendrocyteDeath, dt),
      axons: u[.axons] * leaving(s.axonDeath, dt)
    )
    let source = sources(
      u, s, lost: (lost.neurons / dt, lost.oligodendrocytes / dt, lost.axons / dt))
    for (index, field) in Self.sourced.enumerated() {
      let exponent = clearance[index] * dt
      n[field] = exp(-exponent) * u[field] - expm1(-exponent) / clearance[index] * source[index]
    }
    n[.neurons] = u[.neurons] - lost.neurons
    let dead = grey * lost.neurons + (1 - grey) * (lost.oligodendrocytes + lost.axons) / 2
    n[.damageSignal] = (u[.damageSignal] + dead) / (1 + dt * Double(k.damageFading))
    n[.monocyteSignal] = rule(
      u[.monocyteSignal], gain: Double(k.attractantRise) * s.cytokine, loss: Double(k.attractantFading), dt)
  }

  private func stepInflammation(_ n: inout Voxel, _ u: Voxel, _ s: Stress, _ dt: Double) {
    let k = kinetics.inflammation
    n[.neutrophils] = rule(
      u[.neutrophils], gain: Double(k.neutrophilInflux) * s.cytokine, loss: Double(k.neutrophilLoss), dt)
    let cells = u[.inflammatoryMacrophages] + u[.repairMacrophages]
    let room = max(0, 1 - cells / Double(k.macrophageCapacity)) * (1 - u[.cavity])
    let influx =
      (Double(k.macrophageInflux) * s.attractant + Double(k.macrophageInfluxByDebris) * s.debris) * room
    let a =
      dt * Double(k.toRepair)
      * (hill(u[.antiInflammatoryCytokine], k.interleukin10Half, 1)
        / (1 + u[.proInflammatoryCytokine] / Double(k.cytokineHalf)) + u[.repairDrive])
    let b = dt * Double(k.toInflammatory) * min(1, s.debris + u[.haemorrhage]) / (1 + u[.repairDrive])
    let c = 1 + dt * Double(k.macrophageLoss)
    // Cramer's rule for (c + a) M₁ - b M₂ = r₁ and -a M₁ + (c + b) M₂ = r₂.
    let r1 = u[.inflammatoryMacrophages] + dt * influx * (1 - Double(k.repairShare))
    let r2 = u[.repairMacrophages] + dt * influx * Double(k.repairShare)
    let determinant = (c + a) * (c + b) - a * b
    n[.inflammatoryMacrophages] = (r1 * (c + b) + b * r2) / determinant
    n[.repairMacrophages] = ((c + a) * r2 + a * r1) / determinant
  }

  private func stepVesselsAndScar(_ n: inout Voxel, _ u: Voxel, _ s: Stress, _ dt: Double) {
    let v = kinetics.vessels
    let failing = Double(v.lossByBlood) * u[.haemorrhage] + Double(v.lossByCytokine) * s.cytokine
    let growing = Double(v.regrowth) * u[.vesselSprouts]
    n[.perfusion] = rule(
      u[.perfusion], gain: growing * min(1, 1 - u[.cavity] + u[.graft]), loss: failing + growing, dt)
    n[.haemorrhage] = rule(
      u[.haemorrhage], gain: Double(v.bloodFromVessels) * failing * n[.perfusion],
      loss: Double(v.bloodClearance), dt)
    n[.vesselSprouts] = rule(
      u[.vesselSprouts], gain: Double(v.sproutRise) * hill(u[.vegf], v.vegfHalf, 1),
      loss: Double(v.sproutLoss), dt)

    let k = kinetics.scar
    let signal = s.cytokine + s.attractant - s.cytokine * s.attractant
    let crowding = max(0, 1 - (u[.restingAstrocytes] + u[.reactiveAstrocytes]) / Double(k.capacity))
    n[.restingAstrocytes] = rule(
      u[.restingAstrocytes], gain: Double(k.rest) * u[.reactiveAstrocytes],
      loss: Double(k.activation) * signal + s.astrocyteDeath, dt)
    n[.reactiveAstrocytes] = rule(
      u[.reactiveAstrocytes],
      gain: Double(k.activation) * signal * n[.restingAstrocytes] + Double(k.proliferation) * signal
        * crowding * u[.reactiveAstrocytes],
      loss: Double(k.rest) + s.astrocyteDeath, dt)
    n[.cspg] = rule(
      u[.cspg],
      gain: Double(k.synthesis) * u[.reactiveAstrocytes]
        * (s.attractant + Double(k.chronicSignal) * u[.inflammatoryMacrophages]),
      loss: Double(k.turnover) + Double(k.digestion) * u[.chondroitinase], dt)
  }

  private func stepMyelin(_ n: inout Voxel, _ u: Voxel, _ s: Stress, _ dt: Double) {
    let k = kinetics.myelin
    let dead = s.oligodendrocyteDeath
    n[.axons] = rule(u[.axons], gain: 0, loss: s.axonDeath, dt)
    n[.myelin] = rule(
      u[.myelin], gain: 0,
      loss: Double(k.lossWithOligodendrocyte) * dead + Double(k.stripping) * u[.inflammatoryMacrophages], dt)
    let kept = rule(u[.remyelination], gain: 0, loss: dead, dt)
    let bare = max(0, 1 - n[.myelin] - kept)
    n[.remyelination] =
      kept + bare * leaving(Double(k.remyelination) * u[.immatureOligodendrocytes], dt)

    let served = 1 - u[.degenerated]
    let inhibition = (1 + heardDebris(u) / Double(k.debrisHalf)) * (1 + u[.cspg] / Double(k.cspgHalf))
    let differentiation =
      Double(k.differentiation) * (max(0, served - u[.oligodendrocytes]) + bare) / inhibition
    let crowding = max(0, 1 - u[.progenitors] / Double(k.progenitorCapacity))
    n[.progenitors] = rule(
      u[.progenitors],
      gain: Double(k.progenitorDivision) * s.attractant * crowding * u[.progenitors]
        + Double(k.progenitorReturn),
      loss: Double(k.progenitorReturn) + dead / 2 + differentiation, dt)
    n[.immatureOligodendrocytes] = rule(
      u[.immatureOligodendrocytes], gain: differentiation * n[.progenitors],
      loss: Double(k.maturation) + dead, dt)
    let surviving = rule(u[.oligodendrocytes], gain: 0, loss: dead, dt)
    n[.oligodendrocytes] =
      surviving
      + max(0, served - surviving) * leaving(Double(k.maturation) * n[.immatureOligodendrocytes], dt)
      - max(0, surviving - served) * leaving(Double(k.orphanDeath), dt)

    let cut = max(0, 1 - u[.connected] - u[.degenerated]) * leaving(Double(k.wallerian), dt)
    n[.degenerated] = u[.degenerated] + cut
    let shed = (u[.myelin] - n[.myelin]) * n[.axons] + cut * n[.myelin]
    let macrophages = u[.inflammatoryMacrophages] + u[.repairMacrophages]
    n[.myelinDebris] = rule(
      u[.myelinDebris] + (1 - grey) * shed, gain: 0,
      loss: Double(k.phagocytosis) * macrophages + Double(k.debrisFading), dt)
  }

  private func stepVolumes(_ n: inout Voxel, _ u: Voxel, _ dt: Double) {
    let k = kinetics.scar
    let dying = max(0, u[.tissue] - livingShare(n)) * leaving(Double(k.dissolution), dt)
    let macrophages = u[.inflammatoryMacrophages] + u[.repairMacrophages]
    let toFibrosis = Double(k.fibrosis) * u[.torn] * macrophages
    let toCavity =
      Double(k.clearance) * macrophages * (1 - u[.matrix]) / cavityHold(u)
    n[.tissue] = u[.tissue] - dying
    n[.necrosis] = (u[.necrosis] + dying) / (1 + dt * (toFibrosis + toCavity))
    n[.fibrosis] = u[.fibrosis] + dt * toFibrosis * n[.necrosis]
    n[.cavity] = u[.cavity] + dt * toCavity * n[.necrosis]
    let rebuilt = Double(k.matrixLoss) * (u[.fibrosis] + u[.scaffold])
    n[.matrix] = rule(
      u[.matrix], gain: rebuilt, loss: rebuilt + Double(k.matrixLoss) * macrophages * (1 - n[.tissue]), dt)
  }
}
