import MyelonStatistics

/// Responders under treatment against controls that are partly taken from history.
///
/// Success if Pr(θ_T - θ_C > margin | data) > cutoff, with the historical prior on the rate of the trial's own controls, of whom there
/// may be none. Borrowing does not keep a significance level: the error is shown for each true control rate.
public struct BinaryBorrowing: Sendable, Hashable {
  /// People treated.
  public var treated: Int
  /// Controls in the trial itself; 0 relies on history alone.
  public var control: Int
  /// What is known of the control rate.
  public var controlPrior: BetaMixture
  /// First shape of the prior of the treated rate.
  public var priorEvents: Double
  /// Second shape of the prior of the treated rate.
  public var priorNonEvents: Double
  /// Difference of rates that must be exceeded.
  public var margin: Double
  /// Posterior probability that success needs more than.
  public var cutoff: Double

  /// Describes a trial.
  ///
  /// - Parameters:
  ///   - treated: people treated.
  ///   - control: controls in the trial itself.
  ///   - controlPrior: what is known of the control rate.
  ///   - priorEvents: first shape of the prior of the treated rate.
  ///   - priorNonEvents: second shape of it.
  ///   - margin: difference of rates that must be exceeded.
  ///   - cutoff: posterior probability that success needs more than.
  public init(
    treated: Int, control: Int, controlPrior: BetaMixture, priorEvents: Double = 1,
    priorNonEvents: Double = 1, margin: Double = 0, cutoff: Double = 0.975
  ) {
    self.treated = treated
    self.control = control
    self.controlPrior = controlPrior
    self.priorEvents = priorEvents
    self.priorNonEvents = priorNonEvents
    self.margin = margin
    self.cutoff = cutoff
  }

  /// Throws if the trial cannot be planned; all findings together.
  ///
  /// - Throws: `EfficacyError` naming the field.
  public func validate() throws(EfficacyError) { try EfficacyError.require(findings()) }

  /// What is wrong with the trial; nothing if it can be planned.
  public func findings() -> [EfficacyError] {
    EfficacyError.count(treated, 1...1000, "treated") + EfficacyError.count(control, 0...1000, "control")
      + controlPrior.findings("controlPrior") + EfficacyError.between(priorEvents, 0, 1e6, "priorEvents")
      + EfficacyError.between(priorNonEvents, 0, 1e6, "priorNonEvents")
      + EfficacyError.between(margin, -1, 1, "margin") + EfficacyError.probability(cutoff, "cutoff")
  }

  /// Pr(θ_T - θ_C > margin | data).
  ///
  /// - Parameters:
  ///   - treatedResponders: responders among the treated.
  ///   - controlResponders: responders among the trial's own controls.
  /// - Returns: the probability.
  /// - Throws: `EfficacyError` if trial or counts are impossible.
  public func superiority(treatedResponders: Int, controlResponders: Int) throws(EfficacyError) -> Double {
    try EfficacyError.require(
      findings() + EfficacyError.events(treatedResponders, of: treated, "responders", "treated arm")
        + EfficacyError.events(controlResponders, of: control, "responders", "control arm"))
    let posterior = controlPrior.updated(Double(controlResponders), Double(control - controlResponders))
    return try superiority(treatedResponders, posterior)
  }

  func superiority(_ responders: Int, _ posterior: BetaMixture) throws(EfficacyError) -> Double {
    let own = try EfficacyError.naming("treated rate") {
      try BetaDistribution(
        alpha: priorEvents + Double(responders), beta: priorNonEvents + Double(treated - responders))
    }
    return posterior.probability(below: own, margin: margin)
  }
}

extension BinaryBorrowing: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case treated, control, controlPrior, priorEvents, priorNonEvents, margin, cutoff
  }

  /// Reads a trial; numbers of people and the prior of the controls are needed.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "borrowing of controls")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      treated: try container.decode(Int.self, forKey: .treated),
      control: try container.decode(Int.self, forKey: .control),
      controlPrior: try container.decode(BetaMixture.self, forKey: .controlPrior),
      priorEvents: try container.value(.priorEvents, missing: 1),
      priorNonEvents: try container.value(.priorNonEvents, missing: 1),
      margin: try container.value(.margin, missing: 0), cutoff: try container.value(.cutoff, missing: 0.975))
  }
}
