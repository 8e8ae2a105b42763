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
  /// Killing rates of neurons, 1/h: excitotoxic, ischaemic, oxidative, cytokine.
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
  }

  init(_ scale: KineticScale) {
    glutamateRelease = scale.value("glutamate_peak_epicentre")
    whiteGlutamateShare = scale.value("white_glutamate_share")
    glutamateHalf = scale.value("glutamate_toxic_EC50")
    flowHalf = scale.value("ischaemia_flow_half")
    flowTolerance = scale.value("ischaemia_flow_tolerated")
    stressTolerance = scale.value("stress_tolerated")
    oxidantHalf = scale.value("oxidative_half")
    neuron = KillingRates(
      excitotoxic: scale.value("kill_neuron_excitotoxic"), ischaemic: scale.rate("kill_neuron_ischaemic"),
      oxidative: scale.rate("kill_neuron_oxidative"), cytokine: scale.rate("kill_neuron_cytokine"))
    oligodendrocyte = KillingRates(
      excitotoxic: scale.value("kill_oligo_excitotoxic"), ischaemic: scale.rate("kill_oligo_ischaemic"),
      oxidative: scale.rate("kill_oligo_oxidative"), cytokine: scale.rate("kill_oligo_cytokine"))
    astrocyte = KillingRates(
      excitotoxic: 0, ischaemic: scale.rate("kill_astrocyte_ischaemic"),
      oxidative: scale.rate("kill_astrocyte_oxidative"), cytokine: 0)
    axon = KillingRates(
      excitotoxic: scale.value("kill_axon_excitotoxic"), ischaemic: scale.rate("kill_axon_ischaemic"),
      oxidative: scale.rate("kill_axon_oxidative"), cytokine: 0)
    bareAxon = scale.rate("kill_axon_bare")
    oxidantsFromDeath = scale.value("oxidants_from_death")
    oxidantsFromBlood = scale.rate("oxidants_from_blood")
    oxidantsFromNeutrophils = scale.rate("oxidants_from_neutrophils")
    oxidantsFromMacrophages = scale.rate("oxidants_from_macrophages")
  }
}
