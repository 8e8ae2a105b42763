extension ReactionKernel {
  /// Reads the stresses that act on a voxel.
  ///
  /// Hill terms `x²/(K² + x²)` of the substances (second order, so that the low level of chronic inflammation
  /// neither spreads nor kills by itself) and saturations `x/(K + x)` of cell signals; ischaemia is
  /// `K⁴/(K⁴ + q⁴)` of the flow q, shifted and scaled so that it is exactly 0 at normal flow and 1 at none.
  @inline(__always)
  func stress(_ v: TissueLanes) -> Stress {
    let death = kinetics.death
    let inflammation = kinetics.inflammation
    let flow = v.perfusion * v.patency / (1 + v.oedema * (1 / inflammation.oedemaHalf))
    let half2 = death.flowHalf * death.flowHalf
    let half4 = half2 * half2
    let flow2 = flow * flow
    let atNormalFlow = half4 / (half4 + 1)
    let ischaemia = (half4 / (half4 + flow2 * flow2) - atNormalFlow) * (1 / (1 - atNormalFlow))
    return Stress(
      flow: flow, ischaemia: Lanes.larger(ischaemia, .zero),
      excitotoxicity: hill2(v.glutamate, death.glutamateHalf),
      oxidation: hill2(v.oxidants, death.oxidantHalf),
      cytokine: hill2(v.cytokine, inflammation.cytokineHalf),
      attractantSignal: saturation(v.monocyteSignal, inflammation.attractantHalf),
      debrisSignal: saturation(v.debris, inflammation.debrisHalf))
  }

  /// Death rates: each cell type sums its excitotoxic, ischaemic, oxidative and cytokine terms; bare axons are
  /// also lost to pro-inflammatory macrophages.
  @inline(__always)
  func deathRates(_ v: TissueLanes, _ stress: Stress) -> DeathRates {
    let death = kinetics.death
    let bare = Lanes.larger(1 - v.myelin - v.remyelination, .zero)
    let stripped = death.bareAxon * v.inflammatory * bare
    return DeathRates(
      neuron: killing(death.neuron, stress),
      oligodendrocyte: killing(death.oligodendrocyte, stress),
      astrocyte: killing(death.astrocyte, stress),
      axon: killing(death.axon, stress) + stripped)
  }

  @inline(__always)
  private func killing(_ rates: DeathKinetics.KillingRates, _ stress: Stress) -> Lanes {
    let excitotoxic = rates.excitotoxic * stress.excitotoxicity
    let ischaemic = rates.ischaemic * stress.ischaemia
    let oxidative = rates.oxidative * stress.oxidation
    let cytokine = rates.cytokine * stress.cytokine
    return excitotoxic + ischaemic + oxidative + cytokine
  }

  /// Second-order Hill term `x² / (K² + x²)`.
  @inline(__always) func hill2(_ x: Lanes, _ half: Float) -> Lanes {
    let square = x * x
    return square / (half * half + square)
  }

  /// Saturation `x / (K + x)`.
  @inline(__always) func saturation(_ x: Lanes, _ half: Float) -> Lanes { x / (half + x) }

  /// Share of a pool that leaves it in the step at rate `loss`: `dt L / (1 + dt L)`.
  @inline(__always) func leaving(_ loss: Lanes) -> Lanes {
    let x = timeStep * loss
    return x / (1 + x)
  }

  /// What is left of a pool after a step of loss: `u / (1 + dt L)`.
  @inline(__always) func remaining(_ u: Lanes, _ loss: Lanes) -> Lanes { u / (1 + timeStep * loss) }
}
