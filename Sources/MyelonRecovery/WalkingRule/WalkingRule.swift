import Foundation
import ISNCSCI

/// The published rule for walking a year after injury, from an examination within 15 days of it.
///
/// van Middendorp et al 2011 Lancet 377:1004, doi:10.1016/S0140-6736(10)62276-3, logistic regression in European
/// adults; outcome: independent indoor walking by the SCIM item. The abstract was seen; the coefficients come from a
/// secondary description of the rule (medicalalgorithms.com), not from the paper. It speaks of groups of adults and is
/// set beside the simulated year, never used by it.
public enum WalkingRule {
  /// Days after injury up to which the rule may be applied.
  public static let lastDay = 15.0

  /// The rule's score, -10 to 40.
  ///
  /// Two points a motor grade and five a light-touch grade of L3 and S1, each on the better side; minus ten from 65
  /// years of age.
  ///
  /// - Parameters:
  ///   - examination: an examination within 15 days of the injury.
  ///   - age: age, years.
  /// - Returns: the score, or nil if L3 or S1 was not testable on both sides.
  public static func score(of examination: Examination, age: Double) -> Int? {
    func best(_ modality: Modality, _ level: SpinalLevel) -> Int? {
      [examination.right, examination.left].compactMap { $0[modality, level]?.grade }.max()
    }
    guard let knee = best(.motor, .l3), let ankle = best(.motor, .s1),
      let thigh = best(.lightTouch, .l3), let heel = best(.lightTouch, .s1)
    else { return nil }
    return 2 * (knee + ankle) + 5 * (thigh + heel) - (age >= 65 ? 10 : 0)
  }

  /// The probability of walking indoors without help a year after injury: `1 / (1 + exp(3.273 - 0.267 score))`.
  ///
  /// - Parameters:
  ///   - examination: an examination within 15 days of the injury.
  ///   - age: age, years.
  /// - Returns: a probability, or nil if L3 or S1 was not testable on both sides.
  public static func probability(of examination: Examination, age: Double) -> Double? {
    score(of: examination, age: age).map { 1 / (1 + exp(3.273 - 0.267 * Double($0))) }
  }
}
