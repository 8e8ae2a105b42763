extension ReactionKernel {
  /// Neutrophils come and go; macrophages arrive in two states and switch between them.
  ///
  /// - neutrophils: `dn/dt = i_n s_C - λ_n n`
  /// - influx: `I = (i_m s_J + i_d s_d) (1 - M / M_max) (1 - cavity)`
  /// - pro-inflammatory: `dM₁/dt = (1 - f₂) I - a M₁ + b M₂ - λ_m M₁`
  /// - pro-repair: `dM₂/dt = f₂ I + a M₁ - b M₂ - λ_m M₂`
  /// - switching: `a = k₁₂ (s_A / (1 + C / K_C) + R)`, `b = k₂₁ min(1, s_d + H) / (1 + R)`, with the drive R of
  ///   therapies
  ///
  /// The two macrophage equations are solved together, implicitly, so that switching neither makes nor loses cells.
  @inline(__always)
  func advanceInflammatoryCells(_ v: inout TissueLanes, before: TissueLanes, stress: Stress) {
    let k = kinetics.inflammation
    v.neutrophils =
      (before.neutrophils + timeStep * (k.neutrophilInflux * stress.cytokine))
      / (1 + timeStep * k.neutrophilLoss)

    let crowd = (before.inflammatory + before.repair) * (1 / k.macrophageCapacity)
    let room = Lanes.larger(1 - crowd, .zero) * (1 - before.cavity)
    let called = k.macrophageInflux * stress.attractantSignal
    let calledByDebris = k.macrophageInfluxByDebris * stress.debrisSignal
    let influx = timeStep * (called + calledByDebris) * room

    let interleukin10 = saturation(before.interleukin10, k.interleukin10Half)
    let opposition = 1 + before.cytokine * (1 / k.cytokineHalf)
    let toRepair = timeStep * k.toRepair * (interleukin10 / opposition + before.repairDrive)
    let drive = Lanes.smaller(stress.debrisSignal + before.haemorrhage, Lanes(repeating: 1))
    let toInflammatory = timeStep * k.toInflammatory * drive / (1 + before.repairDrive)
    let staying = 1 + timeStep * k.macrophageLoss

    let inflammatory = before.inflammatory + influx * (1 - k.repairShare)
    let repair = before.repair + influx * k.repairShare
    let determinant = staying * (staying + toRepair + toInflammatory)
    v.inflammatory = ((staying + toInflammatory) * inflammatory + toInflammatory * repair) / determinant
    v.repair = ((staying + toRepair) * repair + toRepair * inflammatory) / determinant
  }

  /// Vessels fail under blood and cytokine and grow back from sprouts that VEGF raises.
  ///
  /// - perfusion: `dQ/dt = g_Q B (bed - Q) - (k_h H + k_c s_C) Q` in the bed `min(1, 1 - cavity + graft)`
  /// - sprouts: `dB/dt = b_V s_V - λ_B B`
  /// - blood: `dH/dt = h_Q (k_h H + k_c s_C) Q - λ_h H`
  @inline(__always)
  func advanceVessels(_ v: inout TissueLanes, before: TissueLanes, stress: Stress) {
    let k = kinetics.vessels
    let failing = k.lossByBlood * before.haemorrhage + k.lossByCytokine * stress.cytokine
    let growing = k.regrowth * before.sprouts
    let bed = Lanes.smaller(1 - before.cavity + before.graft, Lanes(repeating: 1))
    v.perfusion = (before.perfusion + timeStep * (growing * bed)) / (1 + timeStep * (failing + growing))
    let bleeding = k.bloodFromVessels * failing * v.perfusion
    v.haemorrhage = (before.haemorrhage + timeStep * bleeding) / (1 + timeStep * k.bloodClearance)
    let sprouting = k.sproutRise * saturation(before.vegf, k.vegfHalf)
    v.sprouts = (before.sprouts + timeStep * sprouting) / (1 + timeStep * k.sproutLoss)
  }
}
