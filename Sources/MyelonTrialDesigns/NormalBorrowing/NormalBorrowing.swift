import MyelonStatistics

/// Means under treatment against controls that are partly taken from history, with known deviation.
///
/// Success if Pr(μ_T - μ_C > margin | data) > cutoff, with a flat prior for the treated mean.
public struct NormalBorrowing: Sendable, Hashable {
  /// People treated.
  public var treated: Int
  /// Controls in the trial itself; 0 relies on history alone.
  public var control: Int
  /// Standard deviation of one person's outcome.
  public var deviation: Double
  /// What is known of the control mean.
  public var controlPrior: NormalMixture
  /// Difference that must be exceeded.
  public var margin: Double
  /// Posterior probability that success needs more than.
  public var cutoff: Double

  /// Describes a trial.
  ///
  /// - Parameters:
  ///   - treated: people treated.
  ///   - control: controls in the trial itself.
  ///   - deviation: standard deviation of one person's outcome.
  ///   - controlPrior: what is known of the control mean.
  ///   - margin: difference that must be exceeded.
  ///   - cutoff: posterior probability that success needs more than.
  public init(
    treated: Int, control: Int, deviation: Double, controlPrior: NormalMixture, margin: Double = 0,
    cutoff: Double = 0.975
  ) {
    self.treated = treated
    self.control = control
    self.deviation = deviation
    self.controlPrior = controlPrior
    self.margin = margin
    self.cutoff = cutoff
  }

  /// Throws if the trial cannot be planned; all findings together.
  ///
  /// - Throws: `EfficacyError` naming the field.
  public func validate() throws(EfficacyError) { try EfficacyError.require(findings()) }

  /// What is wrong with the trial; nothing if it can be planned.
  public func findings() -> [EfficacyError] {
    EfficacyError.count(treated, 1...1_000_000, "treated")
      + EfficacyError.count(control, 0...1_000_000, "control")
      + EfficacyError.positive(deviation, "deviation") + controlPrior.findings("controlPrior")
      + EfficacyError.finite(margin, "margin") + EfficacyError.probability(cutoff, "cutoff")
  }

  /// Posterior of the control mean.
  ///
  /// - Parameter controlMean: mean of the trial's own controls; not used without any.
  /// - Returns: the mixture.
  public func posterior(controlMean: Double) -> NormalMixture {
    control == 0
      ? controlPrior : controlPrior.updated(controlMean, deviation / Double(control).squareRoot())
  }

  /// Pr(μ_T - μ_C > margin | data).
  ///
  /// - Parameters:
  ///   - treatedMean: mean of the treated.
  ///   - controlMean: mean of the trial's own controls; not used without any.
  /// - Returns: the probability.
  /// - Throws: `EfficacyError` if trial or means are impossible.
  public func superiority(treatedMean: Double, controlMean: Double = 0) throws(EfficacyError) -> Double {
    try EfficacyError.require(
      findings() + EfficacyError.finite(treatedMean, "mean of the treated arm")
        + EfficacyError.finite(controlMean, "mean of the control arm"))
    return superiority(treatedMean, posterior(controlMean: controlMean))
  }

  private func superiority(_ treatedMean: Double, _ posterior: NormalMixture) -> Double {
    let own = deviation * deviation / Double(treated)
    return posterior.components.reduce(0) { sum, part in
      let spread = (own + part.deviation * part.deviation).squareRoot()
      return sum + part.weight
        * NormalDistribution.standard.upperTail((part.mean + margin - treatedMean) / spread)
    }
  }

  /// The mean of the treated above which the trial succeeds.
  ///
  /// - Parameter controlMean: mean of the trial's own controls; not used without any.
  /// - Returns: the limit.
  /// - Throws: `EfficacyError` if the trial is impossible.
  public func limit(controlMean: Double = 0) throws(EfficacyError) -> Double {
    try validate()
    let posterior = posterior(controlMean: controlMean)
    let own = deviation / Double(treated).squareRoot()
    let ends = posterior.components.map { part in
      (part.mean + margin, 40 * (own * own + part.deviation * part.deviation).squareRoot())
    }
    let low = ends.map { $0.0 - $0.1 }.min() ?? 0
    let high = ends.map { $0.0 + $0.1 }.max() ?? 0
    return try EfficacyError.naming("limit of the treated mean") {
      try BracketedRoot.solve(from: low, to: high, tolerance: 1e-12 * own, what: "A limit of success") {
        superiority($0, posterior) - cutoff
      }
    }
  }

  /// Operating characteristics by quadrature over the controls' mean.
  ///
  /// - Parameters:
  ///   - treatedMean: true mean under treatment.
  ///   - controlMean: true mean of the trial's own controls.
  /// - Returns: the probability of success.
  /// - Throws: `EfficacyError` if the trial is impossible.
  public func characteristics(treatedMean: Double, controlMean: Double) throws(EfficacyError)
    -> BorrowingCharacteristics
  {
    try EfficacyError.require(
      findings() + EfficacyError.finite(treatedMean, "true mean under treatment")
        + EfficacyError.finite(controlMean, "true mean of controls"))
    let own = deviation / Double(treated).squareRoot()
    let normal = NormalDistribution.standard
    var success = 0.0
    if control == 0 {
      success = normal.upperTail((try limit() - treatedMean) / own)
    } else {
      let error = deviation / Double(control).squareRoot()
      // The limit bends where weights of the mixture change over, so that panels are narrow.
      let (panels, reach) = (12, 8.0)
      for panel in 0..<panels {
        let low = -reach + 2 * reach * Double(panel) / Double(panels)
        let half = reach / Double(panels)
        for (node, weight) in zip(Self.rule.nodes, Self.rule.weights) {
          let z = low + half * (1 + node)
          let limit = try limit(controlMean: controlMean + error * z)
          success += half * weight * normal.density(z) * normal.upperTail((limit - treatedMean) / own)
        }
      }
    }
    return BorrowingCharacteristics(
      treated: treatedMean, control: controlMean, success: min(1, success))
  }

  private static let rule = GaussLegendre(count: 16)
}

extension NormalBorrowing: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case treated, control, deviation, controlPrior, margin, cutoff
  }

  /// Reads a trial; margin and cutoff may be missing.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "borrowing of controls")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      treated: try container.decode(Int.self, forKey: .treated),
      control: try container.decode(Int.self, forKey: .control),
      deviation: try container.decode(Double.self, forKey: .deviation),
      controlPrior: try container.decode(NormalMixture.self, forKey: .controlPrior),
      margin: try container.decodeIfPresent(Double.self, forKey: .margin) ?? 0,
      cutoff: try container.decodeIfPresent(Double.self, forKey: .cutoff) ?? 0.975)
  }
}
