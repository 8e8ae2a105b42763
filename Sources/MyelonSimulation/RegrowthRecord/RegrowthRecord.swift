import MyelonRegrowth

/// What has grown in one arm: counts and paths at every visit, what it carries, and a sample of axons to look at.
public struct RegrowthRecord: Sendable, Hashable, Codable {
  /// What has grown by each visit, in order of time.
  public var visits: [RegrowthSummary]
  /// What carries the motor drive at each visit, in order of time.
  public var contributions: [Contribution]
  /// A sample of axons at the last visit, at most `sampleLimit`.
  public var axons: [AxonLine]
  /// Files of this arm relative to the run's directory, by the keys of `File`.
  public var files: [String: String]

  /// Axons that a record holds: enough to see where they run, and a file that stays small.
  ///
  /// Assumed because 600 lines of about 40 points are 0.3 MB of JSON and still told apart by eye.
  public static let sampleLimit = 600

  /// Joins the parts.
  public init(
    visits: [RegrowthSummary] = [], contributions: [Contribution] = [], axons: [AxonLine] = [],
    files: [String: String] = [:]
  ) {
    self.visits = visits
    self.contributions = contributions
    self.axons = axons
    self.files = files
  }

  /// Keys of `files`.
  public enum File {
    /// Paths of all axons, MRtrix track file.
    public static let axons = "axons"
    /// Axons that each line stands for, one number a row.
    public static let weights = "weights"
    /// Graph of connections, GraphML.
    public static let connections = "connections"
  }
}
