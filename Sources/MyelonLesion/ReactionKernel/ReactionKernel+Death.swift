extension ReactionKernel {
  /// Reads the stresses that act on a voxel.
  ///
  /// Signals are Hill terms `x²/(K² + x²)` of the substances (second order, so that the low level of chronic
  /// inflammation does not spread by itself) and saturations `x/(K + x)` of cell signals. What kills is the Hill
  /// term above what tissue tolerates for ever, scaled to end at 1: `(h(x) - h(x₀)) / (1 - h(x₀))`, zero below the
  /// tolerated level x₀. Macrophages attack as long as they are being called (`M₁ s_J`), not in the chronic lesion
  /// that they stay in. Ischaemia is the same of `K⁴/(K⁴ + q⁴)` of the flow q, zero above the tolerated flow.
  /// Without these tolerances a vanishing stress would kill everything in the end.
  @inline(__always)
  func stress(_ v: TissueLanes) -> Stress {
    let death = kinetics.death
    let inflammation = kinetics.inflammation
    let flow = v.perfusion * v.patency / (1 + v.oedema * (1 / inflammation.oedemaHalf))
    let cytokine = hill2(v.cytokine, inflammation.cytokineHalf)
    let attractantSignal = saturation(v.monocyteSignal, inflammation.attractantHalf)
    return Stress(
      flow: flow, ischaemia: ischaemia(flow),
      excitotoxicity: aboveTolerance(hill2(v.glutamate, death.glutamateHalf)),
      oxidation: aboveTolerance(hill2(v.oxidants, death.oxidantHalf)),
      cytokineToxicity: aboveTolerance(cytokine),
      attack: v.inflammatory * attractantSignal,
      cytokine: cytokine,
      attractantSignal: attractantSignal,
      debrisSignal: saturation(v.debris, inflammation.debrisHalf))
  }

  @inline(__always)
  private func ischaemia(_ flow: Lanes) -> Lanes {
    let death = kinetics.death
    let half4 = fourth(death.flowHalf)
    let flow2 = flow * flow
    let tolerated = half4 / (half4 + fourth(death.flowTolerance))
    let excess = half4 / (half4 + flow2 * flow2) - tolerated
    return Lanes.larger(excess * (1 / (1 - tolerated)), .zero)
  }

  /// The part of a Hill term above its value at the tolerated level, which is a fixed share of the half level.
  @inline(__always)
  private func aboveTolerance(_ hill: Lanes) -> Lanes {
    let share = kinetics.death.stressTolerance * kinetics.death.stressTolerance
    let tolerated = share / (1 + share)
    return Lanes.larger((hill - tolerated) * (1 / (1 - tolerated)), .zero)
  }

  @inline(__always) private func fourth(_ x: Float) -> Float { x * x * x * x }

  /// Death rates of each cell type: the sum of its excitotoxic, ischaemic, oxidative, cytokine and macrophage
  /// terms.
  ///
  /// Bare axons are also lost to pro-inflammatory macrophages. Therapies prevent a share of all but the ischaemic term: trophic
  /// and anti-apoptotic support does not replace blood.
  @inline(__always)
  func deathRates(_ v: TissueLanes, _ stress: Stress) -> DeathRates {
    let death = kinetics.death
    let bare = Lanes.larger(1 - v.myelin - v.remyelination, .zero)
    let exposed = 1 - v.protection
    let stripped = death.bareAxon * v.inflammatory * bare
    return DeathRates(
      neuron: killing(death.neuron, stress, exposed: exposed),
      oligodendrocyte: killing(death.oligodendrocyte, stress, exposed: exposed),
      astrocyte: killing(death.astrocyte, stress, exposed: exposed),
      axon: killing(death.axon, stress, exposed: exposed) + exposed * stripped)
  }

  @inline(__always)
  private func killing(
    _ rates: DeathKinetics.KillingRates, _ stress: Stress, exposed: Lanes
  ) -> Lanes {
    let excitotoxic = rates.excitotoxic * stress.excitotoxicity
    let ischaemic = rates.ischaemic * stress.ischaemia
    let oxidative = rates.oxidative * stress.oxidation
    let cytokine = rates.cytokine * stress.cytokineToxicity
    let inflammatory = rates.inflammatory * stress.attack
    return ischaemic + exposed * (excitotoxic + oxidative + cytokine + inflammatory)
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
