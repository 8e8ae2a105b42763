/// Counts of people screened for a trial, for the top of its flow chart (CONSORT 2010, item 13).
///
/// Every person who is not eligible is counted once under the first failing rule, so that the first reasons add up
/// to the people excluded, and once more under every failing rule. Tallies of parts can be merged in any order.
public struct ScreeningTally: Sendable, Hashable {
  struct Key: Sendable, Hashable {
    let position: EligibilityPosition
    let rule: String
  }

  struct Counts: Sendable, Hashable {
    var first = 0
    var any = 0
    var notKnown = 0
    var unverified = 0

    static func += (total: inout Counts, part: Counts) {
      total.first += part.first
      total.any += part.any
      total.notKnown += part.notKnown
      total.unverified += part.unverified
    }
  }

  /// People screened.
  public private(set) var screened = 0
  /// People who may enter.
  public private(set) var eligible = 0
  /// Those of the eligible for whom at least one exclusion could not be verified.
  public private(set) var eligibleUnverified = 0
  private(set) var counts: [Key: Counts] = [:]

  /// People who may not enter.
  public var excluded: Int { screened - eligible }

  /// An empty tally that gains a row for each rule that fails.
  public init() {}

  /// An empty tally with a row for each rule of a trial, also for those that will keep nobody out.
  ///
  /// - Parameter eligibility: the rules.
  public init(of eligibility: Eligibility) {
    for (position, rule) in eligibility.rules {
      counts[Key(position: position, rule: rule.criterion.text)] = Counts()
    }
  }

  /// Counts one person.
  ///
  /// - Parameter result: what came of the screening.
  public mutating func add(_ result: ScreeningResult) {
    screened += 1
    if result.isEligible {
      eligible += 1
      if !result.unverified.isEmpty { eligibleUnverified += 1 }
    }
    for (place, failure) in result.failures.enumerated() {
      counts[key(failure), default: Counts()] += Counts(
        first: place == 0 ? 1 : 0, any: 1, notKnown: failure.kind == .notKnown ? 1 : 0)
    }
    for failure in result.unverified { counts[key(failure), default: Counts()] += Counts(unverified: 1) }
  }

  /// Adds the counts of another tally of the same trial.
  ///
  /// - Parameter other: counts of other people.
  public mutating func merge(_ other: ScreeningTally) {
    screened += other.screened
    eligible += other.eligible
    eligibleUnverified += other.eligibleUnverified
    for (key, part) in other.counts { counts[key, default: Counts()] += part }
  }

  private func key(_ failure: ScreeningFailure) -> Key { Key(position: failure.position, rule: failure.rule) }
}
