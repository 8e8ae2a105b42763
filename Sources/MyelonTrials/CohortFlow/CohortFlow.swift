/// Who of a cohort may take part, and why others may not.
public struct CohortFlow: Sendable {
  /// People drawn.
  public let drawn: Int
  /// People for whom no life could be found.
  public let notLived: Int
  /// What became of each lived person at screening, in the order of the bank.
  public let results: [ScreeningResult]
  /// Counts by rule.
  public let tally: ScreeningTally
  /// Places of those who may take part, in the order of the bank.
  public let eligible: [Int]

  /// Screens everybody of a bank.
  ///
  /// - Parameters:
  ///   - bank: the lived people.
  ///   - eligibility: who may take part.
  public init(_ bank: CohortBank, eligibility: Eligibility) {
    drawn = bank.count + bank.failures.count
    notLived = bank.failures.count
    var tally = ScreeningTally(of: eligibility)
    var results: [ScreeningResult] = []
    var eligible: [Int] = []
    for person in bank.people.indices {
      let result = eligibility.screen(bank.record(of: person))
      tally.add(result)
      if result.isEligible { eligible.append(person) }
      results.append(result)
    }
    self.results = results
    self.tally = tally
    self.eligible = eligible
  }
}
