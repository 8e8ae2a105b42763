import MyelonAnatomy
import MyelonFields
import MyelonLesion

@testable import MyelonRecovery

/// Conduction as it was read before new connections existed: the reference for the bits of a cord without any.
struct EarlierReading {
  let cord: CordModel
  let conduction: Conduction
  let horns: HornCensus
  let segmentIndex: [String: Int]
  let middle: [Double]
  let uncut: [[Double]]

  init(_ model: LesionModel) {
    let cord = model.cord
    self.cord = cord
    conduction = Conduction(model)
    horns = HornCensus(model)
    segmentIndex = Dictionary(uniqueKeysWithValues: cord.segmentNames.enumerated().map { ($1, $0) })
    let first = cord.segmentOfSlice.first ?? 0
    middle = cord.segmentNames.indices.map { segment in
      let slices = cord.segmentOfSlice.indices.filter { cord.segmentOfSlice[$0] == segment }
      guard let low = slices.first, let high = slices.last else { return segment < first ? -1 : 1e9 }
      return Double(low + high) / 2
    }
    let axons = model.state.values(.axons)
    let grid = cord.grid
    var sums = [[SIMD2<Double>]](repeating: [SIMD2<Double>](repeating: .zero, count: grid.nz), count: 2)
    for index in 0..<grid.count where cord.cordFraction[index] > 0 {
      let white = Double(cord.whiteFraction(index))
      let side = index % grid.nx < grid.nx / 2 ? 0 : 1
      sums[side][index / (grid.nx * grid.ny)] += SIMD2(white * Double(axons[index]), white)
    }
    uncut = sums.map { $0.map { $0.y > 0 ? $0.x / $0.y : 1 } }
  }

  func conduction(_ tracts: [Tract], _ sides: [Side], to segment: String) -> Double {
    guard let index = segmentIndex[segment], let slice = slice(middle[index]) else { return 1 }
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

  func ascending(_ tracts: [Tract], _ side: Side, from dermatome: Int, crossing: Double) -> Double {
    let segment = min(dermatome + 1, middle.count - 1)
    guard let slice = slice(position(ofSegment: Double(segment) - crossing)) else { return 1 }
    let target = Float(segment) / Float(middle.count - 1)
    let width = 2 / Float(middle.count - 1)
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
        let bell = 1 / (1 + distance * distance)
        let share = Double(bundles.axonShare[bundle] * bell * bell * bell * bell)
        sum += share * conducting
        weight += share
      }
    }
    return weight > 1e-9 ? sum / weight : nearest.distance < .infinity ? nearest.share : 1
  }

  func crossed(_ side: Side, from dermatome: Int) -> Double {
    let segment = min(dermatome + 1, middle.count - 1)
    let tract = ascending([.spinothalamic], side.opposite, from: dermatome, crossing: 1.5)
    guard let entry = slice(position(ofSegment: Double(segment))) else { return tract }
    let top = slice(position(ofSegment: Double(segment) - 1.5)) ?? 0
    return min(tract, uncut[Int(side.rawValue)][min(top, entry)...entry].min() ?? 1)
  }

  private func position(ofSegment segment: Double) -> Double {
    let low = max(0, Int(segment.rounded(.down)))
    let high = min(low + 1, middle.count - 1)
    let part = max(0, segment) - Double(low)
    guard middle[low] >= 0, middle[high] < 1e8 else { return middle[low] }
    return (1 - part) * middle[low] + part * middle[high]
  }

  func slice(_ position: Double) -> Int? {
    guard position >= 0 else { return nil }
    return min(Int(min(position, 1e8)), conduction.sliceCount - 1)
  }

  static let reticulospinal: [Tract] = [
    .lateralReticulospinal, .ventrolateralReticulospinal, .ventralReticulospinal, .medialReticulospinal,
  ]
}
