/// How many people one rule kept out.
public struct ScreeningTallyRow: Sendable, Hashable {
  /// Which rule.
  public let position: EligibilityPosition
  /// The rule's text as written.
  public let rule: String
  /// People whose first failing rule it was.
  public let first: Int
  /// People who failed it, whether or not other rules failed as well.
  public let any: Int
  /// Those of `any` for whom what is known did not decide the rule.
  public let notKnown: Int
  /// People for whom it is an exclusion that could not be verified; it did not keep them out.
  public let unverified: Int
  /// People who are left when this rule and those above it are applied.
  public let remaining: Int
}
