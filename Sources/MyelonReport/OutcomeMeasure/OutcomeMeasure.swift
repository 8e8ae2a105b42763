import MyelonAnatomy
import MyelonQuantities

/// A measure by which arms are set against each other, with the smallest difference that means anything.
public struct OutcomeMeasure: Sendable, Hashable, Codable {
  /// Stable name, as the column of the series where there is one.
  public let id: String
  /// Name for readers.
  public let title: String
  /// Unit in words; empty for a grade or a level.
  public let unit: String
  /// Whether more is better for the subject; nil where neither is.
  public let isMoreBetter: Bool?
  /// The smallest difference that means anything; nil where none is agreed on.
  public let smallest: SmallestDifference?

  /// A difference below which nothing may be read into it, and why.
  public struct SmallestDifference: Sendable, Hashable, Codable {
    /// The difference, in the measure's unit.
    public let value: Double
    /// Where it comes from.
    public let source: String

    /// Describes a threshold.
    public init(value: Double, source: String) {
      self.value = value
      self.source = source
    }
  }

  /// Describes a measure.
  public init(
    id: String, title: String, unit: String, isMoreBetter: Bool?, smallest: SmallestDifference? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.isMoreBetter = isMoreBetter
    self.smallest = smallest
  }

  /// The measures of a species in the order of tables.
  ///
  /// - Parameters:
  ///   - species: who was injured.
  ///   - parameters: the run's parameters; the raters' deviation of BBB is read from them.
  /// - Returns: scores first, then tissue and graft.
  public static func all(for species: Species, parameters: ParameterTable) -> [OutcomeMeasure] {
    (species == .human ? people : [locomotion(parameters)]) + tissue
  }

  private static func locomotion(_ parameters: ParameterTable) -> OutcomeMeasure {
    let deviation = parameters.parameter("bbb_examiner_deviation")?.value
    // Two scores of one animal by the same kind of rater differ by less than this 19 times in 20.
    let smallest = deviation.map {
      SmallestDifference(
        value: 1.96 * 2.0.squareRoot() * $0,
        source: "1.96 √2 times the raters' deviation of this run (parameter bbb_examiner_deviation)")
    }
    return OutcomeMeasure(
      id: "BBB", title: "BBB", unit: "points", isMoreBetter: true, smallest: smallest)
  }

  private static let scivoletto =
    "minimal important difference, Scivoletto 2013 Eur J Phys Rehabil Med 49:373 (figures recalled)"
  private static let repeatability =
    "repeatability of examiners in complete injuries, Marino 2008 J Spinal Cord Med 31:166; far worse in "
    + "incomplete ones"

  private static let people: [OutcomeMeasure] = [
    OutcomeMeasure(
      id: "AIS", title: "AIS", unit: "grades", isMoreBetter: true,
      smallest: SmallestDifference(
        value: 1, source: "one grade; grades also change without any treatment")),
    OutcomeMeasure(
      id: "NLI", title: "NLI", unit: "levels", isMoreBetter: true,
      smallest: SmallestDifference(
        value: 2,
        source: "assumed as for motor levels, where regaining two gave clearly more self-care and one did not"
      )),
    OutcomeMeasure(
      id: "upper_extremity_motor_score", title: "UEMS", unit: "points", isMoreBetter: true,
      smallest: SmallestDifference(value: 2.72, source: scivoletto)),
    OutcomeMeasure(
      id: "lower_extremity_motor_score", title: "LEMS", unit: "points", isMoreBetter: true,
      smallest: SmallestDifference(value: 3.66, source: scivoletto)),
    OutcomeMeasure(
      id: "motor_score", title: "Motor", unit: "points", isMoreBetter: true,
      smallest: SmallestDifference(value: 4.48, source: scivoletto)),
    OutcomeMeasure(
      id: "light_touch_score", title: "Light touch", unit: "points", isMoreBetter: true,
      smallest: SmallestDifference(value: 7, source: repeatability)),
    OutcomeMeasure(
      id: "pin_prick_score", title: "Pin prick", unit: "points", isMoreBetter: true,
      smallest: SmallestDifference(value: 7, source: repeatability)),
    OutcomeMeasure(
      id: "SCIM", title: "SCIM III", unit: "points", isMoreBetter: true,
      smallest: SmallestDifference(
        value: 4, source: "small change, Scivoletto 2013 Disabil Rehabil 35:1808; 10 is substantial")),
  ]

  private static let tissue: [OutcomeMeasure] = [
    OutcomeMeasure(
      id: "spared_white_matter", title: "White matter spared", unit: "%", isMoreBetter: true),
    OutcomeMeasure(id: "lesion_volume", title: "Lesion", unit: "mm3", isMoreBetter: false),
    OutcomeMeasure(id: "cavity_volume", title: "Cavity", unit: "mm3", isMoreBetter: false),
    OutcomeMeasure(id: "graft_cells", title: "Graft cells", unit: "cells", isMoreBetter: nil),
  ]
}
