extension Eligibility {
  /// Applies every rule to a person.
  ///
  /// An inclusion that is not decided by what is known fails. An exclusion that is not decided does not exclude;
  /// the result lists it as unverified.
  ///
  /// - Parameter record: what is known of the person.
  /// - Returns: every rule that fails, in the order of the protocol, with its reason.
  public func screen(_ record: CriterionRecord) -> ScreeningResult {
    var failures: [ScreeningFailure] = []
    var unverified: [ScreeningFailure] = []
    for (position, rule) in rules {
      switch (position.list, rule.criterion.truth(on: record)) {
      case (.inclusion, .met), (.exclusion, .notMet): continue
      case (.inclusion, .notMet): failures.append(failure(of: rule, at: position, .inclusion, record))
      case (.inclusion, .unknown): failures.append(failure(of: rule, at: position, .notKnown, record))
      case (.exclusion, .met): failures.append(failure(of: rule, at: position, .exclusion, record))
      case (.exclusion, .unknown): unverified.append(failure(of: rule, at: position, .notKnown, record))
      }
    }
    return ScreeningResult(failures: failures, unverified: unverified)
  }

  /// Whether a person may enter, without reasons: for many people at once.
  ///
  /// - Parameter record: what is known of the person.
  /// - Returns: the same as `isEligible` of the screening.
  public func admits(_ record: CriterionRecord) -> Bool {
    inclusion.allSatisfy { $0.criterion.truth(on: record) == .met }
      && exclusion.allSatisfy { $0.criterion.truth(on: record) != .met }
  }

  private func failure(
    of rule: EligibilityRule, at position: EligibilityPosition, _ kind: ScreeningFailure.Kind,
    _ record: CriterionRecord
  ) -> ScreeningFailure {
    let explanation = rule.criterion.explanation(on: record)
    return ScreeningFailure(
      position: position, rule: rule.criterion.text, kind: kind,
      reason: position.list == .inclusion ? explanation.sentence : explanation.exclusionSentence,
      because: rule.because)
  }
}
