/// The modified toxicity probability interval design, mTPI: three intervals by probability per width.
///
/// Below, around and above the target: [0, φ - ε₁], [φ - ε₁, φ + ε₂], [φ + ε₂, 1]. The one with the highest posterior probability per
/// width under a uniform prior decides. Ji, Liu, Li & Bekele 2010, doi:10.1177/1740774510382799. It stays at toxic doses more often than
/// mTPI-2, which is `KeyboardDesign` with `ends: .perWidth`.
public struct ToxicityIntervalDesign: IntervalDesign {
  /// The frame of the trial.
  public var plan: EscalationPlan
  /// Rate of toxicity that is aimed at.
  public var target: Double
  /// How far the middle interval reaches below the target, ε₁.
  public var lowerMargin: Double
  /// How far the middle interval reaches above the target, ε₂.
  public var upperMargin: Double
  /// When a dose is closed for good.
  public var overdose: OverdoseControl

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - plan: the frame of the trial.
  ///   - target: rate of toxicity that is aimed at.
  ///   - lowerMargin: how far the middle interval reaches below the target.
  ///   - upperMargin: how far the middle interval reaches above the target.
  ///   - overdose: when a dose is closed for good.
  public init(
    plan: EscalationPlan, target: Double, lowerMargin: Double = 0.05, upperMargin: Double = 0.05,
    overdose: OverdoseControl = OverdoseControl(minimumPatients: 2)
  ) {
    self.plan = plan
    self.target = target
    self.lowerMargin = lowerMargin
    self.upperMargin = upperMargin
    self.overdose = overdose
  }

  /// Name for tables and messages.
  public var name: String { "mTPI" }

  /// Everything that is wrong with the design; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    commonFindings() + IntervalMargins.findings(target, lowerMargin, upperMargin)
  }

  /// What toxicities among patients mean, before elimination is looked at.
  ///
  /// - Parameters:
  ///   - patients: patients at the dose.
  ///   - toxicities: toxicities among them.
  /// - Returns: up, stay or down.
  public func verdict(patients: Int, toxicities: Int) -> IntervalVerdict {
    let low = target - lowerMargin
    let high = target + upperMargin
    func perWidth(_ from: Double, _ to: Double) -> Double {
      to > from ? IntervalMargins.mass(Double(toxicities), Double(patients), from, to) / (to - from) : 0
    }
    let below = perWidth(0, low)
    let middle = perWidth(low, high)
    let above = perWidth(high, 1)
    if below >= max(middle, above) { return .escalate }
    return middle >= above ? .stay : .deEscalate
  }

  /// Definitions for below the table.
  public var definitions: [String] {
    [
      "target \(target), middle interval \(Wording.decimal(target - lowerMargin)) to \(Wording.decimal(target + upperMargin))"
    ]
  }
}

extension ToxicityIntervalDesign {
  private enum Key: String, CodingKey {
    case plan, target, lowerMargin, upperMargin, overdose
  }

  /// Reads a design; all but plan and target may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      plan: try container.decode(EscalationPlan.self, forKey: .plan),
      target: try container.decode(Double.self, forKey: .target),
      lowerMargin: try container.decodeIfPresent(Double.self, forKey: .lowerMargin) ?? 0.05,
      upperMargin: try container.decodeIfPresent(Double.self, forKey: .upperMargin) ?? 0.05,
      overdose: try container.decodeIfPresent(OverdoseControl.self, forKey: .overdose)
        ?? OverdoseControl(minimumPatients: 2))
  }
}
