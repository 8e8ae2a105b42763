import MyelonLesion

/// One arm of a run: an injury, what was done, and what came of it.
public struct ArmRecord: Sendable, Hashable, Codable {
  /// Name as in the scenario.
  public let name: String
  /// File-safe form of the name: the folder of the arm's volumes.
  public let slug: String
  /// The injury of this arm.
  public let injury: Injury
  /// Segment-coordinate position of the epicentre, mm from the rostral end of C1.
  public let epicentre: Double
  /// Measures over time.
  public let series: SeriesTable
  /// Visits in order of time.
  public let visits: [VisitRecord]
  /// Volume files of this arm, by field name, relative to the run's directory.
  ///
  /// Each is 4-D: x, y, z, visit.
  public let volumes: [String: String]
  /// Published results to be set beside the simulated ones.
  public let published: [Scenario.PublishedResult]
  /// What became of the treatment; nil for an untreated arm.
  public let therapy: TherapyRecord?
  /// What has grown; nil in runs without growing axons and in results of versions before there were any.
  public let regrowth: RegrowthRecord?

  /// Makes a record.
  public init(
    name: String, slug: String, injury: Injury, epicentre: Double, series: SeriesTable, visits: [VisitRecord],
    volumes: [String: String], published: [Scenario.PublishedResult], therapy: TherapyRecord? = nil,
    regrowth: RegrowthRecord? = nil
  ) {
    self.therapy = therapy
    self.regrowth = regrowth
    self.name = name
    self.slug = slug
    self.injury = injury
    self.epicentre = epicentre
    self.series = series
    self.visits = visits
    self.volumes = volumes
    self.published = published
  }
}
