/// Rates of cytokines and inflammatory cells; see `LesionParameters.inflammation` for meaning and sources.
///
/// Release and clearance of substances keep their own clock; cells are slowed by the species'.
@frozen
public struct InflammationKinetics: Sendable, Hashable {
  /// Fading of danger signals, 1/h.
  public var damageFading: Float
  /// Cytokine release by danger signals, neutrophils and pro-inflammatory macrophages, ng/mL/h.
  public var cytokineFromDamage: Float
  /// See `cytokineFromDamage`.
  public var cytokineFromNeutrophils: Float
  /// See `cytokineFromDamage`.
  public var cytokineFromMacrophages: Float
  /// Cytokine of half-maximal effect, ng/mL.
  public var cytokineHalf: Float
  /// IL-10 of half-maximal effect, ng/mL.
  public var interleukin10Half: Float
  /// IL-10 release by glia and pro-repair macrophages, ng/mL/h.
  public var interleukin10FromTissue: Float
  /// See `interleukin10FromTissue`.
  public var interleukin10FromRepair: Float
  /// Neutrophil influx and loss, 1/h.
  public var neutrophilInflux: Float
  /// See `neutrophilInflux`.
  public var neutrophilLoss: Float
  /// Rise and fading of monocyte attractants, 1/h.
  public var attractantRise: Float
  /// See `attractantRise`.
  public var attractantFading: Float
  /// Attractant of half-maximal effect.
  public var attractantHalf: Float
  /// Macrophage influx by attractant and by debris, 1/h.
  public var macrophageInflux: Float
  /// See `macrophageInflux`.
  public var macrophageInfluxByDebris: Float
  /// Debris of half-maximal effect.
  public var debrisHalf: Float
  /// Most macrophages that tissue holds.
  public var macrophageCapacity: Float
  /// Loss of macrophages, 1/h.
  public var macrophageLoss: Float
  /// Share of arriving macrophages that are pro-repair.
  public var repairShare: Float
  /// Switch between the two states, 1/h.
  public var toInflammatory: Float
  /// See `toInflammatory`.
  public var toRepair: Float
  /// Leak of oedema fluid, 1/h.
  public var oedemaRise: Float
  /// Oedema that halves flow.
  public var oedemaHalf: Float

  init(_ scale: KineticScale) {
    damageFading = scale.rate("k_damage_signal")
    cytokineFromDamage = scale.value("cytokine_from_damage")
    cytokineFromNeutrophils = scale.value("cytokine_from_neutrophils")
    cytokineFromMacrophages = scale.value("cytokine_from_macrophages")
    cytokineHalf = scale.value("cytokine_half")
    interleukin10Half = scale.value("IL10_half")
    interleukin10FromTissue = scale.value("IL10_from_tissue")
    interleukin10FromRepair = scale.value("IL10_from_repair")
    neutrophilInflux = scale.rate("neutrophil_influx")
    neutrophilLoss = scale.rate("k_neutrophil")
    attractantRise = scale.rate("monocyte_signal_rise")
    attractantFading = scale.rate("k_monocyte_signal")
    attractantHalf = scale.value("monocyte_signal_half")
    macrophageInflux = scale.rate("macrophage_influx")
    macrophageInfluxByDebris = scale.rate("macrophage_influx_debris")
    debrisHalf = scale.value("debris_half")
    macrophageCapacity = scale.value("macrophage_capacity")
    macrophageLoss = scale.rate("k_macrophage")
    repairShare = scale.value("repair_share")
    toInflammatory = scale.rate("repair_to_inflammatory")
    toRepair = scale.rate("inflammatory_to_repair")
    oedemaRise = scale.rate("oedema_rise")
    oedemaHalf = scale.value("oedema_flow_half")
  }
}
