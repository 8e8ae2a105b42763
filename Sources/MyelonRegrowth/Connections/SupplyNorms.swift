import MyelonAnatomy

/// Numbers of axons of an intact cord that make counts into shares.
struct SupplyNorms: Sendable {
  /// Tracts that descend from the brain and exist in the species, with their part in a segment's supply.
  let descending: [(tract: Tract, share: Double)]
  /// Descending axons that serve one side of one segment, corticospinal ones counted by their weight.
  let descendingOfSegment: Double
  /// Axons of dorsal columns and spinothalamic tract that start from one side of one segment.
  let ascendingOfSegment: Double
  /// Axons of a side by tract.
  private let axons: [Double]
  private let diameters: [Double]
  /// Share of the segments that an ascending tract serves which lie caudal to the lesion.
  private let caudalShare: [Double]
  private let lastCuneateSegment: Int
  private let corticospinalWeight: Double
  private let segmentSupply: Double

  init(layout: SegmentLayout, species: Species, parameters: ConnectionParameters) {
    segmentSupply = parameters.segmentSupply
    corticospinalWeight = parameters.corticospinalWeight
    let census = AxonCensus.standard(species)
    axons = Tract.allCases.map { census.axonsPerSide(of: $0) }
    diameters = Tract.allCases.map { Double(census.meanDiameter(of: $0)) }
    let axons = axons
    func number(_ tract: Tract) -> Double { axons[Int(tract.rawValue)] }
    let tracts = Tract.allCases.filter { !$0.isAscending && $0 != .propriospinal && number($0) > 0 }
    let weighted = tracts.map { number($0) * ($0.isCorticospinal ? parameters.corticospinalWeight : 1) }
    let total = weighted.reduce(0, +)
    descending = zip(tracts, weighted).map { ($0, $1 / total) }
    descendingOfSegment = segmentSupply * total
    let rising: [Tract] = [.fasciculusGracilis, .fasciculusCuneatus, .spinothalamic]
    ascendingOfSegment = parameters.segmentSupply * rising.reduce(0) { $0 + number($1) }
    // The cuneate fasciculus takes segments down to T6 (SensoryEntry).
    let last = layout.names.firstIndex(of: "T6") ?? layout.names.count - 1
    lastCuneateSegment = last
    caudalShare = Tract.allCases.map { tract in
      let served: Range<Int>
      switch tract {
      case .fasciculusGracilis: served = last + 1..<layout.names.count
      case .fasciculusCuneatus: served = 0..<last + 1
      default: served = 0..<layout.names.count
      }
      return Double(served.count { $0 >= layout.lesionSegment }) / Double(max(1, served.count))
    }
  }

  /// Axons of a tract on one side, 0 where the species has none.
  func axons(_ tract: Tract) -> Double { axons[Int(tract.rawValue)] }

  /// Axons of a tract that make up the whole descending supply of one side of one segment, each at its weight.
  func wholeSupply(of tract: Tract) -> Double {
    tract.isCorticospinal ? descendingOfSegment / corticospinalWeight : descendingOfSegment
  }

  /// The same for any origin.
  func wholeSupply(from origin: AxonOrigin) -> Double {
    guard case .tract(let tract, _) = origin else { return descendingOfSegment }
    return wholeSupply(of: tract)
  }

  /// Axons of a tract that serve one side of one segment.
  func ownSupply(of tract: Tract) -> Double { segmentSupply * axons(tract) }

  /// Mean diameter of a tract's axons, um.
  func diameter(_ tract: Tract) -> Double { diameters[Int(tract.rawValue)] }

  /// Axons of an ascending tract on one side that come from segments below the lesion.
  func ascendingFromBelow(_ tract: Tract) -> Double { axons(tract) * caudalShare[Int(tract.rawValue)] }

  /// The dorsal column that a segment's touch fibres run in.
  func dorsalColumn(ofSegment segment: Int) -> Tract {
    segment <= lastCuneateSegment ? .fasciculusCuneatus : .fasciculusGracilis
  }
}
