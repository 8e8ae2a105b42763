import MyelonTrialDesigns

/// A safety rule of a protocol: at how many events it fires, and how often it does.
public struct SafetyReport: Sendable, Hashable, Codable {
  /// How often the rule fires at one true rate.
  public struct Result: Sendable, Hashable, Codable {
    /// True rate of the event.
    public let rate: Double
    /// Probability of firing, looked at after each person.
    public let fires: Double
    /// Mean number of people until it fires or all are in.
    public let expectedPeople: Double
  }

  /// The rule.
  public let rule: SafetyRule
  /// People of the whole trial who count for it, at most 300.
  public let people: Int
  /// How often it fires; empty for rules on a count of people that is too large.
  public let results: [Result]

  /// Computes the report.
  ///
  /// Rules on a rate are looked at for rates of half, once and one and a half times their limit, rules on a count for 1, 5 and
  /// 10 %.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - people: people of the whole trial who count for it.
  /// - Throws: `EfficacyError` naming what is wrong.
  public init(_ rule: SafetyRule, people: Int) throws(EfficacyError) {
    self.rule = rule
    let people = max(1, min(BayesianMonitor.mostPatients, people))
    self.people = people
    var results: [Result] = []
    switch rule.condition {
    case .rate(let rate):
      let first = min(rule.minimumPeople, people)
      let plan = try BayesianMonitorPlan(
        BayesianMonitor(maximumPatients: people, looks: Array(first...people), toxicity: rate))
      for share in [0.5, 1, 1.5] {
        let truth = min(0.99, share * rate.limit)
        let found = try plan.characteristics(toxicityRate: truth)
        results.append(
          Result(rate: truth, fires: found.toxicityStop, expectedPeople: found.expectedPatients))
      }
    case .count(let count):
      for truth in [0.01, 0.05, 0.1] { results.append(Self.counted(count, truth, people)) }
    }
    self.results = results
  }

  /// Waiting for a fixed number of events: negative binomial, by recursion over people.
  private static func counted(_ count: Int, _ rate: Double, _ people: Int) -> Result {
    var masses = [Double](repeating: 0, count: count + 1)
    masses[0] = 1
    var expected = 0.0
    for _ in 0..<people {
      expected += masses[..<count].reduce(0, +)
      for events in stride(from: count - 1, through: 0, by: -1) {
        masses[events + 1] += masses[events] * rate
        masses[events] *= 1 - rate
      }
    }
    return Result(rate: rate, fires: masses[count], expectedPeople: expected)
  }

  /// Number of events at which the rule fires, where it changes.
  public var table: DesignTable {
    var rows: [[String]] = []
    var start = 1
    var last = rule.boundary(people: 1)
    for count in 1...(people + 1) {
      let here = count <= people ? rule.boundary(people: count) : nil
      guard count > people || here != last else { continue }
      let range = start == count - 1 ? "\(start)" : "\(start) to \(count - 1)"
      if count > 1 { rows.append([range, last.map { "\($0)" } ?? "-"]) }
      (start, last) = (count, here)
    }
    let notes = results.map { result in
      "true rate \(TrialNumber.percent(result.rate, 1)) %: fires with probability "
        + "\(TrialNumber.decimal(result.fires, 4)), after \(TrialNumber.decimal(result.expectedPeople, 1)) of \(people) people on average"
    }
    return DesignTable(
      title: "Safety: \(rule.name), \(rule.action.rawValue)", columns: ["people", "fires at events >="],
      rows: rows,
      notes: [
        "\(rule.wording); column \(rule.event), \(rule.group.rawValue), "
          + rule.stages.map(\.title).joined(separator: ", ")
      ] + notes + ["exact, looked at after each person"])
  }
}
