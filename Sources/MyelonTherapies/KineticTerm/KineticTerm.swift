import MyelonLesion

/// A term of the injured cord's kinetics that a drug may change; each names one number of `LesionKinetics`.
public enum KineticTerm: String, Sendable, Hashable, Codable, CaseIterable {
  /// Glutamate set free by dying cells.
  case glutamateRelease = "glutamate_release"
  /// Excitotoxic killing of neurons.
  case neuronExcitotoxicity = "neuron_excitotoxicity"
  /// Excitotoxic killing of oligodendrocytes.
  case oligodendrocyteExcitotoxicity = "oligodendrocyte_excitotoxicity"
  /// Calcium-mediated loss of axons under glutamate.
  case axonExcitotoxicity = "axon_excitotoxicity"
  /// Oxidative killing of neurons.
  case neuronOxidation = "neuron_oxidation"
  /// Oxidative killing of oligodendrocytes.
  case oligodendrocyteOxidation = "oligodendrocyte_oxidation"
  /// Oxidative killing of astrocytes.
  case astrocyteOxidation = "astrocyte_oxidation"
  /// Oxidative loss of axons.
  case axonOxidation = "axon_oxidation"
  /// Killing of neurons by cytokine.
  case neuronCytokineToxicity = "neuron_cytokine_toxicity"
  /// Killing of oligodendrocytes by cytokine.
  case oligodendrocyteCytokineToxicity = "oligodendrocyte_cytokine_toxicity"
  /// Loss of bare axons among pro-inflammatory macrophages.
  case bareAxonLoss = "bare_axon_loss"
  /// Delayed apoptosis of oligodendrocytes whose axons are gone.
  case orphanDeath = "orphan_death"
  /// Stripping of myelin by pro-inflammatory macrophages.
  case myelinStripping = "myelin_stripping"
  /// Oxidative load set free by dying cells.
  case oxidantsFromDeath = "oxidants_of_death"
  /// Oxidative load from blood.
  case oxidantsFromBlood = "oxidants_of_blood"
  /// Oxidative load from neutrophils.
  case oxidantsFromNeutrophils = "oxidants_of_neutrophils"
  /// Oxidative load from pro-inflammatory macrophages.
  case oxidantsFromMacrophages = "oxidants_of_macrophages"
  /// TNF / IL-1 release by microglia under danger signals.
  case cytokineFromDamage = "cytokine_of_microglia"
  /// TNF / IL-1 release by neutrophils.
  case cytokineFromNeutrophils = "cytokine_of_neutrophils"
  /// TNF / IL-1 release by pro-inflammatory macrophages.
  case cytokineFromMacrophages = "cytokine_of_macrophages"
  /// Influx of neutrophils.
  case neutrophilInflux = "neutrophil_entry"
  /// Influx of macrophages called by attractants.
  case macrophageInflux = "macrophage_entry"
  /// Influx of macrophages called by myelin debris.
  case macrophageInfluxByDebris = "macrophage_entry_by_debris"
  /// Switch of macrophages to the pro-inflammatory state.
  case switchToInflammatory = "switch_to_inflammatory"
  /// Switch of macrophages to the pro-repair state.
  case switchToRepair = "switch_to_repair"
  /// Leak of oedema fluid.
  case oedemaLeak = "oedema_leak"
  /// Failure of vessels under cytokine.
  case vesselFailure = "vessel_failure"

  /// The number that the term names.
  public var keyPath: WritableKeyPath<LesionKinetics, Float> {
    switch self {
    case .glutamateRelease: \.death.glutamateRelease
    case .neuronExcitotoxicity: \.death.neuron.excitotoxic
    case .oligodendrocyteExcitotoxicity: \.death.oligodendrocyte.excitotoxic
    case .axonExcitotoxicity: \.death.axon.excitotoxic
    case .neuronOxidation: \.death.neuron.oxidative
    case .oligodendrocyteOxidation: \.death.oligodendrocyte.oxidative
    case .astrocyteOxidation: \.death.astrocyte.oxidative
    case .axonOxidation: \.death.axon.oxidative
    case .neuronCytokineToxicity: \.death.neuron.cytokine
    case .oligodendrocyteCytokineToxicity: \.death.oligodendrocyte.cytokine
    case .bareAxonLoss: \.death.bareAxon
    case .orphanDeath: \.myelin.orphanDeath
    case .myelinStripping: \.myelin.stripping
    case .oxidantsFromDeath: \.death.oxidantsFromDeath
    case .oxidantsFromBlood: \.death.oxidantsFromBlood
    case .oxidantsFromNeutrophils: \.death.oxidantsFromNeutrophils
    case .oxidantsFromMacrophages: \.death.oxidantsFromMacrophages
    case .cytokineFromDamage: \.inflammation.cytokineFromDamage
    case .cytokineFromNeutrophils: \.inflammation.cytokineFromNeutrophils
    case .cytokineFromMacrophages: \.inflammation.cytokineFromMacrophages
    case .neutrophilInflux: \.inflammation.neutrophilInflux
    case .macrophageInflux: \.inflammation.macrophageInflux
    case .macrophageInfluxByDebris: \.inflammation.macrophageInfluxByDebris
    case .switchToInflammatory: \.inflammation.toInflammatory
    case .switchToRepair: \.inflammation.toRepair
    case .oedemaLeak: \.inflammation.oedemaRise
    case .vesselFailure: \.vessels.lossByCytokine
    }
  }

  /// True for entry of leukocytes from the blood, which bypasses adhesion where vessels are torn.
  public var isLeukocyteEntry: Bool {
    switch self {
    case .neutrophilInflux, .macrophageInflux, .macrophageInfluxByDebris: true
    default: false
    }
  }

  /// Multiplies the number by a factor.
  public func apply(_ factor: Double, to kinetics: inout LesionKinetics) {
    kinetics[keyPath: keyPath] *= Float(factor)
  }
}
