import MyelonQuantities
import MyelonStatistics

/// A monitor with its stopping table.
public struct BayesianMonitorPlan: Sendable, Hashable, Encodable {
  /// The limits at one number of patients.
  public struct Row: Sendable, Hashable, Codable {
    /// Patients whose outcome is known.
    public let patients: Int
    /// So many toxicities or more stop the trial; nil if none can.
    public let stopAtToxicities: Int?
    /// So many responses or fewer stop the trial; nil if none can.
    public let stopAtResponses: Int?
  }

  /// The monitor.
  public let monitor: BayesianMonitor
  /// The limits at each look.
  public let rows: [Row]
  /// So many responses or more at the end are success; nil if success is not judged or out of reach.
  public let successAtResponses: Int?

  /// Computes the table.
  ///
  /// - Parameter monitor: the monitor.
  /// - Throws: `EfficacyError` if it cannot be used.
  public init(_ monitor: BayesianMonitor) throws(EfficacyError) {
    try monitor.validate()
    self.monitor = monitor
    successAtResponses = monitor.success?.boundary(people: monitor.maximumPatients)
    rows = monitor.lookSchedule.map { people in
      var fewest = monitor.futility?.boundary(people: people)
      if let predicted = Self.predictiveLimit(monitor, people: people) {
        fewest = max(fewest ?? predicted, predicted)
      }
      return Row(
        patients: people, stopAtToxicities: monitor.toxicity?.boundary(people: people),
        stopAtResponses: fewest)
    }
  }

  /// The largest number of responses at which success is predicted with less than the least probability.
  private static func predictiveLimit(_ monitor: BayesianMonitor, people: Int) -> Int? {
    // With everybody seen there is nothing left to predict.
    guard let least = monitor.leastPredictiveProbability, people < monitor.maximumPatients else { return nil }
    var low = 0
    var high = people + 1
    while low < high {
      let middle = (low + high) / 2
      if monitor.predictiveProbability(responses: middle, people: people) < least {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? low - 1 : nil
  }

  /// What to do with the data so far, and why.
  ///
  /// Between looks the rules are not applied.
  ///
  /// - Parameters:
  ///   - patients: patients whose outcome is known.
  ///   - toxicities: patients with toxicity among them.
  ///   - responses: responders among them; nil if responses are not watched.
  /// - Returns: the advice.
  /// - Throws: `EfficacyError` if the counts are impossible, or responses are needed and missing.
  public func recommendation(patients: Int, toxicities: Int, responses: Int? = nil) throws(EfficacyError)
    -> MonitoringAdvice
  {
    var findings = EfficacyError.count(patients, 0...monitor.maximumPatients, "patients")
    findings += EfficacyError.events(toxicities, of: patients, "toxicities", "patients so far")
    if let responses {
      findings += EfficacyError.events(responses, of: patients, "responses", "patients so far")
    } else if monitor.futility != nil || monitor.success != nil {
      findings.append(
        .incompatible(cell: "responses", because: "are needed, the monitor has a rule on them"))
    }
    try EfficacyError.require(findings)
    let isLast = patients == monitor.maximumPatients
    if let row = rows.first(where: { $0.patients == patients }) {
      if let limit = row.stopAtToxicities, toxicities >= limit, let rule = monitor.toxicity {
        let probability = rule.probability(events: toxicities, people: patients)
        return MonitoringAdvice(
          .stopForHarm,
          reason: "\(toxicities) toxicities among \(patients) patients reach the limit of \(limit): "
            + "Pr(rate > \(rule.limit.shortestText)) = \(Wording.decimal(probability)) > "
            + rule.cutoff.shortestText)
      }
      if let limit = row.stopAtResponses, let responses, responses <= limit {
        return MonitoringAdvice(
          .stopForFutility,
          reason: "\(responses) responses among \(patients) patients do not exceed the limit of \(limit)"
            + futilityReason(responses, patients))
      }
    }
    if isLast, monitor.success != nil, let responses {
      let needed = successAtResponses.map { "\($0)" } ?? "more than all"
      let isSuccess = successAtResponses.map { responses >= $0 } ?? false
      return MonitoringAdvice(
        isSuccess ? .endWithSuccess : .endWithoutSuccess,
        reason: "\(responses) responses among all \(patients) patients; success needs \(needed)")
    }
    let next = rows.first { $0.patients > patients }
    let look = next.map { "the next look is at \($0.patients) patients" } ?? "no look is left"
    return MonitoringAdvice(
      isLast ? .endWithoutSuccess : .goOn,
      reason: "no limit is reached with \(toxicities) toxicities among \(patients) patients; \(look)")
  }

  private func futilityReason(_ responses: Int, _ patients: Int) -> String {
    if let rule = monitor.futility, rule.fires(events: responses, people: patients) {
      let probability = rule.probability(events: responses, people: patients)
      return ": Pr(rate < \(rule.limit.shortestText)) = \(Wording.decimal(probability)) > "
        + rule.cutoff.shortestText
    }
    guard let least = monitor.leastPredictiveProbability else { return "" }
    let predicted = monitor.predictiveProbability(responses: responses, people: patients)
    return ": predictive probability of success \(Wording.decimal(predicted)) < \(least.shortestText)"
  }

  /// The stopping table.
  public var table: DesignTable {
    var notes: [String] = []
    if let rule = monitor.toxicity { notes.append("toxicity: stop if " + Self.wording(rule)) }
    if let rule = monitor.futility { notes.append("futility: stop if " + Self.wording(rule)) }
    if let least = monitor.leastPredictiveProbability {
      notes.append(
        "futility: stop if the predictive probability of success is below \(least.shortestText)")
    }
    if let rule = monitor.success {
      let needed = successAtResponses.map { "\($0) or more responses" } ?? "out of reach"
      notes.append("success at \(monitor.maximumPatients) patients if \(Self.wording(rule)): \(needed)")
    }
    return DesignTable(
      title: "Bayesian monitoring, at most \(monitor.maximumPatients) patients",
      columns: ["patients", "stop if toxicities >=", "stop if responses <="],
      rows: rows.map { row in
        [
          "\(row.patients)", row.stopAtToxicities.map { "\($0)" } ?? "-",
          row.stopAtResponses.map { "\($0)" } ?? "-",
        ]
      }, notes: notes)
  }

  private static func wording(_ rule: BetaBinomialRule) -> String {
    "Pr(rate \(rule.side == .above ? ">" : "<") \(rule.limit.shortestText) | data) > "
      + "\(rule.cutoff.shortestText), prior Beta(\(rule.priorEvents.shortestText), "
      + "\(rule.priorNonEvents.shortestText))"
  }
}

extension BayesianMonitorPlan: Decodable {
  private enum StoredKey: String, CodingKey {
    case monitor
  }

  /// Reads the monitor and computes its table again, so that limits always fit it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: StoredKey.self)
    try self.init(try container.decode(BayesianMonitor.self, forKey: .monitor))
  }
}
