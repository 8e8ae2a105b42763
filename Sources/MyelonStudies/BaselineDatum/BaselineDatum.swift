import Foundation

/// One number of a patient's baseline and the outcomes of a simulated life that it is compared with.
public struct BaselineDatum: Sendable, Hashable, Codable {
  /// How outcomes become the datum.
  public enum Form: String, Sendable, Hashable, Codable {
    /// Their sum.
    case sum
    /// The logarithm of their sum.
    case logarithm
  }

  /// Name.
  public let name: String
  /// Unit of the number as observed and before any logarithm.
  public let unit: String
  /// The number as observed, in the form in which it is compared.
  public let observed: Double
  /// Deviation of what a perfect model would be off by: reading, rounding, and what the model cannot hold.
  public let deviation: Double
  /// Day after injury.
  public let day: Double
  /// Names of the outcomes.
  public let outcomes: [String]
  /// How they become the datum.
  public let form: Form

  /// Describes a datum.
  ///
  /// - Parameters:
  ///   - name: name.
  ///   - unit: unit.
  ///   - observed: the number in the form in which it is compared.
  ///   - deviation: deviation, positive.
  ///   - day: day after injury.
  ///   - outcomes: names of the outcomes.
  ///   - form: how they become the datum.
  public init(
    _ name: String, unit: String, observed: Double, deviation: Double, day: Double, outcomes: [String],
    form: Form = .sum
  ) {
    self.name = name
    self.unit = unit
    self.observed = observed
    self.deviation = deviation
    self.day = day
    self.outcomes = outcomes
    self.form = form
  }

  /// The datum of a simulated life; not a number where an outcome is missing.
  ///
  /// - Parameter values: its outcomes.
  /// - Returns: the number in the form in which it is compared.
  public func value(of values: [Double?]) -> Double {
    var sum = 0.0
    for value in values {
      guard let value else { return .nan }
      sum += value
    }
    return form == .sum ? sum : log(sum)
  }
}
