import Foundation

/// How people and visits are lost.
public struct ProtocolAttrition: Sendable, Hashable, Codable {
  /// Share of people lost in a year, at a constant hazard.
  public let dropoutPerYear: Double
  /// Share of visits that are missed by people who are not lost.
  public let missedVisit: Double
  /// Days by which a visit may come early or late.
  public let visitWindow: Double

  /// Describes losses; the defaults lose nobody.
  ///
  /// - Parameters:
  ///   - dropoutPerYear: share of people lost in a year.
  ///   - missedVisit: share of visits missed.
  ///   - visitWindow: days by which a visit may come early or late.
  public init(dropoutPerYear: Double = 0, missedVisit: Double = 0, visitWindow: Double = 0) {
    self.dropoutPerYear = dropoutPerYear
    self.missedVisit = missedVisit
    self.visitWindow = visitWindow
  }

  /// Share of people who are still followed after some days.
  ///
  /// - Parameter days: days since enrolment, not negative.
  /// - Returns: (1 - yearly share)^(days / 365.25).
  public func retained(after days: Double) -> Double { pow(1 - dropoutPerYear, days / 365.25) }
}
