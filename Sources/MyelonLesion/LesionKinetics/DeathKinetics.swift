/// Rates and thresholds of secondary death; see `LesionParameters.death` for meaning and sources.
///
/// Excitotoxic killing keeps the clock of glutamate; the other killing rates, and release and clearance of oxidants,
/// which cells make and cells clear, are slowed by the species' clock.
@frozen
public struct DeathKinetics: Sendable, Hashable {
  /// Glutamate set free by the death of all cells of grey matter, µM.
  public var glutamateRelease: Float
  /// The same for white matter, as a share of grey matter's.
  public var whiteGlutamateShare: Float
  /// Glutamate that living grey matter without blood lets go, µM/h.
  public var glutamateLeak: Float
  /// Clearance of glutamate that fails without blood, 1/h.
  public var uptakeFailure: Float
  /// Excess glutamate of half-maximal killing, µM.
  public var glutamateHalf: Float
  /// Perfusion of half-maximal ischaemic killing.
  public var flowHalf: Float
  /// Perfusion above which nothing dies for want of it.
  public var flowTolerance: Float
  /// Level that tissue tolerates for ever, as a share of the half-maximal level.
  public var stressTolerance: Float
  /// Oxidative load of half-maximal killing.
  public var oxidantHalf: Float
  /// Killing rates of neurons, 1/h: excitotoxic, ischaemic, oxidative, cytokine, macrophage.
  public var neuron: KillingRates
  /// Killing rates of oligodendrocytes, 1/h.
  public var oligodendrocyte: KillingRates
  /// Killing rates of astrocytes, 1/h.
  public var astrocyte: KillingRates
  /// Killing rates of axons, 1/h.
  public var axon: KillingRates
  /// Loss of bare axons per pro-inflammatory macrophage, 1/h.
  public var bareAxon: Float
  /// Oxidative load set free by the death of all cells.
  public var oxidantsFromDeath: Float
  /// Oxidative load per hour from blood, neutrophils and pro-inflammatory macrophages.
  public var oxidantsFromBlood: Float
  /// See `oxidantsFromBlood`.
  public var oxidantsFromNeutrophils: Float
  /// See `oxidantsFromBlood`.
  public var oxidantsFromMacrophages: Float

  /// Killing rates at saturating stress, 1/h.
  @frozen
  public struct KillingRates: Sendable, Hashable {
    /// Under glutamate.
    public var excitotoxic: Float
    /// Without flow.
    public var ischaemic: Float
    /// Under oxidative load.
    public var oxidative: Float
    /// Under cytokine.
    public var cytokine: Float
    /// Among pro-inflammatory macrophages that are being called, per macrophage.
    public var inflammatory: Float
  }

  init(_ scale: KineticScale) {
    glutamateRelease = scale.value("glutamate_peak_epicentre")
    whiteGlutamateShare = scale.value("white_glutamate_share")
    glutamateLeak = scale.value("glutamate_ischaemic_release")
    uptakeFailure = scale.value("glutamate_uptake_failure") * scale.value("k_glutamate")
    glutamateHalf = scale.value("glutamate_toxic_EC50")
    flowHalf = scale.value("ischaemia_flow_half")
    flowTolerance = scale.value("ischaemia_flow_tolerated")
    stressTolerance = scale.value("stress_tolerated")
    oxidantHalf = scale.value("oxidative_half")
    neuron = KillingRates(
      excitotoxic: scale.value("kill_neuron_excitotoxic"), ischaemic: scale.rate("kill_neuron_ischaemic"),
      oxidative: scale.rate("kill_neuron_oxidative"), cytokine: scale.rate("kill_neuron_cytokine"),
      inflammatory: 0)
    oligodendrocyte = KillingRates(
      excitotoxic: scale.value("kill_oligo_excitotoxic"), ischaemic: scale.rate("kill_oligo_ischaemic"),
      oxidative: scale.rate("kill_oligo_oxidative"), cytokine: scale.rate("kill_oligo_cytokine"),
      inflammatory: scale.rate("kill_oligo_inflammatory"))
    astrocyte = KillingRates(
      excitotoxic: 0, ischaemic: scale.rate("kill_astrocyte_ischaemic"),
      oxidative: scale.rate("kill_astrocyte_oxidative"), cytokine: 0, inflammatory: 0)
    axon = KillingRates(
      excitotoxic: scale.value("kill_axon_excitotoxic"), ischaemic: scale.rate("kill_axon_ischaemic"),
      oxidative: scale.rate("kill_axon_oxidative"), cytokine: 0,
      inflammatory: scale.rate("kill_axon_inflammatory"))
    bareAxon = scale.rate("kill_axon_bare")
    oxidantsFromDeath = scale.value("oxidants_from_death")
    oxidantsFromBlood = scale.rate("oxidants_from_blood")
    oxidantsFromNeutrophils = scale.rate("oxidants_from_neutrophils")
    oxidantsFromMacrophages = scale.rate("oxidants_from_macrophages")
  }
}
