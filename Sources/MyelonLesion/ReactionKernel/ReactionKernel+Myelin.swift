extension ReactionKernel {
  /// Oligodendrocytes, progenitors, myelin, axons and debris.
  ///
  /// - axons: `dX/dt = -d_X X`
  /// - own myelin of uncut axons: `dm/dt = -(μ_O d_O + μ_m M₁) m`
  /// - remyelinated: `dr/dt = k_r Y (1 - m - r) - d_O r`
  /// - progenitors: `dP/dt = p_P s_J P (1 - P / P_max) + r_P (1 - P) - d_O P / 2 - differentiation`
  /// - axons to serve: `1 - Z`; demand: oligodendrocytes that are missing and axons that are bare,
  ///   `max(0, 1 - Z - O) + max(0, 1 - m - r)`
  /// - differentiation: `d_P P demand / ((1 + debris / (K_d (1 + a / K_a))) (1 + S / K_S))`, where antibody a
  ///   against Nogo-A masks what debris says
  /// - new oligodendrocytes: `dY/dt = differentiation - Y / τ - d_O Y`
  /// - oligodendrocytes: `dO/dt = (Y / τ) (1 - Z - O) - d_O O` while positive, and orphaned ones, those above
  ///   `1 - Z`, die at `k_Ow`
  /// - degenerated axon parts: `dZ/dt = k_Z (1 - connected - Z)` while positive
  /// - debris: `+ w (lost myelin of living axons + myelin of degenerated ones) - (k_φ M + λ_d) debris`
  @inline(__always)
  func advanceMyelin(
    _ v: inout TissueLanes, before: TissueLanes, stress: Stress, rates: DeathRates, white: Lanes
  ) {
    let k = kinetics.myelin
    v.axons = remaining(before.axons, rates.axon)

    let demyelination = k.lossWithOligodendrocyte * rates.oligodendrocyte + k.stripping * before.inflammatory
    v.myelin = remaining(before.myelin, demyelination)
    let kept = remaining(before.remyelination, rates.oligodendrocyte)
    let bare = Lanes.larger(1 - v.myelin - kept, .zero)
    v.remyelination = kept + bare * leaving(k.remyelination * before.immatureOligodendrocytes)

    let served = 1 - before.degenerated
    let demand = Lanes.larger(served - before.oligodendrocytes, .zero) + bare
    let masked = before.debris / (1 + before.antiNogo * (1 / k.antiNogoHalf))
    let inhibition = (1 + masked * (1 / k.debrisHalf)) * (1 + before.cspg * (1 / k.cspgHalf))
    let differentiation = k.differentiation * demand / inhibition
    let crowding = Lanes.larger(1 - before.progenitors * (1 / k.progenitorCapacity), .zero)
    let division = k.progenitorDivision * stress.attractantSignal * crowding
    let gained = division * before.progenitors + k.progenitorReturn
    let lost = 0.5 * rates.oligodendrocyte + k.progenitorReturn + differentiation
    v.progenitors = (before.progenitors + timeStep * gained) / (1 + timeStep * lost)

    let committed = differentiation * v.progenitors
    v.immatureOligodendrocytes =
      (before.immatureOligodendrocytes + timeStep * committed)
      / (1 + timeStep * (k.maturation + rates.oligodendrocyte))
    let surviving = remaining(before.oligodendrocytes, rates.oligodendrocyte)
    let vacancy = served - surviving
    let recruited = Lanes.larger(vacancy, .zero) * leaving(k.maturation * v.immatureOligodendrocytes)
    let orphaned = Lanes.larger(-vacancy, .zero) * leaving(Lanes(repeating: k.orphanDeath))
    v.oligodendrocytes = surviving + recruited - orphaned

    let cut = Lanes.larger(1 - before.connected - before.degenerated, .zero)
    let degenerating = cut * leaving(Lanes(repeating: k.wallerian))
    v.degenerated = before.degenerated + degenerating

    let shed = (before.myelin - v.myelin) * v.axons
    let macrophages = before.inflammatory + before.repair
    let removal = k.phagocytosis * macrophages + k.debrisFading
    v.debris = remaining(before.debris + white * (shed + degenerating * v.myelin), removal)
  }
}
