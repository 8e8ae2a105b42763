import Foundation

/// The Bayesian optimal interval design.
///
/// With φ the target, φ₁ the highest rate that calls for going up and φ₂ the lowest that calls for going down, the observed rate y/n
/// is held against
///
///     λe = ln((1 - φ₁)/(1 - φ)) / ln(φ (1 - φ₁) / (φ₁ (1 - φ)))
///     λd = ln((1 - φ)/(1 - φ₂)) / ln(φ₂ (1 - φ) / (φ (1 - φ₂)))
///
/// which minimise the probability of a wrong decision: up if y/n ≤ λe, down if y/n ≥ λd. Liu & Yuan 2015,
/// doi:10.1111/rssc.12089.
public struct BOIN: IntervalDesign {
  /// The frame of the trial.
  public var plan: EscalationPlan
  /// Rate of toxicity that is aimed at, φ.
  public var target: Double
  /// Highest rate that is so low that the dose should go up, φ₁.
  public var lowRate: Double
  /// Lowest rate that is so high that the dose should go down, φ₂.
  public var highRate: Double
  /// When a dose is closed for good.
  public var overdose: OverdoseControl
  /// Whether the isotonic estimate of a selected dose must be below λd.
  public var boundsSelection: Bool

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - plan: the frame of the trial.
  ///   - target: rate of toxicity that is aimed at.
  ///   - lowRate: highest rate that should go up; 0.6 of the target if nil.
  ///   - highRate: lowest rate that should go down; 1.4 of the target if nil.
  ///   - overdose: when a dose is closed for good.
  ///   - boundsSelection: whether the estimate of a selected dose must be below λd.
  public init(
    plan: EscalationPlan, target: Double, lowRate: Double? = nil, highRate: Double? = nil,
    overdose: OverdoseControl = OverdoseControl(), boundsSelection: Bool = false
  ) {
    self.plan = plan
    self.target = target
    self.lowRate = lowRate ?? 0.6 * target
    self.highRate = highRate ?? 1.4 * target
    self.overdose = overdose
    self.boundsSelection = boundsSelection
  }

  /// Name for tables and messages.
  public var name: String { "BOIN" }

  /// Observed rate up to which the dose goes up, λe.
  public var escalationBoundary: Double {
    log((1 - lowRate) / (1 - target)) / log(target * (1 - lowRate) / (lowRate * (1 - target)))
  }

  /// Observed rate from which the dose goes down, λd.
  public var deEscalationBoundary: Double {
    log((1 - target) / (1 - highRate)) / log(highRate * (1 - target) / (target * (1 - highRate)))
  }

  /// λd if the selection is bound by it.
  public var selectionBound: Double { boundsSelection ? deEscalationBoundary : .infinity }

  /// Everything that is wrong with the design; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    var findings = commonFindings()
    findings += TrialDesignError.probability(lowRate, "lowRate")
    findings += TrialDesignError.probability(highRate, "highRate")
    if lowRate >= target { findings.append(.notIncreasing(cell: "target", previous: lowRate, found: target)) }
    if target >= highRate {
      findings.append(.notIncreasing(cell: "highRate", previous: target, found: highRate))
    }
    return findings
  }

  /// What toxicities among patients mean, before elimination is looked at.
  ///
  /// - Parameters:
  ///   - patients: patients at the dose.
  ///   - toxicities: toxicities among them.
  /// - Returns: up, stay or down.
  public func verdict(patients: Int, toxicities: Int) -> IntervalVerdict {
    let n = Double(patients)
    if Double(toxicities) <= (escalationBoundary * n).rounded(.down) { return .escalate }
    return Double(toxicities) >= (deEscalationBoundary * n).rounded(.up) ? .deEscalate : .stay
  }

  /// Definitions for below the table.
  public var definitions: [String] {
    [
      "target \(target); up if toxicities/patients <= \(Wording.decimal(escalationBoundary, 4)), down if >= "
        + "\(Wording.decimal(deEscalationBoundary, 4))"
    ]
  }
}

extension BOIN {
  private enum Key: String, CodingKey {
    case plan, target, lowRate, highRate, overdose, boundsSelection
  }

  /// Reads a design; all but plan and target may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      plan: try container.decode(EscalationPlan.self, forKey: .plan),
      target: try container.decode(Double.self, forKey: .target),
      lowRate: try container.decodeIfPresent(Double.self, forKey: .lowRate),
      highRate: try container.decodeIfPresent(Double.self, forKey: .highRate),
      overdose: try container.decodeIfPresent(OverdoseControl.self, forKey: .overdose) ?? OverdoseControl(),
      boundsSelection: try container.decodeIfPresent(Bool.self, forKey: .boundsSelection) ?? false)
  }
}
