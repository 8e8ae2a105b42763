extension Scenario {
  /// One published result that a report sets beside the simulated one.
  public struct PublishedResult: Sendable, Hashable, Codable {
    /// What was measured, a name of the vocabulary such as `BBB`.
    public var measure: String
    /// First day after injury to which the result belongs.
    public var firstDay: Double
    /// Last day after injury to which the result belongs; equal to `firstDay` for a single day.
    public var lastDay: Double
    /// Mean, in `unit`.
    public var mean: Double
    /// Spread around the mean, in `unit`; nil when none was published.
    public var spread: Double?
    /// What the spread is.
    public var spreadKind: SpreadKind
    /// Unit of mean and spread.
    public var unit: String
    /// The paper.
    public var source: String
    /// How the number was obtained from the paper.
    public var provenance: Provenance
    /// Anything a reader must know before comparing; may be empty.
    public var note: String

    /// Describes a published result.
    ///
    /// - Parameters:
    ///   - measure: what was measured.
    ///   - firstDay: first day after injury to which it belongs.
    ///   - lastDay: last day; nil for the first.
    ///   - mean: mean, in `unit`.
    ///   - spread: spread around the mean, or nil.
    ///   - spreadKind: what the spread is.
    ///   - unit: unit of mean and spread.
    ///   - source: the paper.
    ///   - provenance: how the number was obtained.
    ///   - note: anything a reader must know.
    public init(
      measure: String, firstDay: Double, lastDay: Double? = nil, mean: Double, spread: Double? = nil,
      spreadKind: SpreadKind = .unstated, unit: String, source: String, provenance: Provenance,
      note: String = ""
    ) {
      self.measure = measure
      self.firstDay = firstDay
      self.lastDay = lastDay ?? firstDay
      self.mean = mean
      self.spread = spread
      self.spreadKind = spreadKind
      self.unit = unit
      self.source = source
      self.provenance = provenance
      self.note = note
    }
  }

  /// What a published plus-minus stands for.
  public enum SpreadKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Standard deviation between subjects.
    case standardDeviation = "standard-deviation"
    /// Standard error of the mean.
    case standardError = "standard-error"
    /// How far off the number itself may be, for instance because it is recalled or read from a figure.
    case uncertainty
    /// Not stated.
    case unstated
  }

  /// How a published number was obtained.
  public enum Provenance: String, Sendable, Hashable, Codable, CaseIterable {
    /// Read in the source.
    case retrieved
    /// From an expert's memory, not checked against the source.
    case recalled
  }
}
