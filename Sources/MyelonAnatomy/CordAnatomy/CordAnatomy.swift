/// The anatomy of a species' cord: segments, their cross-sections and the regions in them.
///
/// Every quantity is tabulated a segment and taken to hold at the middle of the segment; between middles, sizes
/// follow a monotone curve and region boundaries are blended. Rostral to the middle of the first and caudal to
/// the middle of the last segment the values are held.
public struct CordAnatomy: Sendable {
  /// The species.
  public let species: Species
  /// Segments from rostral to caudal.
  public let segments: [SpinalSegment]
  /// Shapes of the regions by segment and region number (`RegionCode.rawValue >> 1`).
  ///
  /// The propriospinal entry holds only an area fraction: what the other regions leave.
  public let shapes: [[RegionShape]]

  let partitions: [RegionPartition]
  let middles: [Double]
  let areaCurve: MonotoneCurve
  let anteroposteriorCurve: MonotoneCurve
  let lateralCurve: MonotoneCurve
  let widestLevelCurve: MonotoneCurve
  let greyCurve: MonotoneCurve

  /// The human cord, C1 to S5, fitted to the PAM50 template.
  public static func human() -> CordAnatomy { humanCord }

  /// The rat cord, C1 to S4.
  public static func rat() -> CordAnatomy { ratCord }

  /// The cord of a species.
  public static func standard(_ species: Species) -> CordAnatomy {
    species == .human ? humanCord : ratCord
  }

  // Solved once: a constant of the process, as the tables are.
  private static let humanCord = CordAnatomy(
    species: .human, segments: humanSegments(), shapes: HumanCord.shapes())
  private static let ratCord = CordAnatomy(
    species: .rat, segments: ratSegments(), shapes: RatCord.shapes())

  init(species: Species, segments: [SpinalSegment], shapes: [[RegionShape]]) {
    let complete = Self.completed(shapes)
    let partitions = segments.map { segment -> RegionPartition in
      let outline = Self.outline(of: segment)
      var solver = PartitionSolver(shapes: complete[segment.index], outline: outline)
      return solver.solve(RegionPartition(shapes: complete[segment.index]))
    }
    self.init(species: species, segments: segments, shapes: complete, partitions: partitions)
  }

  init(
    species: Species, segments: [SpinalSegment], shapes: [[RegionShape]], partitions: [RegionPartition]
  ) {
    self.species = species
    self.segments = segments
    self.shapes = shapes
    self.partitions = partitions
    let middles = segments.map(\.middle)
    self.middles = middles
    func curve(_ value: KeyPath<SpinalSegment, Double>) -> MonotoneCurve {
      MonotoneCurve(positions: middles, values: segments.map { $0[keyPath: value] })
    }
    areaCurve = curve(\.area)
    anteroposteriorCurve = curve(\.anteroposterior)
    lateralCurve = curve(\.lateral)
    widestLevelCurve = curve(\.widestLevel)
    greyCurve = curve(\.greyFraction)
  }

  static func outline(of segment: SpinalSegment) -> SuperEllipse {
    SuperEllipse(
      fill: segment.area / (segment.anteroposterior * segment.lateral), widestLevel: segment.widestLevel)
  }

  /// Fills the propriospinal remainder, and gives an absent region the geometry of the nearest segment that has it.
  private static func completed(_ shapes: [[RegionShape]]) -> [[RegionShape]] {
    var result = shapes
    for segment in shapes.indices {
      for region in 0..<RegionKey.count where !shapes[segment][region].isPresent {
        let nearest = shapes.indices.filter { shapes[$0][region].isPresent }
          .min { abs($0 - segment) < abs($1 - segment) }
        guard let nearest else { continue }
        result[segment][region] = shapes[nearest][region]
        result[segment][region].areaFraction = 0
      }
      let claimed = shapes[segment].reduce(0) { $0 + $1.areaFraction }
      result[segment][RegionKey.propriospinal].areaFraction = max(0, 0.5 - claimed)
    }
    return result
  }
}
