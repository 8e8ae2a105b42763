import Foundation

/// The difference of an outcome by which one arm must do better than another to count as better.
public struct ForecastMargin: Sendable, Hashable, Codable {
  /// Name of the outcome.
  public let outcome: String
  /// The difference, in the outcome's unit, positive.
  public let value: Double

  /// Describes a margin.
  ///
  /// - Parameters:
  ///   - outcome: name of the outcome.
  ///   - value: the difference, positive and finite.
  /// - Throws: `ForecastError.wrongSetting` for another number.
  public init(_ outcome: String, _ value: Double) throws(ForecastError) {
    guard value > 0, value.isFinite else {
      throw .wrongSetting(
        name: "The margin of '\(outcome)'", found: "\(value)", allowed: "positive and finite")
    }
    self.init(outcome: outcome, value: value)
  }

  private init(outcome: String, value: Double) {
    self.outcome = outcome
    self.value = value
  }

  /// What counts as a difference when nothing is said, for the outcomes that a study has.
  ///
  /// Motor score 5 points: the smallest whole number above the minimal important difference of 4.48 (Scivoletto 2013, Eur J
  /// Phys Rehabil Med 49:373, recalled). SCIM 4 points: small change (Scivoletto 2013, Disabil Rehabil 35:1808). One
  /// AIS grade: there is nothing finer. BBB 2 points: assumed because trained raters agree within a point (Basso 1995,
  /// recalled), so that two are beyond what a rater adds.
  public static let standard = [
    ForecastMargin(outcome: "motor_score", value: 5), ForecastMargin(outcome: "scim", value: 4),
    ForecastMargin(outcome: "impairment_scale", value: 1), ForecastMargin(outcome: "bbb", value: 2),
  ]

  /// Reads a list such as `motor_score=5,scim=4`.
  ///
  /// - Parameter text: `outcome=margin`, joined by commas.
  /// - Returns: the margins in order.
  /// - Throws: `ForecastError.wrongText` for anything else, also for an outcome that stands twice.
  public static func list(_ text: String) throws(ForecastError) -> [ForecastMargin] {
    let required = "Margins must be given as outcome=margin, joined by commas, each outcome once"
    var found: [ForecastMargin] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard sides.count == 2, !sides[0].isEmpty, let value = Double(sides[1]),
        !found.contains(where: { $0.outcome == sides[0] })
      else { throw .wrongText(text: text, required: required) }
      found.append(try ForecastMargin(sides[0], value))
    }
    return found
  }

  /// Outcomes of which less is better; of all others more is.
  ///
  /// Levels count from C1 downwards, so that more is better of them too.
  private static let betterWhenLower: Set<String> = [
    "lesion_volume", "cavity_volume", "lesion_length", "tumour_volume",
  ]

  /// Whether more of an outcome is better for the subject: less is of lesions, tumours and risks, more of all else.
  ///
  /// - Parameter outcome: name of the outcome.
  /// - Returns: true where more is better.
  public static func isMoreBetter(_ outcome: String) -> Bool {
    !(betterWhenLower.contains(outcome) || outcome.hasSuffix("_risk"))
  }
}
