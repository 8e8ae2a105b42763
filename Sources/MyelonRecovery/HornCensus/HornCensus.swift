import MyelonAnatomy
import MyelonFields
import MyelonLesion

/// Counts the neurons left in the ventral and dorsal half of the grey matter, per segment and side.
struct HornCensus {
  /// Share of neurons left in the ventral half, `[segment][side]`; 1 where the window holds none of the segment.
  private(set) var ventral: [[Double]]
  /// The same for the dorsal half.
  private(set) var dorsal: [[Double]]

  init(_ model: LesionModel) {
    let cord = model.cord
    let grid = cord.grid
    let frame = SectionFrame(cord)
    let neurons = model.state.values(.neurons)
    let count = cord.segmentNames.count
    var left = [[SIMD2<Double>]](repeating: [.zero, .zero, .zero, .zero], count: count)
    for z in 0..<grid.nz {
      let segment = cord.segmentOfSlice[z]
      for y in 0..<grid.ny {
        let isDorsal = Double(y) > frame.centreY[z]
        for x in 0..<grid.nx {
          let index = grid.index(x, y, z)
          let grey = Double(cord.cordFraction[index] * cord.greyFraction[index])
          guard grey > 0 else { continue }
          // Right is -x.
          let side = Double(x) < frame.centreX[z] ? 0 : 1
          left[segment][(isDorsal ? 2 : 0) + side] += SIMD2(grey * Double(neurons[index]), grey)
        }
      }
    }
    func share(_ sum: SIMD2<Double>) -> Double { sum.y > 0 ? min(1, sum.x / sum.y) : 1 }
    ventral = left.map { [share($0[0]), share($0[1])] }
    dorsal = left.map { [share($0[2]), share($0[3])] }
  }
}
