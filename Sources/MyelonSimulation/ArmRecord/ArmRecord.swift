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
  /// Volume files of this arm, by field name, relative to the run's directory. Each is 4-D: x, y, z, visit.
  public let volumes: [String: String]
  /// Published results to be set beside the simulated ones.
  public let published: [PublishedResult]

  /// Makes a record.
  public init(
    name: String, slug: String, injury: Injury, epicentre: Double, series: SeriesTable, visits: [VisitRecord],
    volumes: [String: String], published: [PublishedResult]
  ) {
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

/// A published result that a scenario sets beside an arm.
public struct PublishedResult: Sendable, Hashable, Codable {
  /// Name of the measure: a series column (for example `spared_white_epicentre`) or `bbb`.
  public let measure: String
  /// Day of the measurement.
  public let day: Double
  /// Published mean.
  public let mean: Double
  /// Published spread (±), if known.
  public let spread: Double?
  /// Unit.
  public let unit: String
  /// Where it was published, and whether it was seen or recalled.
  public let source: String

  /// Makes a result.
  public init(measure: String, day: Double, mean: Double, spread: Double?, unit: String, source: String) {
    self.measure = measure
    self.day = day
    self.mean = mean
    self.spread = spread
    self.unit = unit
    self.source = source
  }
}
