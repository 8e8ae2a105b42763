import MyelonStatistics
import MyelonTrialDesigns
import MyelonTrials

/// What the simulated trials say of the therapy and of themselves, in plain sentences made from the numbers.
struct TrialVerdict {
  /// How the two worlds differ.
  enum Kind: String {
    /// Every trial ends alike in both: the modelled therapy changes nothing.
    case same
    /// Every trial ends alike in both, although the modelled therapy changes something: trials do not look at it.
    case blind
    /// Trials cannot tell the modelled therapy from one that does nothing.
    case indistinct = "alike"
    /// Trials succeed more often with the modelled therapy.
    case benefit
    /// The modelled therapy harms.
    case harm
  }

  let result: VirtualTrialResult
  /// Whether treated people are compared with controls.
  let isCompared: Bool
  /// Whether there is a stage without controls.
  let isExpanded: Bool

  init(_ result: VirtualTrialResult, of trial: TrialProtocol) {
    self.result = result
    isCompared = trial.randomised != nil
    isExpanded = trial.expansion != nil
  }

  /// Trials of a world that end in success for the therapy.
  func benefits(_ truth: TrialTruth) -> Estimate? {
    result.world(truth).flatMap { $0.success.value.isFinite ? $0.success : nil }
  }

  /// Trials of a world whose comparison is significant against the therapy.
  func harms(_ truth: TrialTruth) -> Estimate? {
    result.world(truth).flatMap { TrialWords.share($0.harmful, of: $0.trials) }
  }

  /// What is true of the dose that matters most: that of a fixed arm, else the one selected most often; nil if none is.
  var leading: DoseTruth? {
    if let fixed = result.fixedArm { return fixed }
    let selected = (result.world(.modelled)?.selected ?? []).dropFirst()
    guard let most = selected.max(), most > 0, let place = selected.firstIndex(of: most) else {
      return result.doses.last
    }
    let dose = place - selected.startIndex
    return result.doses.indices.contains(dose) ? result.doses[dose] : nil
  }

  /// How the two worlds differ.
  var kind: Kind {
    if isSame { return changesNothing ? .same : .blind }
    if let effect = leading?.effect, effect.high < 0 { return .harm }
    if let modelled = harms(.modelled), let null = harms(.null), modelled.low > null.high { return .harm }
    if let modelled = benefits(.modelled), let null = benefits(.null) {
      if modelled.low > null.high { return .benefit }
      if modelled.high < null.low { return .harm }
    }
    return .indistinct
  }

  /// Whether no dose changes the outcome of anybody, as far as that is known.
  private var changesNothing: Bool {
    let arms = result.doses + (result.fixedArm.map { [$0] } ?? [])
    return arms.allSatisfy { $0.better == 0 && $0.worse == 0 }
  }

  /// Whether trials conclude the same in both worlds, number by number.
  private var isSame: Bool {
    guard let modelled = result.world(.modelled), let null = result.world(.null) else { return false }
    return modelled.selected == null.selected
      && modelled.expansion?.stoppedForHarm == null.expansion?.stoppedForHarm
      && modelled.expansion?.success == null.expansion?.success && modelled.compared == null.compared
      && modelled.comparison?.successes == null.comparison?.successes
      && modelled.comparison?.stops == null.comparison?.stops
      && modelled.comparison?.effect == null.comparison?.effect && modelled.harmful == null.harmful
  }

  /// The verdict in a word or two.
  var title: String {
    guard !result.worlds.isEmpty else { return "No trials." }
    return switch kind {
    case .same: "The same in both worlds."
    case .blind: "Blind to the effect."
    case .indistinct: "Not told apart."
    case .benefit: "Told apart."
    case .harm: "Harm."
    }
  }

  /// Two sentences, as markup: what trials conclude as modelled, and of a therapy that does nothing.
  var sentences: (modelled: String, null: String) {
    result.worlds.isEmpty ? ("No trial was carried out.", "") : (modelledSentence, nullSentence)
  }

  /// What success means in these trials, after "of 100 trials, so many".
  private var success: String {
    if isCompared { return "end with a significant benefit over controls" }
    return isExpanded ? "go on from the expansion" : "select a dose"
  }

  private var modelledSentence: String {
    let share = TrialWords.told(benefits(.modelled))
    var text = "If the therapy does what the model says, \(share) of simulated trials \(success)"
    if let harms = harms(.modelled), harms.value > 0, isCompared {
      text += " and \(TrialWords.told(harms)) with significant harm"
    }
    return text + truth + "."
  }

  /// What is true, behind the first sentence.
  private var truth: String {
    guard let leading, let effect = leading.effect else { return "" }
    let name = Markup.escape(leading.name)
    if effect.low == 0, effect.high == 0, leading.better == 0, leading.worse == 0 {
      return "; in truth it changes the outcome of nobody (\(name))"
    }
    return
      "; in truth it changes the outcome by \(TrialWords.toldSigned(effect)) (\(name)), better for "
      + "\(EstimateText.probability(leading.better)) of people and worse for \(EstimateText.probability(leading.worse))"
  }

  /// Power below which a trial is not usually begun.
  private static let usualPower = 0.8

  private var nullSentence: String {
    let share = TrialWords.told(benefits(.null))
    switch kind {
    case .same:
      return "If it does nothing, the trials end the same, all of them: \(share) \(success), so that "
        + (isCompared
          ? "every success of these trials is a false one." : "none of this speaks for the therapy.")
    case .blind:
      return
        "If it does nothing, the trials end the same, all of them: \(share) \(success), because nothing that decides looks at the "
        + "outcome that the therapy changes."
    case .indistinct:
      return
        "If it does nothing, \(share) \(success): the trial cannot tell the modelled therapy from one that does nothing."
    case .benefit:
      let isWeak = (benefits(.modelled)?.value ?? 0) < Self.usualPower
      return "If it does nothing, \(share) \(success): the trial tells the two apart"
        + (isWeak ? ", though too many trials would miss the modelled therapy." : ".")
    case .harm:
      return
        "If it does nothing, \(share) \(success): the modelled therapy is worse than doing nothing."
    }
  }
}
