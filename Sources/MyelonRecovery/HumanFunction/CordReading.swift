import MyelonAnatomy
import MyelonFields
import MyelonLesion

/// What the rest of the body meets of a cord at one time: conduction to and from each segment, neurons left.
struct CordReading {
  private let cord: CordModel
  private let conduction: Conduction
  private let horns: HornCensus
  private let segmentIndex: [String: Int]
  private let sliceOfSegment: [Double]
  private let sideUncut: [[Double]]

  init(_ model: LesionModel, block: Float) {
    cord = model.cord
    conduction = Conduction(model, blockProbability: block)
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

  /// Mean conduction of tracts on the given sides from the brain to a segment; 1 above the window.
  func conduction(_ tracts: [Tract], _ sides: [Side], to segment: String) -> Double {
    guard let index = segmentIndex[segment], let slice = slice(sliceOfSegment[index]) else { return 1 }
    var sum = 0.0
    var count = 0.0
    for tract in tracts {
      for side in sides {
        guard let mean = conduction.mean(tract, side, slice: slice, bundles: cord.bundles) else { continue }
        sum += mean
        count += 1
      }
    }
    return count > 0 ? sum / count : 1
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
  /// - Returns: share between 0 and 1.
  func ascending(_ tracts: [Tract], _ side: Side, from dermatome: Int, crossing: Double) -> Double {
    // Dermatome 0 is C2, the second segment.
    let segment = min(dermatome + 1, sliceOfSegment.count - 1)
    guard let slice = slice(position(ofSegment: Double(segment) - crossing)) else { return 1 }
    let target = Float(segment) / Float(sliceOfSegment.count - 1)
    let width = 2 / Float(sliceOfSegment.count - 1)
    let bundles = cord.bundles
    var nearest = (distance: Float.infinity, share: 0.0)
    var sum = 0.0
    var weight = 0.0
    for tract in tracts {
      for bundle in bundles.indices(of: tract, side) {
        let conducting = Double(conduction.share[bundle * conduction.sliceCount + slice])
        let place = bundles.somatotopy[bundle]
        let distance = place.isNaN ? 0 : (place - target) / width
        if abs(distance) < nearest.distance { nearest = (abs(distance), conducting) }
        // A rational bell, (1 + d²)⁻⁴: falls like a Gaussian near its top, without a transcendental function.
        let bell = 1 / (1 + distance * distance)
        let share = Double(bundles.axonShare[bundle] * bell * bell * bell * bell)
        sum += share * conducting
        weight += share
      }
    }
    return weight > 1e-9 ? sum / weight : nearest.distance < .infinity ? nearest.share : 1
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
  /// - Returns: share between 0 and 1.
  func crossed(_ tracts: [Tract], _ side: Side, from dermatome: Int) -> Double {
    let climb = 1.5
    let segment = min(dermatome + 1, sliceOfSegment.count - 1)
    let tract = ascending(tracts, side.opposite, from: dermatome, crossing: climb)
    guard let entry = slice(position(ofSegment: Double(segment))) else { return tract }
    let top = slice(position(ofSegment: Double(segment) - climb)) ?? 0
    let way = sideUncut[Int(side.rawValue)][min(top, entry)...entry].min() ?? 1
    return min(tract, way)
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
  private func slice(_ position: Double) -> Int? {
    guard position >= 0 else { return nil }
    return min(Int(min(position, 1e8)), conduction.sliceCount - 1)
  }
}
