/// Numbers and diameters of axons by tract, for one side of the cord.
public struct AxonCensus: Sendable {
  /// One tract's entry.
  public struct Entry: Sendable, Hashable {
    /// The tract.
    public let tract: Tract
    /// Axons of one side at the level where the tract is fullest.
    public let axonsPerSide: Double
    /// Mean axon diameter without myelin, um.
    public let meanDiameter: Double
    /// Where the two numbers come from.
    public let source: String
  }

  /// Species of the census.
  public let species: Species
  /// Entries, one a tract that exists in the species.
  public let entries: [Entry]

  private let diameters: [Float]

  init(species: Species, entries: [Entry]) {
    self.species = species
    self.entries = entries
    var diameters = [Float](repeating: 0, count: Tract.count)
    for entry in entries { diameters[Int(entry.tract.rawValue)] = Float(entry.meanDiameter) }
    self.diameters = diameters
  }

  /// The census of a species.
  public static func standard(_ species: Species) -> AxonCensus {
    species == .human ? humanCensus : ratCensus
  }

  private static let humanCensus = AxonCensus(species: .human, entries: humanEntries)
  private static let ratCensus = AxonCensus(species: .rat, entries: ratEntries)

  /// Mean axon diameter of a tract, um; 0 where the species has no such tract.
  public func meanDiameter(of tract: Tract) -> Float { diameters[Int(tract.rawValue)] }

  /// Axons of a tract on one side at the level where it is fullest; 0 where the species has no such tract.
  public func axonsPerSide(of tract: Tract) -> Double {
    entries.first { $0.tract == tract }?.axonsPerSide ?? 0
  }

  /// Part of a corticospinal tract's fibres that reach a region of the cord or run beyond it.
  ///
  /// Man: 55 % end in cervical, 20 % in thoracic, 25 % in lumbosacral segments (textbook shares).
  /// The same shares are assumed in the rat because no count by region was at hand. Within a region fibres
  /// leave evenly along the segments.
  /// - Parameters:
  ///   - index: segment index.
  ///   - segments: all segments of the cord.
  /// - Returns: a fraction, 1 at C1.
  public static func corticospinalFractionReaching(segment index: Int, of segments: [SpinalSegment]) -> Double
  {
    let shares: [CordRegion: Double] = [.cervical: 0.55, .thoracic: 0.20]
    var left = 1.0
    for region in [CordRegion.cervical, .thoracic] {
      let members = segments.filter { $0.region == region }
      let passed = members.count { $0.index < index }
      left -= (shares[region] ?? 0) * Double(passed) / Double(max(1, members.count))
    }
    let caudal = segments.filter { $0.region == .lumbar || $0.region == .sacral }
    let passed = caudal.count { $0.index < index }
    return left - 0.25 * Double(passed) / Double(max(1, caudal.count))
  }
}
