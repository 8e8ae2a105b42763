/// How far a number of a product can be trusted.
public struct TermQuality: Sendable, Hashable, Codable {
  /// Confidence in the number.
  public var confidence: Confidence
  /// Whether a measured number was seen in its source or remembered; nil for one that was not measured.
  public var provenance: Scenario.Provenance?

  /// Confidence in a number, the judgement of whoever entered it.
  public enum Confidence: String, Sendable, Hashable, Codable, CaseIterable {
    /// Well established.
    case high
    /// Probably right within its range.
    case medium
    /// An order of magnitude, or a value to be calibrated.
    case low
  }

  /// Describes a number's quality.
  ///
  /// - Parameters:
  ///   - confidence: confidence in the number.
  ///   - provenance: seen or remembered; nil for a number that was not measured.
  public init(confidence: Confidence, provenance: Scenario.Provenance? = nil) {
    self.confidence = confidence
    self.provenance = provenance
  }
}
