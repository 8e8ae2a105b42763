import Foundation
import MyelonQuantities

/// Two arms of responders whose allocation follows the data: more people to the arm that looks better.
///
/// Thall & Wathen 2007, doi:10.1016/j.ejca.2007.01.006: with p = Pr(θ_T > θ_C | data), the next person is treated with probability
/// p^c / (p^c + (1 - p)^c), c = n / (2 N) for n people of at most N; here after a burn-in of equal allocation and between two caps.
/// Outcomes are taken to be known before the next person comes. The level of such a trial is not that of its cutoff: it is computed here,
/// exactly.
public struct AdaptiveRandomisation: Sendable, Hashable {
  /// How the exponent c is chosen.
  public enum Exponent: Sendable, Hashable {
    /// c = n / (2 N), rising from 0 to 1/2.
    case growing
    /// A fixed number; 0 is equal randomisation, 1 is Thompson's.
    case fixed(Double)
  }

  /// Most people.
  public var maximumPeople: Int
  /// People allocated in equal parts at first.
  public var burnIn: Int
  /// How the exponent is chosen.
  public var exponent: Exponent
  /// Least probability of either arm.
  public var leastProbability: Double
  /// Prior responders of each arm.
  public var priorEvents: Double
  /// Prior non-responders of each arm.
  public var priorNonEvents: Double
  /// Success if Pr(θ_T > θ_C | data) is above this at a look or the end.
  public var successCutoff: Double
  /// Futility if that probability is below this at a look; 0 for no such rule.
  public var futilityCutoff: Double
  /// Numbers of people at which the rules are looked at before the end, rising.
  public var looks: [Int]

  /// Most people such a design may have.
  public static let mostPeople = 10_000

  /// Describes a design.
  ///
  /// - Parameters:
  ///   - maximumPeople: most people.
  ///   - burnIn: people allocated in equal parts at first.
  ///   - exponent: how the exponent is chosen.
  ///   - leastProbability: least probability of either arm.
  ///   - priorEvents: prior responders of each arm.
  ///   - priorNonEvents: prior non-responders of each arm.
  ///   - successCutoff: success above this posterior probability.
  ///   - futilityCutoff: futility below this posterior probability.
  ///   - looks: numbers of people at which the rules are looked at before the end.
  public init(
    maximumPeople: Int, burnIn: Int = 10, exponent: Exponent = .growing, leastProbability: Double = 0.1,
    priorEvents: Double = 1, priorNonEvents: Double = 1, successCutoff: Double = 0.975,
    futilityCutoff: Double = 0, looks: [Int] = []
  ) {
    self.maximumPeople = maximumPeople
    self.burnIn = burnIn
    self.exponent = exponent
    self.leastProbability = leastProbability
    self.priorEvents = priorEvents
    self.priorNonEvents = priorNonEvents
    self.successCutoff = successCutoff
    self.futilityCutoff = futilityCutoff
    self.looks = looks
  }

  /// Throws if the design cannot be used; all findings together.
  ///
  /// - Throws: `EfficacyError` naming the field.
  public func validate() throws(EfficacyError) { try EfficacyError.require(findings()) }

  /// What is wrong with the design; nothing if it can be used.
  public func findings() -> [EfficacyError] {
    var findings = EfficacyError.count(maximumPeople, 2...Self.mostPeople, "maximumPeople")
    findings += EfficacyError.count(burnIn, 0...max(0, maximumPeople), "burnIn")
    if case .fixed(let value) = exponent, !(value >= 0 && value <= 20) {
      findings.append(.outOfRange(cell: "exponent", allowed: "0 to 20", found: value))
    }
    if !(leastProbability >= 0 && leastProbability <= 0.5) {
      findings.append(.outOfRange(cell: "leastProbability", allowed: "0 to 0.5", found: leastProbability))
    }
    findings += EfficacyError.between(priorEvents, 0, 1e4, "priorEvents")
    findings += EfficacyError.between(priorNonEvents, 0, 1e4, "priorNonEvents")
    findings += EfficacyError.between(successCutoff, 0.5, 1, "successCutoff")
    if !(futilityCutoff >= 0 && futilityCutoff < 0.5) {
      findings.append(
        .outOfRange(cell: "futilityCutoff", allowed: "0 or more and below 0.5", found: futilityCutoff))
    }
    var previous = 0
    for (index, look) in looks.enumerated() {
      if look <= previous {
        findings.append(
          .notIncreasing(cell: "looks, look \(index + 1)", previous: Double(previous), found: Double(look)))
      }
      if look >= maximumPeople {
        findings.append(
          .outOfRange(
            cell: "looks, look \(index + 1)", allowed: "below \(maximumPeople)", found: Double(look)))
      }
      previous = look
    }
    return findings
  }

  /// The probability that the next person is treated.
  ///
  /// - Parameters:
  ///   - people: people so far.
  ///   - superiority: Pr(θ_T > θ_C | data).
  /// - Returns: a probability between the caps.
  public func treatmentProbability(people: Int, superiority: Double) -> Double {
    guard people >= burnIn else { return 0.5 }
    let c: Double
    switch exponent {
    case .growing: c = Double(people) / Double(2 * maximumPeople)
    case .fixed(let value): c = value
    }
    let better = pow(min(1, max(0, superiority)), c)
    let worse = pow(min(1, max(0, 1 - superiority)), c)
    return min(1 - leastProbability, max(leastProbability, better / (better + worse)))
  }

  /// Pr(θ_T > θ_C | data).
  ///
  /// - Parameters:
  ///   - treated: responders and people of the treated arm.
  ///   - control: responders and people of the control arm.
  /// - Returns: the probability.
  /// - Throws: `EfficacyError` if the design or the counts are impossible.
  public func superiority(
    treated: (responders: Int, people: Int), control: (responders: Int, people: Int)
  ) throws(EfficacyError) -> Double {
    try EfficacyError.require(
      findings() + EfficacyError.events(treated.responders, of: treated.people, "responders", "treated arm")
        + EfficacyError.events(control.responders, of: control.people, "responders", "control arm"))
    var comparison = BetaComparison(alpha: priorEvents, beta: priorNonEvents)
    for (isFirst, arm) in [(true, treated), (false, control)] {
      for person in 0..<arm.people { comparison.add(isFirst: isFirst, isEvent: person < arm.responders) }
    }
    return comparison.probability
  }

  /// How the next person is allocated, or why the trial ends.
  ///
  /// - Parameters:
  ///   - treated: responders and people of the treated arm.
  ///   - control: responders and people of the control arm.
  /// - Returns: the advice, and the probability with which the next person is treated if it goes on.
  /// - Throws: `EfficacyError` if the design or the counts are impossible.
  public func recommendation(
    treated: (responders: Int, people: Int), control: (responders: Int, people: Int)
  ) throws(EfficacyError) -> (advice: MonitoringAdvice, treatmentProbability: Double?) {
    let superiority = try superiority(treated: treated, control: control)
    let people = treated.people + control.people
    try EfficacyError.require(EfficacyError.count(people, 0...maximumPeople, "people of both arms"))
    let seen =
      "\(treated.responders) of \(treated.people) treated and \(control.responders) of \(control.people) "
      + "controls responded, Pr(treated better) = \(Wording.decimal(superiority))"
    let isLast = people == maximumPeople
    if isLast || looks.contains(people) {
      if superiority > successCutoff {
        return (
          MonitoringAdvice(
            isLast ? .endWithSuccess : .stopForSuccess,
            reason: "\(seen) > \(successCutoff.shortestText)"), nil
        )
      }
      if isLast {
        return (
          MonitoringAdvice(
            .endWithoutSuccess, reason: "\(seen), not above \(successCutoff.shortestText)"), nil
        )
      }
      if superiority < futilityCutoff {
        return (
          MonitoringAdvice(
            .stopForFutility, reason: "\(seen) < \(futilityCutoff.shortestText)"), nil
        )
      }
    }
    let probability = treatmentProbability(people: people, superiority: superiority)
    let how = people < burnIn ? " (burn-in of \(burnIn))" : ""
    return (
      MonitoringAdvice(
        .goOn,
        reason: "\(seen); the next person is treated with probability \(Wording.decimal(probability))\(how)"),
      probability
    )
  }
}

extension AdaptiveRandomisation: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case maximumPeople, burnIn, exponent, leastProbability, priorEvents, priorNonEvents, successCutoff
    case futilityCutoff, looks
  }

  /// Reads a design; only the number of people is needed, `exponent` is a number or missing for the growing one.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "adaptive randomisation")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(maximumPeople: try container.decode(Int.self, forKey: .maximumPeople))
    burnIn = try container.decodeIfPresent(Int.self, forKey: .burnIn) ?? burnIn
    if let value = try container.decodeIfPresent(Double.self, forKey: .exponent) { exponent = .fixed(value) }
    leastProbability = try container.value(.leastProbability, missing: leastProbability)
    priorEvents = try container.value(.priorEvents, missing: priorEvents)
    priorNonEvents = try container.value(.priorNonEvents, missing: priorNonEvents)
    successCutoff = try container.value(.successCutoff, missing: successCutoff)
    futilityCutoff = try container.value(.futilityCutoff, missing: futilityCutoff)
    looks = try container.decodeIfPresent([Int].self, forKey: .looks) ?? looks
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(maximumPeople, forKey: .maximumPeople)
    try container.encode(burnIn, forKey: .burnIn)
    if case .fixed(let value) = exponent { try container.encode(value, forKey: .exponent) }
    try container.encode(leastProbability, forKey: .leastProbability)
    try container.encode(priorEvents, forKey: .priorEvents)
    try container.encode(priorNonEvents, forKey: .priorNonEvents)
    try container.encode(successCutoff, forKey: .successCutoff)
    try container.encode(futilityCutoff, forKey: .futilityCutoff)
    try container.encode(looks, forKey: .looks)
  }
}
