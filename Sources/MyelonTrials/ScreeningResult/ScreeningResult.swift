/// What came of applying the rules of a trial to one person.
public struct ScreeningResult: Sendable, Hashable {
  /// Every rule that keeps the person out, in the order of the protocol; the first is the reason that a flow chart
  /// counts.
  public let failures: [ScreeningFailure]
  /// Exclusions that what is known does not decide; they do not keep the person out.
  public let unverified: [ScreeningFailure]

  /// Whether the person may enter.
  public var isEligible: Bool { failures.isEmpty }
}

extension ScreeningResult: CustomStringConvertible {
  /// One line for the outcome and one for each rule.
  public var description: String {
    let lines = failures.map { "  \($0)" } + unverified.map { "  \($0)" }
    return ([isEligible ? "eligible" : "not eligible"] + lines).joined(separator: "\n")
  }
}
