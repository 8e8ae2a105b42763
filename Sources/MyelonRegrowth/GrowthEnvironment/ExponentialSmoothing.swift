import Foundation
import MyelonFields

/// Smooths a field with `exp(-|s| / range)` along each axis, normalised, by one recursion each way along every line.
///
/// Outside the grid there is nothing, so that what lies near an end loses a part of itself there.
struct ExponentialSmoothing {
  private let grid: VoxelGrid
  private let decay: SIMD3<Float>

  init(grid: VoxelGrid, range: Double) {
    self.grid = grid
    decay = SIMD3(
      Float(exp(-grid.spacing.x / range)), Float(exp(-grid.spacing.y / range)),
      Float(exp(-grid.spacing.z / range)))
  }

  /// Smooths along x and y, and along z unless the section only is wanted.
  func apply(_ field: inout [Float], alongZ: Bool) {
    let (nx, ny, nz) = (grid.nx, grid.ny, grid.nz)
    field.withUnsafeMutableBufferPointer { field in
      for line in 0..<ny * nz { smooth(field, first: line * nx, step: 1, count: nx, decay: decay.x) }
      for slice in 0..<nz {
        for column in 0..<nx {
          smooth(field, first: slice * nx * ny + column, step: nx, count: ny, decay: decay.y)
        }
      }
      guard alongZ else { return }
      for place in 0..<nx * ny { smooth(field, first: place, step: nx * ny, count: nz, decay: decay.z) }
    }
  }

  /// One line: the sum of the forward and the backward recursion less the value itself, over the kernel's sum.
  private func smooth(
    _ field: UnsafeMutableBufferPointer<Float>, first: Int, step: Int, count: Int, decay: Float
  ) {
    let scale = (1 - decay) / (1 + decay)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { forward in
      var sum: Float = 0
      for index in 0..<count {
        sum = sum * decay + field[first &+ index &* step]
        forward[index] = sum
      }
      sum = 0
      for index in stride(from: count - 1, through: 0, by: -1) {
        let place = first &+ index &* step
        let value = field[place]
        sum = sum * decay + value
        field[place] = (forward[index] + sum - value) * scale
      }
    }
  }
}
