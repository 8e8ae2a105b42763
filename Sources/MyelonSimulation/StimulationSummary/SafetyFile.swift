import MyelonQuantities
import MyelonStimulation

/// The content of `safety.json`.
struct SafetyFile: Encodable {
  let limitShannonK = StimulationSafety.shannonLimit
  let cautiousShannonK = StimulationSafety.shannonCautious
  let damageShannonK = StimulationSafety.shannonDamage
  let limitSkinMilliamperesPerSquareCentimetre = StimulationSafety.skinLimit
  let sources =
    "k = log10(uC/cm2) + log10(uC) a phase: Shannon 1992, doi:10.1109/10.126616; 1.75: Cogan et al. 2016, J Neural Eng "
    + "13:021001 (recalled); skin: IEC 60601-2-10. Geometric areas."
  let pulseImbalance: Double
  let isBalanced: Bool
  let unbalancedAccepted: Bool
  let unsafeAccepted: Bool
  let atHighestAmplitude: [SafetyRecord]

  init(_ result: StimulationResult) {
    pulseImbalance = result.study.pulse.imbalance
    isBalanced = pulseImbalance <= StimulationSafety.imbalanceLimit
    unbalancedAccepted = result.study.allowsUnbalanced
    unsafeAccepted = result.study.acceptsUnsafe
    atHighestAmplitude = result.montages.flatMap { $0.safetyRecords(at: result.study.amplitudes.highest) }
  }
}
