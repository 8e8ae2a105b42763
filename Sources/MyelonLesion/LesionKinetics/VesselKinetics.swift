/// Rates of vessels and blood; see `LesionParameters.vessels` for meaning and sources.
@frozen
public struct VesselKinetics: Sendable, Hashable {
  /// Loss of perfusion where there is blood in the tissue, 1/h.
  public var lossByBlood: Float
  /// Loss of perfusion under cytokine, 1/h.
  public var lossByCytokine: Float
  /// Clearance of blood, 1/h.
  public var bloodClearance: Float
  /// Blood set free by vessels that fail.
  public var bloodFromVessels: Float
  /// VEGF release by hypoxic glia, ng/mL/h.
  public var vegfFromHypoxia: Float
  /// VEGF release by pro-repair macrophages, ng/mL/h.
  public var vegfFromRepair: Float
  /// VEGF of half-maximal sprouting, ng/mL.
  public var vegfHalf: Float
  /// Rise of sprouts, 1/h.
  public var sproutRise: Float
  /// Maturation and loss of sprouts, 1/h.
  public var sproutLoss: Float
  /// Regrowth of perfusion per sprout, 1/h.
  public var regrowth: Float

  init(_ scale: KineticScale) {
    lossByBlood = scale.rate("vessel_loss_blood")
    lossByCytokine = scale.rate("vessel_loss_cytokine")
    bloodClearance = scale.rate("k_haemorrhage")
    bloodFromVessels = scale.value("haemorrhage_from_vessels")
    vegfFromHypoxia = scale.value("VEGF_from_hypoxia")
    vegfFromRepair = scale.value("VEGF_from_repair")
    vegfHalf = scale.value("VEGF_half")
    sproutRise = scale.rate("sprout_rise")
    sproutLoss = scale.rate("k_sprout")
    regrowth = scale.rate("vessel_regrowth")
  }
}
