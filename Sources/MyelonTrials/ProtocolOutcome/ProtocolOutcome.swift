import MyelonQuantities

/// What is measured in a person, when, and in which form it is compared.
public struct ProtocolOutcome: Sendable, Hashable, Codable {
  /// The form in which an outcome is compared.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// The value itself.
    case value
    /// The value less the baseline.
    case change
    /// Whether the gain over the baseline is large enough.
    case responder
    /// Ordered categories.
    case ordinal
  }

  /// Name of the measure, such as `upper-extremity-motor-score`.
  public let measure: String
  /// Days of the visits after enrolment, rising; one unless measures are repeated.
  public let days: [Double]
  /// Day of the baseline after injury; nil if the file does not say.
  public let baselineDay: Double?
  /// The form in which it is compared.
  public let form: Form
  /// Gain over the baseline from which a person is a responder; nil if responders are only reported as such.
  public let responderGain: Double?
  /// Names of ordered categories, worst first; empty if numbers from 0 stand for them.
  public let categories: [String]

  /// Describes an outcome.
  ///
  /// - Parameters:
  ///   - measure: name of the measure.
  ///   - days: days of the visits.
  ///   - baselineDay: day of the baseline after injury.
  ///   - form: the form in which it is compared.
  ///   - responderGain: gain from which a person is a responder.
  ///   - categories: names of ordered categories, worst first.
  public init(
    measure: String, days: [Double], baselineDay: Double? = nil, form: Form, responderGain: Double? = nil,
    categories: [String] = []
  ) {
    self.measure = measure
    self.days = days
    self.baselineDay = baselineDay
    self.form = form
    self.responderGain = responderGain
    self.categories = categories
  }

  /// The last visit, which decides.
  public var lastDay: Double { days.last ?? 0 }

  /// The outcome in a sentence.
  public var sentence: String {
    let when = days.map(\.shortestText).joined(separator: ", ")
    let base = baselineDay.map { ", baseline on day \($0.shortestText)" } ?? ""
    let what =
      switch form {
      case .value: "the value"
      case .change: "the change from baseline"
      case .responder:
        responderGain.map { "a gain of \($0.shortestText) or more over the baseline" } ?? "response"
      case .ordinal:
        "ordered categories\(categories.isEmpty ? "" : " \(categories.joined(separator: " < "))")"
      }
    return "\(measure) on day \(when)\(base): \(what)"
  }
}
