/// The smallest effect that a published sign stands for.
///
/// A paper that reports an improvement had few animals, so the effect was a large one; a model without noise shows the sign
/// of any effect, however small. Below the threshold a simulated effect counts as none.
enum EffectThreshold {
  /// Points of the BBB scale: half of what trained raters agree within (a point; Basso, Beattie & Bresnahan 1995).
  static let locomotion = 0.5
  /// Points of per cent of skilled reaching; assumed because a pellet of twenty is the least that can be counted.
  static let reaching = 5.0
  /// Deviation of BBB between rats of published groups, points: mean of 1.5 and 2.7, from the standard errors of Bethea et al
  /// 1999 (recalled) with nine animals.
  static let locomotionDeviation = 2.1
  /// Share of the reference for every other measure; assumed because groups of ten animals with a coefficient of variation of
  /// 20 % cannot tell less than 18 % apart, and half of that is still read as a trend.
  static let share = 0.1

  /// Standardised difference that counts as small (Cohen 1988, Statistical Power Analysis for the Behavioral Sciences).
  static let standardised = 0.2

  /// Least amount of a measure that counts where the reference has none; assumed: tracers show axons to half a millimetre
  /// and by the dozen, and histology shows lesions to a tenth of a cubic millimetre.
  private static func leastAmount(of measure: String) -> Double {
    if measure.hasPrefix("longest_") || measure.hasSuffix("_length") { return 0.5 }
    if measure.hasPrefix("axons_") || measure.hasPrefix("graft_axons_") { return 12 }
    if measure.hasSuffix("_volume") { return 0.1 }
    if measure.hasSuffix("_risk") || measure.hasPrefix("drive_") { return 0.01 }
    // Factors, ng/mL: what a growth cone can just detect.
    if measure.hasPrefix("peak_") { return 1 }
    return 0
  }

  /// The threshold of a comparison, in its unit; of a ratio from 1.
  ///
  /// - Parameters:
  ///   - row: the finding.
  ///   - reference: mean of the arm that is compared with.
  /// - Returns: the smallest effect that counts.
  static func value(of row: ValidationRow, reference: Double) -> Double {
    switch row.comparedAs ?? .difference {
    case .ratio: return share
    case .percentChange: return 100 * share
    case .standardised: return standardised
    case .difference, .rSquared: break
    }
    return switch row.measure {
    case "BBB", "BBB_right", "BBB_left": locomotion
    case "reaching", "reaching_right", "reaching_left": reaching
    default: max(share * abs(reference), leastAmount(of: row.measure))
    }
  }
}
