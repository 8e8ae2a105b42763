import MyelonSimulation

/// A published experiment: what was done, what was found, and what of it the model cannot say anything about.
public struct ValidationStudy: Sendable {
  /// Which half of the studies it belongs to.
  public enum Half: String, Sendable, Hashable, Codable, CaseIterable {
    /// Numbers of the model were set on it, or may be.
    case fit
    /// Never used to set a number.
    case heldOut

    /// In words.
    public var title: String { self == .fit ? "fit" : "held out" }
  }

  /// A finding that is not read off the model.
  public struct Omission: Sendable, Hashable, Codable {
    /// What was found.
    public let published: String
    /// Why it is not simulated.
    public let because: String
  }

  /// Name of the study, as in its file's name.
  public let id: String
  /// The paper.
  public let citation: String
  /// Where to find it: DOI, PMID or address.
  public let source: String
  /// How far the numbers can be relied on: high, medium or low.
  public let confidence: String
  /// The half it belongs to.
  public let half: Half
  /// Why it belongs there.
  public let reason: String
  /// What in the experiment stands for something else; may be empty.
  public let departures: String
  /// The experiment; nil where nothing of it can be lived.
  public let scenario: Scenario?
  /// The findings.
  public let rows: [ValidationRow]
  /// Findings that are not simulated.
  public let omissions: [Omission]
  /// The file.
  public let path: String

  /// Whether it pools many experiments; such files are called after a meta-analysis or a review.
  var isPooled: Bool { id.hasPrefix("meta-") || id.hasPrefix("review-") }
}
