extension Criterion {
  /// Whether the criterion holds, without reasons: for many people at once.
  ///
  /// - Parameter record: what is known of one person.
  /// - Returns: met, not met or unknown.
  public func truth(on record: CriterionRecord) -> CriterionTruth { expression.truth(on: record) }

  /// Whether the criterion holds, and the reason when it does not or is not decided.
  ///
  /// - Parameter record: what is known of one person.
  /// - Returns: for example `.notMet(reason: "requires age <= 65 years; found 71 years")`.
  public func verdict(on record: CriterionRecord) -> CriterionVerdict {
    switch truth(on: record) {
    case .met: .met
    case .notMet: .notMet(reason: explanation(on: record).sentence)
    case .unknown: .unknown(reason: explanation(on: record).sentence)
    }
  }

  /// The smallest part that decides, and what was found, also when the criterion is met.
  ///
  /// - Parameter record: what is known of one person.
  /// - Returns: the part, in its canonical text, and the findings.
  public func explanation(on record: CriterionRecord) -> CriterionExplanation {
    let part = expression.decidingPart(on: record)
    return CriterionExplanation(
      truth: expression.truth(on: record), part: part.text, found: part.findings(on: record))
  }
}
