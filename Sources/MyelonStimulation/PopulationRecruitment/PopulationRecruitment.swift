import MyelonAnatomy

/// How the fibres of one class in one root, or in one tract, are recruited by one montage.
public struct PopulationRecruitment: Sendable, Hashable, Codable {
  /// Class.
  public let fibreClass: FibreClass
  /// Segment of the root.
  public let segment: String
  /// Side of the body.
  public let side: Side
  /// Share that fires, by amplitude.
  public let curve: RecruitmentCurve
  /// Where spikes begin: share of the fibres that fire, by site.
  public let sites: [SpikeSite: Double]

  /// Amplitude at which a tenth fires, mA; nil above the range.
  public var threshold: Double? { curve.amplitude(for: MuscleRecruitment.thresholdShare) }
  /// Amplitude at which half fires, mA; nil above the range.
  public var half: Double? { curve.amplitude(for: 0.5) }
  /// Amplitude at which nine tenths fire, mA; nil above the range.
  public var saturation: Double? { curve.amplitude(for: MuscleRecruitment.saturationShare) }

  init(fibreClass: FibreClass, segment: String, side: Side, records: [ThresholdRecord]) {
    self.fibreClass = fibreClass
    self.segment = segment
    self.side = side
    curve = RecruitmentCurve(thresholds: records.map(\.threshold))
    let found = records.compactMap(\.site)
    let counts = Dictionary(found.map { ($0, 1.0) }, uniquingKeysWith: +)
    sites = counts.mapValues { $0 / Double(max(1, found.count)) }
  }

  /// The population in words.
  public var title: String { "\(fibreClass.title) \(segment), \(side.word)" }
}
