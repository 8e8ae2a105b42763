/// Why a criterion is met, not met or undecided: the smallest part of it that decides, and what was found.
///
/// Of parts joined by `and`, those that hold are left out when the whole fails, and of alternatives those that
/// fail when the whole holds; when nothing is decided, only the undecided parts stay.
public struct CriterionExplanation: Sendable, Hashable {
  /// The truth that is explained.
  public let truth: CriterionTruth
  /// The deciding part in its canonical text, for example `age between 18 and 65 years`.
  public let part: String
  /// What was found, for example `found 71 years` or `age is not known`.
  public let found: String

  /// One sentence without a full stop, for example `requires age between 18 and 65 years; found 71 years`.
  ///
  /// It begins with "satisfies" when the criterion is met and with "requires" otherwise.
  public var sentence: String { (truth == .met ? "satisfies " : "requires ") + part + "; " + found }

  /// The sentence that tells why an exclusion applies, for example `excluded by cause = violence; found violence`.
  ///
  /// It begins with "not verified:" when what is known does not decide, and with "not excluded by" when the
  /// criterion is not met.
  public var exclusionSentence: String {
    switch truth {
    case .met: "excluded by " + part + "; " + found
    case .unknown: "not verified: " + part + "; " + found
    case .notMet: "not excluded by " + part + "; " + found
    }
  }
}
