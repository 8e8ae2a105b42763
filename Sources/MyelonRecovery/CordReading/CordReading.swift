import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRegrowth

/// What the rest of the body meets of a cord at one time: conduction to and from each segment, new connections, neurons
/// left.
struct CordReading {
  let cord: CordModel
  let conduction: Conduction
  /// New connections, or nil when nothing has regrown and nobody has trained.
  let connections: ConnectionSupply?
  let segmentIndex: [String: Int]
  let sliceOfSegment: [Double]
  /// Segment that holds the injury's centre.
  let injuredSegment: Int
  private let horns: HornCensus
  private let sideUncut: [[Double]]

  init(_ model: LesionModel, connections: ConnectionSupply? = nil) {
    cord = model.cord
    if let count = connections?.segmentCount {
      precondition(
        count == cord.segmentNames.count,
        "A supply of connections needs \(cord.segmentNames.count) segments; found \(count)")
    }
    self.connections = connections
    injuredSegment = Self.injuredSegment(of: cord, epicentre: model.primary.epicentre)
    conduction = Conduction(model)
    horns = HornCensus(model)
    segmentIndex = Dictionary(uniqueKeysWithValues: cord.segmentNames.enumerated().map { ($1, $0) })
    sliceOfSegment = Self.middleSlices(cord)
    sideUncut = Self.uncutShare(model)
  }

  /// Middle slice of each segment; negative for segments above the window, past the end for those below.
  private static func middleSlices(_ cord: CordModel) -> [Double] {
    let first = cord.segmentOfSlice.first ?? 0
    return cord.segmentNames.indices.map { segment in
      let slices = cord.segmentOfSlice.indices.filter { cord.segmentOfSlice[$0] == segment }
      guard let low = slices.first, let high = slices.last else { return segment < first ? -1 : 1e9 }
      return Double(low + high) / 2
    }
  }

  /// Conduction to the brain of the fibres that serve a dermatome.
  ///
  /// Fibres are picked by somatotopy: bundles are weighted by a bell of two segments' width around the
  /// dermatome's segment.
  ///
  /// - Parameters:
  ///   - tracts: ascending tracts that carry them.
  ///   - side: side of the cord.
  ///   - dermatome: 0 (C2) to 27 (S4-5).
  ///   - crossing: segments that the fibres climb before they run in the tract.
  /// - Returns: shares between 0 and 1, without new connections.
  func ascending(_ tracts: [Tract], _ side: Side, from dermatome: Int, crossing: Double) -> PathwayInput {
    // Dermatome 0 is C2, the second segment.
    let segment = min(dermatome + 1, sliceOfSegment.count - 1)
    guard let slice = slice(position(ofSegment: Double(segment) - crossing)) else { return .whole }
    let target = Float(segment) / Float(sliceOfSegment.count - 1)
    let width = 2 / Float(sliceOfSegment.count - 1)
    let bundles = cord.bundles
    // Where no bundle is near, the nearest counts, and where there is none the path counts as whole.
    var nearest = (distance: Float.infinity, input: PathwayInput.whole)
    var sum = PathwayInput()
    var weight = 0.0
    for tract in tracts {
      for bundle in bundles.indices(of: tract, side) {
        let entry = bundle * conduction.sliceCount + slice
        let input = PathwayInput(
          conducting: Double(conduction.share[entry]), sparedConducting: Double(conduction.sparedShare[entry])
        )
        let place = bundles.somatotopy[bundle]
        let distance = place.isNaN ? 0 : (place - target) / width
        if abs(distance) < nearest.distance { nearest = (abs(distance), input) }
        // A rational bell, (1 + d²)⁻⁴: falls like a Gaussian near its top, without a transcendental function.
        let bell = 1 / (1 + distance * distance)
        let share = Double(bundles.axonShare[bundle] * bell * bell * bell * bell)
        sum.add(input, weight: share)
        weight += share
      }
    }
    guard weight > 1e-9 else { return nearest.input }
    return PathwayInput(
      conducting: sum.conducting / weight, sparedConducting: sum.sparedConducting / weight)
  }

  /// Conduction to the brain of crossing fibres that start at a dermatome.
  ///
  /// The fibres climb one and a half segments on their own side while they cross, then run in the tract of the other
  /// side; both parts of the way must be whole, and the narrower of the two counts.
  ///
  /// - Parameters:
  ///   - tracts: ascending tracts that carry them after the crossing.
  ///   - side: side of the body.
  ///   - dermatome: 0 (C2) to 27 (S4-5).
  /// - Returns: shares between 0 and 1, without new connections.
  func crossed(_ tracts: [Tract], _ side: Side, from dermatome: Int) -> PathwayInput {
    let climb = 1.5
    let segment = min(dermatome + 1, sliceOfSegment.count - 1)
    let tract = ascending(tracts, side.opposite, from: dermatome, crossing: climb)
    guard let entry = slice(position(ofSegment: Double(segment))) else { return tract }
    let top = slice(position(ofSegment: Double(segment) - climb)) ?? 0
    let way = sideUncut[Int(side.rawValue)][min(top, entry)...entry].min() ?? 1
    return PathwayInput(
      conducting: min(tract.conducting, way), sparedConducting: min(tract.sparedConducting, way))
  }

  /// Share of the white matter's axons that is uncut, `[side][slice]`: what a crossing fibre meets on its way.
  private static func uncutShare(_ model: LesionModel) -> [[Double]] {
    let cord = model.cord
    let grid = cord.grid
    let axons = model.state.values(.axons)
    var sums = [[SIMD2<Double>]](repeating: [SIMD2<Double>](repeating: .zero, count: grid.nz), count: 2)
    for index in 0..<grid.count where cord.cordFraction[index] > 0 {
      let white = Double(cord.whiteFraction(index))
      // The grid is symmetric about the midline; right is -x.
      let side = index % grid.nx < grid.nx / 2 ? 0 : 1
      sums[side][index / (grid.nx * grid.ny)] += SIMD2(white * Double(axons[index]), white)
    }
    return sums.map { $0.map { $0.y > 0 ? $0.x / $0.y : 1 } }
  }

  /// Slice at the middle of a segment, or between two middles for a broken number; negative above the window.
  private func position(ofSegment segment: Double) -> Double {
    let low = max(0, Int(segment.rounded(.down)))
    let high = min(low + 1, sliceOfSegment.count - 1)
    let part = max(0, segment) - Double(low)
    // A neighbour outside the window has no middle in it: the fibre has left the window, or not entered it.
    guard sliceOfSegment[low] >= 0, sliceOfSegment[high] < 1e8 else { return sliceOfSegment[low] }
    return (1 - part) * sliceOfSegment[low] + part * sliceOfSegment[high]
  }

  /// Motoneurons left in a segment's ventral grey matter.
  func motoneurons(_ segment: String, _ side: Side) -> Double {
    segmentIndex[segment].map { horns.ventral[$0][Int(side.rawValue)] } ?? 1
  }

  /// Neurons left in the dorsal horn where a dermatome's fibres enter.
  func dorsalHorn(_ dermatome: Int, _ side: Side) -> Double {
    horns.dorsal[min(dermatome + 1, horns.dorsal.count - 1)][Int(side.rawValue)]
  }

  /// A valid slice, held at the caudal end of the window; nil above it, where nothing can be interrupted.
  func slice(_ position: Double) -> Int? {
    guard position >= 0 else { return nil }
    return min(Int(min(position, 1e8)), conduction.sliceCount - 1)
  }
}
