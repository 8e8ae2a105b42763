import MyelonFields

/// The potential of a montage on a grid of cubes round the cord.
public struct PotentialMap: Sendable, Hashable {
  /// Name of the montage.
  public let montage: String
  /// The grid.
  public let grid: VoxelGrid
  /// Potential at the middle of every voxel, mV for an amplitude of 1 mA, x fastest.
  public let values: [Float]

  /// Samples a field.
  ///
  /// - Parameters:
  ///   - montage: name of the montage.
  ///   - grid: the grid.
  ///   - executor: threads.
  ///   - potential: potential at a point in mm, mV for 1 mA.
  init(
    montage: String, grid: VoxelGrid, executor: SlabExecutor, potential: (SIMD3<Double>) -> Double
  ) {
    self.montage = montage
    self.grid = grid
    var values = [Float](repeating: 0, count: grid.count)
    values.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      executor.run(slabs: grid.nz) { k in
        for j in 0..<grid.ny {
          for i in 0..<grid.nx {
            let point =
              grid.origin + grid.spacing * SIMD3(Double(i), Double(j), Double(k))
            buffer[grid.index(i, j, k)] = Float(potential(point))
          }
        }
      }
    }
    self.values = values
  }
}
