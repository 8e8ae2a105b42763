import MyelonAnatomy

/// Numbers of axons of an intact cord that make counts into shares.
struct SupplyNorms: Sendable {
  /// Tracts that descend from the brain and exist in the species, with the axons of one side.
  let descending: [(tract: Tract, axons: Double)]
  /// Descending axons that serve one side of one segment.
  let descendingOfSegment: Double
  /// Axons of dorsal columns and spinothalamic tract that start from one side of one segment.
  let ascendingOfSegment: Double
  /// Axons of a side by tract.
  private let axons: [Double]
  private let diameters: [Double]
  /// Share of the segments that an ascending tract serves which lie caudal to the lesion.
  private let caudalShare: [Double]
  private let lastCuneateSegment: Int

  init(layout: SegmentLayout, species: Species, segmentSupply: Double) {
    let census = AxonCensus.standard(species)
    axons = Tract.allCases.map { census.axonsPerSide(of: $0) }
    diameters = Tract.allCases.map { Double(census.meanDiameter(of: $0)) }
    let axons = axons
    func number(_ tract: Tract) -> Double { axons[Int(tract.rawValue)] }
    let tracts = Tract.allCases.filter { !$0.isAscending && $0 != .propriospinal && number($0) > 0 }
    descending = tracts.map { ($0, number($0)) }
    descendingOfSegment = segmentSupply * tracts.reduce(0) { $0 + number($1) }
    let rising: [Tract] = [.fasciculusGracilis, .fasciculusCuneatus, .spinothalamic]
    ascendingOfSegment = segmentSupply * rising.reduce(0) { $0 + number($1) }
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

  /// Mean diameter of a tract's axons, um.
  func diameter(_ tract: Tract) -> Double { diameters[Int(tract.rawValue)] }

  /// Axons of an ascending tract on one side that come from segments below the lesion.
  func ascendingFromBelow(_ tract: Tract) -> Double { axons(tract) * caudalShare[Int(tract.rawValue)] }

  /// The dorsal column that a segment's touch fibres run in.
  func dorsalColumn(ofSegment segment: Int) -> Tract {
    segment <= lastCuneateSegment ? .fasciculusCuneatus : .fasciculusGracilis
  }
}
