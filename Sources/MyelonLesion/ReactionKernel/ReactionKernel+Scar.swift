extension ReactionKernel {
  /// Astrocytes are activated, divide at the lesion's edge and lay down proteoglycan.
  ///
  /// - signal: `s = s_C + s_J - s_C s_J`
  /// - resting: `dA₀/dt = -k_a s A₀ + k_A A₁ - d_A A₀`
  /// - reactive: `dA₁/dt = k_a s A₀ + k_p s A₁ (1 - A / A_max) - k_A A₁ - d_A A₁`
  /// - proteoglycan: `dS/dt = s_A A₁ (s_J + χ M₁) - (λ_S + e_S E) S`
  @inline(__always)
  func advanceScar(_ v: inout TissueLanes, before: TissueLanes, stress: Stress, rates: DeathRates) {
    let k = kinetics.scar
    let signal =
      stress.cytokine + stress.attractantSignal - stress.cytokine * stress.attractantSignal
    let activation = k.activation * signal
    let resting =
      (before.restingAstrocytes + timeStep * k.rest * before.reactiveAstrocytes)
      / (1 + timeStep * (activation + rates.astrocyte))
    let density = (before.restingAstrocytes + before.reactiveAstrocytes) * (1 / k.capacity)
    let division = k.proliferation * signal * Lanes.larger(1 - density, .zero)
    let gained = activation * resting + division * before.reactiveAstrocytes
    v.restingAstrocytes = resting
    v.reactiveAstrocytes =
      (before.reactiveAstrocytes + timeStep * gained) / (1 + timeStep * (k.rest + rates.astrocyte))

    let drive = stress.attractantSignal + k.chronicSignal * before.inflammatory
    let synthesis = k.synthesis * before.reactiveAstrocytes * drive
    let removal = k.turnover + k.digestion * before.chondroitinase
    v.cspg = (before.cspg + timeStep * synthesis) / (1 + timeStep * removal)
  }

  /// Living tissue dies into necrosis, and necrosis becomes fibrosis or a cavity.
  ///
  /// Fibrosis forms where tissue was torn, a cavity where
  /// macrophages have cleared it and no matrix holds. The four shares always sum to one.
  ///
  /// - living share: `T* = g (N + A) / 2 + w (0.6 X + 0.4 A)`, with A at most 1
  /// - death: `dT/dt = -k_T (T - T*)` while T is above T*, because dead cells take a day or so to fall apart
  /// - fibrosis: `k_F torn M`; cavitation: `k_K M (1 - E) / (1 + F / F_h + V / V_h)` with the scaffold share V
  /// - matrix: `dE/dt = k_E (F + V) (1 - E) - k_E M (1 - T) E`
  ///
  /// The weights are the shares of tissue volume: half of grey matter is neuropil, and axons with their myelin
  /// make up about 0.6 of white matter (assumed from textbook histology).
  @inline(__always)
  func advanceTissueVolumes(_ v: inout TissueLanes, before: TissueLanes, grey: Lanes, white: Lanes) {
    let k = kinetics.scar
    let astrocytes = Lanes.smaller(v.restingAstrocytes + v.reactiveAstrocytes, Lanes(repeating: 1))
    let living = grey * 0.5 * (v.neurons + astrocytes) + white * (0.6 * v.axons + 0.4 * astrocytes)
    let excess = Lanes.larger(before.tissue - living, .zero)
    v.tissue = before.tissue - excess * leaving(Lanes(repeating: k.dissolution))
    let dead = before.necrosis + (before.tissue - v.tissue)

    let macrophages = before.inflammatory + before.repair
    let held = before.fibrosis * (1 / k.fibrosisHold) + before.scaffold * (1 / k.scaffoldHold)
    let hold = 1 / (1 + held)
    let toFibrosis = k.fibrosis * before.torn * macrophages
    let toCavity = k.clearance * macrophages * (1 - before.matrix) * hold
    v.necrosis = remaining(dead, toFibrosis + toCavity)
    v.fibrosis = before.fibrosis + timeStep * toFibrosis * v.necrosis
    v.cavity = before.cavity + timeStep * toCavity * v.necrosis

    let rebuilt = k.matrixLoss * (before.fibrosis + before.scaffold)
    let digested = k.matrixLoss * macrophages * (1 - v.tissue)
    v.matrix = (before.matrix + timeStep * rebuilt) / (1 + timeStep * (rebuilt + digested))
  }
}
