import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension GrowthEnvironment {
  /// Direction and strength with which grey matter, were it denervated, attracts in each row.
  ///
  /// The gradient, in the section, of the grey matter smoothed over `range`, over itself plus a tenth of its value where
  /// it is even (1 / range): a unit vector near grey matter, fading a few ranges away and inside it.
  static func greyDirections(cord: CordModel, voxelOf: [Int32], range: Double) -> [SIMD2<Float>] {
    var smoothed = zip(cord.greyFraction, cord.cordFraction).map { $0 * $1 }
    let grid = cord.grid
    ExponentialSmoothing(grid: grid, range: range).apply(&smoothed, alongZ: false)
    let half = 0.1 / Float(range)
    return voxelOf.map { voxel in
      let voxel = Int(voxel)
      let x = voxel % grid.nx
      let y = voxel / grid.nx % grid.ny
      guard x > 0, y > 0, x < grid.nx - 1, y < grid.ny - 1 else { return .zero }
      let gradient = SIMD2<Float>(
        (smoothed[voxel + 1] - smoothed[voxel - 1]) / Float(2 * grid.spacing.x),
        (smoothed[voxel + grid.nx] - smoothed[voxel - grid.nx]) / Float(2 * grid.spacing.y))
      let size = (gradient * gradient).sum().squareRoot()
      return gradient / (size + half)
    }
  }

  /// Denervation of each side of each slice: `1 - Σ w connected / Σ w` over its white matter.
  func updateDenervation(_ state: TissueState) {
    let connected = state.values(.connected)
    let grid = cord.grid
    for slice in 0..<grid.nz {
      var kept = SIMD2<Double>.zero
      var all = SIMD2<Double>.zero
      for line in 0..<grid.ny {
        let first = (slice * grid.ny + line) * grid.nx
        for column in 0..<grid.nx {
          let white = Double(cord.whiteFraction(first + column))
          guard white > 0 else { continue }
          let side = column < grid.nx / 2 ? 0 : 1
          kept[side] += white * Double(connected[first + column])
          all[side] += white
        }
      }
      for side in 0..<2 {
        denervation[side][slice] = all[side] > 0 ? Float(min(1, max(0, 1 - kept[side] / all[side]))) : 0
      }
    }
  }
}
