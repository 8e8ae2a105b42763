import Foundation
import MyelonRandom

/// What a trial does not see of its people: who leaves, which visits are missed, how far visits are from their day.
public struct Attrition: Sendable, Hashable, Codable {
  /// Share of people who leave within a year, whatever the course.
  public var dropout: Double
  /// Factor on the rate of leaving for each ten motor points gained since baseline: below 1, those who gain stay.
  public var dropoutRatio: Double
  /// Share of visits that are missed by those who stay.
  public var missedVisits: Double
  /// Largest distance of a visit from its day, days.
  public var visitWindow: Double

  /// Nothing is lost.
  public static let none = Attrition(dropout: 0, dropoutRatio: 1, missedVisits: 0, visitWindow: 0)

  /// Describes what is lost.
  ///
  /// - Parameters:
  ///   - dropout: share of people who leave within a year.
  ///   - dropoutRatio: factor on the rate of leaving for each ten motor points gained.
  ///   - missedVisits: share of visits that are missed.
  ///   - visitWindow: largest distance of a visit from its day, days.
  public init(dropout: Double, dropoutRatio: Double = 1, missedVisits: Double = 0, visitWindow: Double = 0) {
    self.dropout = dropout
    self.dropoutRatio = dropoutRatio
    self.missedVisits = missedVisits
    self.visitWindow = visitWindow
  }

  /// Decodes what is lost; what is not given is nothing.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    dropout = try values.decodeIfPresent(Double.self, forKey: .dropout) ?? 0
    dropoutRatio = try values.decodeIfPresent(Double.self, forKey: .dropoutRatio) ?? 1
    missedVisits = try values.decodeIfPresent(Double.self, forKey: .missedVisits) ?? 0
    visitWindow = try values.decodeIfPresent(Double.self, forKey: .visitWindow) ?? 0
  }

  /// What is wrong, each as the key and a sentence; nothing if it can be used.
  public func findings() -> [(key: String, problem: String)] {
    var findings: [(key: String, problem: String)] = []
    if !(0..<1).contains(dropout) {
      findings.append(("dropout", "a share from 0 to below 1 is required; found \(dropout)"))
    }
    if !(dropoutRatio > 0 && dropoutRatio <= 100) {
      findings.append(("dropout-ratio", "a factor above 0, at most 100, is required; found \(dropoutRatio)"))
    }
    if !(0..<1).contains(missedVisits) {
      findings.append(("missed-visits", "a share from 0 to below 1 is required; found \(missedVisits)"))
    }
    if !(0...180).contains(visitWindow) {
      findings.append(("visit-window", "0 to 180 days are required; found \(visitWindow)"))
    }
    return findings
  }

  /// What a trial sees of one person's course.
  ///
  /// A visit off its day reads the course between the visits around it, on a straight line. Leaving is decided visit by visit from
  /// what was gained until the one before: so what is missing depends on what was seen, never on what was not (missing at random).
  ///
  /// - Parameters:
  ///   - days: days of the visits after enrolment, ascending, the first the baseline.
  ///   - course: values of the measure at those days, nil where it could not be determined.
  ///   - gain: motor points gained since baseline at those days, nil where unknown.
  ///   - stream: the person's stream in this trial; the same numbers are drawn whatever the course.
  /// - Returns: the values seen, nil where missed or gone; the baseline is always seen on its day.
  public func seen(days: [Double], course: [Double?], gain: [Double?], stream: inout RandomStream)
    -> [Double?]
  {
    var found: [Double?] = []
    var isGone = false
    for index in days.indices {
      let draws = (stream.uniform(), stream.uniform(), stream.uniform())
      guard index > 0 else {
        found.append(course[0])
        continue
      }
      let years = (days[index] - days[index - 1]) / 365
      let rate = -log1p(-dropout) * pow(dropoutRatio, (gain[index - 1] ?? 0) / 10)
      if draws.0 < -expm1(-rate * years) { isGone = true }
      guard !isGone, draws.1 >= missedVisits else {
        found.append(nil)
        continue
      }
      let day = days[index] + visitWindow * (2 * draws.2 - 1)
      found.append(Self.value(at: day, days, course, near: index))
    }
    return found
  }

  /// The course at a day between two visits.
  private static func value(at day: Double, _ days: [Double], _ course: [Double?], near index: Int) -> Double?
  {
    guard let own = course[index] else { return nil }
    let other = day < days[index] ? index - 1 : index + 1
    guard days.indices.contains(other), let neighbour = course[other] else { return own }
    let share = min(1, abs(day - days[index]) / abs(days[other] - days[index]))
    return own + share * (neighbour - own)
  }
}
