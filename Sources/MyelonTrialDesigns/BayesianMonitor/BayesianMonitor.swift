import MyelonStatistics

/// Continuous monitoring of a single arm: stops for toxicity, for futility, and judges success at the end.
///
/// Thall, Simon & Estey 1995, doi:10.1002/sim.4780140404 (two kinds of events), with predictive probability (Lee & Liu 2008,
/// doi:10.1177/1740774508089279) as a further rule for futility. Every course is a path of counts, so that operating
/// characteristics are exact.
public struct BayesianMonitor: Sendable, Hashable {
  /// Most patients.
  public var maximumPatients: Int
  /// Numbers of patients at which the rules are looked at, rising; empty for every patient.
  public var looks: [Int]
  /// Stops if toxicity is probably above a limit; nil for no such rule.
  public var toxicity: BetaBinomialRule?
  /// Stops if the response rate is probably below a limit; nil for no such rule.
  public var futility: BetaBinomialRule?
  /// What counts as success when all patients are in; nil if it is not judged.
  public var success: BetaBinomialRule?
  /// Stops if the predictive probability of success at the end is below this; nil for no such rule; needs `success`.
  public var leastPredictiveProbability: Double?

  /// Most patients a monitor may have.
  public static let mostPatients = 300

  /// Describes a monitor.
  ///
  /// - Parameters:
  ///   - maximumPatients: most patients.
  ///   - looks: numbers of patients at which the rules are looked at; empty for every patient.
  ///   - toxicity: stops if toxicity is probably above a limit.
  ///   - futility: stops if the response rate is probably below a limit.
  ///   - success: what counts as success at the end.
  ///   - leastPredictiveProbability: stops if the predictive probability of success is below this.
  public init(
    maximumPatients: Int, looks: [Int] = [], toxicity: BetaBinomialRule? = nil,
    futility: BetaBinomialRule? = nil, success: BetaBinomialRule? = nil,
    leastPredictiveProbability: Double? = nil
  ) {
    self.maximumPatients = maximumPatients
    self.looks = looks
    self.toxicity = toxicity
    self.futility = futility
    self.success = success
    self.leastPredictiveProbability = leastPredictiveProbability
  }

  /// Numbers of patients at which the rules are looked at.
  public var lookSchedule: [Int] { looks.isEmpty ? Array(1...max(1, maximumPatients)) : looks }

  /// Throws if the monitor cannot be used; all findings together.
  ///
  /// - Throws: `EfficacyError` naming the field.
  public func validate() throws(EfficacyError) { try EfficacyError.require(findings()) }

  /// What is wrong with the monitor; nothing if it can be used.
  public func findings() -> [EfficacyError] {
    var findings = EfficacyError.count(maximumPatients, 1...Self.mostPatients, "maximumPatients")
    var previous = 0
    for (index, look) in looks.enumerated() {
      if look <= previous {
        findings.append(
          .notIncreasing(cell: "looks, look \(index + 1)", previous: Double(previous), found: Double(look)))
      }
      previous = look
    }
    if let last = looks.last, last > maximumPatients {
      findings.append(
        .outOfRange(cell: "looks, last look", allowed: "1 to \(maximumPatients)", found: Double(last)))
    }
    for (rule, side, cell) in [
      (toxicity, BetaBinomialRule.Side.above, "toxicity"), (futility, .below, "futility"),
      (success, .above, "success"),
    ] {
      guard let rule else { continue }
      findings += rule.findings(cell)
      if rule.side != side {
        findings.append(
          .incompatible(cell: "\(cell), side", because: "must be \(side.rawValue) for this rule"))
      }
    }
    if let least = leastPredictiveProbability {
      findings += EfficacyError.probability(least, "leastPredictiveProbability")
      if success == nil {
        findings.append(
          .incompatible(
            cell: "leastPredictiveProbability", because: "needs a rule for success, which it predicts"))
      }
    }
    if toxicity == nil, futility == nil, success == nil {
      findings.append(.incompatible(cell: "monitor", because: "needs at least one rule"))
    }
    return findings
  }

  /// The probability that the trial will end with success, given responses so far.
  ///
  /// Responses to come are beta-binomial under the posterior of the rule for success.
  ///
  /// - Parameters:
  ///   - responses: responses so far.
  ///   - people: people so far.
  /// - Returns: the probability; NaN without a rule for success or with impossible counts.
  public func predictiveProbability(responses: Int, people: Int) -> Double {
    guard let success, people <= maximumPatients, 0...max(0, people) ~= responses else { return .nan }
    guard let needed = success.boundary(people: maximumPatients) else { return 0 }
    let left = maximumPatients - people
    let masses = BetaBinomialMasses.masses(
      trials: left, alpha: success.priorEvents + Double(responses),
      beta: success.priorNonEvents + Double(people - responses))
    let start = max(0, needed - responses)
    return start > left ? 0 : min(1, masses[start...].reduce(0, +))
  }
}

extension BayesianMonitor: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case maximumPatients, looks, toxicity, futility, success, leastPredictiveProbability
  }

  /// Reads a monitor; all but the number of patients may be missing.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "monitor")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      maximumPatients: try container.decode(Int.self, forKey: .maximumPatients),
      looks: try container.decodeIfPresent([Int].self, forKey: .looks) ?? [],
      toxicity: try container.decodeIfPresent(BetaBinomialRule.self, forKey: .toxicity),
      futility: try container.decodeIfPresent(BetaBinomialRule.self, forKey: .futility),
      success: try container.decodeIfPresent(BetaBinomialRule.self, forKey: .success),
      leastPredictiveProbability: try container.decodeIfPresent(
        Double.self, forKey: .leastPredictiveProbability))
  }
}
