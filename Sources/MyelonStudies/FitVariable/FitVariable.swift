import MyelonStatistics

/// A number of a patient that a fit looks for, with what is believed of it before any data.
public struct FitVariable: Sendable, Hashable, Codable {
  /// What the number is.
  public let parameter: StudyParameter
  /// What is believed of it before any data.
  public let prior: Marginal

  /// Joins a number and a belief.
  ///
  /// - Parameters:
  ///   - parameter: what the number is.
  ///   - prior: what is believed of it before any data.
  public init(_ parameter: StudyParameter, prior: Marginal) {
    self.parameter = parameter
    self.prior = prior
  }
}
