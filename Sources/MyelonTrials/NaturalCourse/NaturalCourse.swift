import MyelonStatistics

/// What eligible people gain without any therapy: what every trial without controls would show of a therapy that does nothing.
public struct NaturalCourse: Sendable, Hashable, Codable {
  /// Name of the measure.
  public let measure: String
  /// Day of the outcome after enrolment.
  public let day: Double
  /// People.
  public let people: Int
  /// Mean change as examined.
  public let change: Estimate
  /// Mean change of an examiner without error: recovery itself; nil where it is not known.
  public let recovery: Estimate?
  /// What selection by an examination with error adds to the change: regression to the mean.
  public var regressionToTheMean: Double? { recovery.map { change.value - $0.value } }
  /// Share with a better grade than at enrolment.
  public let converted: Estimate
  /// Share of responders by the protocol's rule; nil without one.
  public let responders: Estimate?

  /// Sums up the untreated lives of some people; nil when fewer than two were examined.
  ///
  /// - Parameters:
  ///   - bank: the cohort.
  ///   - people: places of the people.
  ///   - visit: place of the visit of the outcome.
  ///   - response: the protocol's rule for responses, or nil.
  init?(_ bank: CohortBank, people: [Int], visit: Int, response: TrialOutcomeReader?) {
    func changes(_ name: String) -> [Double] {
      guard let measure = bank.measure(name) else { return [] }
      return people.compactMap { person in
        guard let before = bank.value(person: person, arm: 0, visit: 0, measure: measure),
          let after = bank.value(person: person, arm: 0, visit: visit, measure: measure)
        else { return nil }
        return after - before
      }
    }
    let examined = changes("motor_score")
    guard let change = Estimate(meanOf: examined) else { return nil }
    measure = "motor_score"
    day = bank.plan.visits[visit]
    self.people = examined.count
    self.change = change
    recovery = Estimate(meanOf: changes("motor_score_without_error"))
    let grades = changes("impairment_scale")
    guard
      let converted = try? ProportionInterval.wilson(
        successes: grades.filter { $0 > 0 }.count, trials: max(1, grades.count))
    else { return nil }
    self.converted = converted
    responders = response.flatMap { reader in
      let judged = people.compactMap {
        reader.isResponse(bank.course(person: $0, arm: 0, measure: reader.measure))
      }
      return try? ProportionInterval.wilson(
        successes: judged.filter(\.self).count, trials: max(1, judged.count))
    }
  }
}
