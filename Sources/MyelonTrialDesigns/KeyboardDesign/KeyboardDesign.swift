import MyelonStatistics

/// The keyboard design and mTPI-2: equal intervals ("keys"), and the strongest one decides.
///
/// The key around the target is [φ - ε₁, φ + ε₂]; further keys of the same width follow on either side. Under a uniform prior the
/// key with the highest posterior probability is the strongest: up if it lies below the target key, down if above.
/// Yan, Mandrekar & Yuan 2017, doi:10.1158/1078-0432.CCR-17-0220; Guo et al. 2017 (mTPI-2), doi:10.1016/j.cct.2017.04.006. What is left
/// over at 0 and 1 is narrower than a key: it is left out, or it counts by probability per width, `KeyboardEnds`. Where it is all there
/// is below (or above) the target key it always counts, as in the R package Keyboard, or the dose could never go up (or down).
public struct KeyboardDesign: IntervalDesign {
  /// The frame of the trial.
  public var plan: EscalationPlan
  /// Rate of toxicity that is aimed at.
  public var target: Double
  /// How far the target key reaches below the target, ε₁.
  public var lowerMargin: Double
  /// How far the target key reaches above the target, ε₂.
  public var upperMargin: Double
  /// What happens to the narrower intervals at 0 and 1.
  public var ends: KeyboardEnds
  /// When a dose is closed for good.
  public var overdose: OverdoseControl

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - plan: the frame of the trial.
  ///   - target: rate of toxicity that is aimed at.
  ///   - lowerMargin: how far the target key reaches below the target.
  ///   - upperMargin: how far the target key reaches above the target.
  ///   - ends: what happens to the narrower intervals at 0 and 1.
  ///   - overdose: when a dose is closed for good.
  public init(
    plan: EscalationPlan, target: Double, lowerMargin: Double = 0.05, upperMargin: Double = 0.05,
    ends: KeyboardEnds = .leftOut, overdose: OverdoseControl = OverdoseControl()
  ) {
    self.plan = plan
    self.target = target
    self.lowerMargin = lowerMargin
    self.upperMargin = upperMargin
    self.ends = ends
    self.overdose = overdose
  }

  /// Name for tables and messages.
  public var name: String { ends == .leftOut ? "Keyboard" : "mTPI-2" }

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
    let width = lowerMargin + upperMargin
    let y = Double(toxicities)
    func strength(_ from: Double, _ to: Double) -> Double {
      IntervalMargins.mass(y, Double(patients), from, to) / (to - from)
    }
    let middle = strength(low, high)
    var below = 0.0
    var edge = low
    // A key may begin a rounding error below 0.
    while edge > 1e-9 {
      let next = max(0, edge - width)
      if counts(edge - next, isOnly: edge == low) { below = max(below, strength(next, edge)) }
      edge = next
    }
    var above = 0.0
    edge = high
    while edge < 1 - 1e-9 {
      let next = min(1, edge + width)
      if counts(next - edge, isOnly: edge == high) { above = max(above, strength(edge, next)) }
      edge = next
    }
    if below >= max(middle, above) { return .escalate }
    return middle >= above ? .stay : .deEscalate
  }

  /// Whether an interval takes part: whole keys do, and what is left over if ends count or it is all there is on its side.
  private func counts(_ width: Double, isOnly: Bool) -> Bool {
    ends == .perWidth || isOnly || width >= lowerMargin + upperMargin - 1e-9
  }

  /// Definitions for below the table.
  public var definitions: [String] {
    [
      "target \(target), target key \(Wording.decimal(target - lowerMargin)) to "
        + "\(Wording.decimal(target + upperMargin)); narrower intervals at 0 and 1 "
        + (ends == .leftOut ? "are left out" : "count by probability per width")
    ]
  }
}

extension KeyboardDesign {
  private enum Key: String, CodingKey {
    case plan, target, lowerMargin, upperMargin, ends, overdose
  }

  /// Reads a design; all but plan and target may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      plan: try container.decode(EscalationPlan.self, forKey: .plan),
      target: try container.decode(Double.self, forKey: .target),
      lowerMargin: try container.decodeIfPresent(Double.self, forKey: .lowerMargin) ?? 0.05,
      upperMargin: try container.decodeIfPresent(Double.self, forKey: .upperMargin) ?? 0.05,
      ends: try container.decodeIfPresent(KeyboardEnds.self, forKey: .ends) ?? .leftOut,
      overdose: try container.decodeIfPresent(OverdoseControl.self, forKey: .overdose) ?? OverdoseControl())
  }
}
