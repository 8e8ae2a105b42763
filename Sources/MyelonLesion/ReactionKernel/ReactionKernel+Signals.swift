extension ReactionKernel {
  /// Neurons die, and dying cells and inflammatory cells release substances.
  ///
  /// Sources, to which clearance and diffusion are added (`-λ u + div(D grad u)`):
  /// - glutamate: `G₀ (g d_N N + γ w d_O O) + s_i (r_i (g N + γ w O) + f_u λ_G G)`: cells without blood let it go and
  ///   do not take it up
  /// - oxidants: `r_d (g d_N N + w (d_O O + d_X X) / 2) + r_h H + r_n n + r_m M₁`
  /// - TNF / IL-1: `(c_D D + c_n n + c_m M₁) / (1 + A / K_A)`
  /// - IL-10: `a_J J + a_m M₂`
  /// - VEGF: `v_h (1 - q) astrocytes + v_m M₂`
  /// - oedema: `w_C s_C Q`
  ///
  /// Signals that stay where they are:
  /// - danger: `dD/dt = g d_N N + w (d_O O + d_X X) / 2 - λ_D D`
  /// - monocyte attractant: `dJ/dt = j_C s_C - λ_J J`
  @inline(__always)
  func advanceSignals(_ v: inout TissueLanes, stress: Stress, rates: DeathRates, grey: Lanes, white: Lanes) {
    let death = kinetics.death
    let inflammation = kinetics.inflammation
    let vessels = kinetics.vessels
    let perHour = 1 / timeStep

    let lostNeurons = v.neurons * leaving(rates.neuron)
    let lostOligodendrocytes = v.oligodendrocytes * leaving(rates.oligodendrocyte)
    let lostAxons = v.axons * leaving(rates.axon)
    let lostCells = grey * lostNeurons + white * 0.5 * (lostOligodendrocytes + lostAxons)
    let starving = grey * v.neurons + death.whiteGlutamateShare * white * v.oligodendrocytes
    v.neurons -= lostNeurons

    let released = grey * lostNeurons + death.whiteGlutamateShare * white * lostOligodendrocytes
    let leaking = death.glutamateLeak * starving + death.uptakeFailure * v.glutamate
    let glutamateSource = death.glutamateRelease * perHour * released + stress.ischaemia * leaking
    v.glutamate = updated(v.glutamate, source: glutamateSource, substances.glutamate)

    let fromDeath = death.oxidantsFromDeath * perHour * lostCells
    let fromBlood = death.oxidantsFromBlood * v.haemorrhage
    let fromNeutrophils = death.oxidantsFromNeutrophils * v.neutrophils
    let fromMacrophages = death.oxidantsFromMacrophages * v.inflammatory
    let oxidantSource = fromDeath + fromBlood + fromNeutrophils + fromMacrophages
    v.oxidants = updated(v.oxidants, source: oxidantSource, substances.oxidants)

    let byDamage = inflammation.cytokineFromDamage * v.damageSignal
    let byNeutrophils = inflammation.cytokineFromNeutrophils * v.neutrophils
    let byMacrophages = inflammation.cytokineFromMacrophages * v.inflammatory
    let restraint = 1 / (1 + v.interleukin10 * (1 / inflammation.interleukin10Half))
    let cytokineSource = (byDamage + byNeutrophils + byMacrophages) * restraint
    v.cytokine = updated(v.cytokine, source: cytokineSource, substances.cytokine)

    let byTissue = inflammation.interleukin10FromTissue * v.monocyteSignal
    let byRepair = inflammation.interleukin10FromRepair * v.repair
    v.interleukin10 = updated(v.interleukin10, source: byTissue + byRepair, substances.interleukin10)

    let hypoxic = (1 - stress.flow) * (v.restingAstrocytes + v.reactiveAstrocytes)
    let vegfSource = vessels.vegfFromHypoxia * hypoxic + vessels.vegfFromRepair * v.repair
    v.vegf = updated(v.vegf, source: vegfSource, substances.vegf)

    let leak = inflammation.oedemaRise * stress.cytokine * v.perfusion
    v.oedema = updated(v.oedema, source: leak, substances.oedema)

    v.damageSignal = (v.damageSignal + lostCells) / (1 + timeStep * inflammation.damageFading)
    let attractant = inflammation.attractantRise * stress.cytokine
    v.monocyteSignal =
      (v.monocyteSignal + timeStep * attractant) / (1 + timeStep * inflammation.attractantFading)
  }

  /// `e u + g s`: decay and source of a substance over the step.
  @inline(__always)
  private func updated(_ u: Lanes, source: Lanes, _ factor: SubstanceFactors.Factor) -> Lanes {
    factor.keep * u + factor.gain * source
  }
}
