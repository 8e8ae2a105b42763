import MyelonFields

/// What the voxels of a cord hold, while they are filled.
struct VoxelArrays {
  private(set) var cord: [Float]
  private(set) var grey: [Float]
  private(set) var region: [UInt8]
  private(set) var tract: [UInt8]

  /// Voxels outside the cord.
  init(_ grid: VoxelGrid) {
    cord = [Float](repeating: 0, count: grid.count)
    grey = cord
    region = [UInt8](repeating: RegionCode.outside.rawValue, count: grid.count)
    tract = region
  }

  /// Fills the slices of the grid, several at once.
  mutating func fill(slices: Int, executor: SlabExecutor, _ slice: (Int, VoxelOutput) -> Void) {
    cord.withUnsafeMutableBufferPointer { cord in
      grey.withUnsafeMutableBufferPointer { grey in
        region.withUnsafeMutableBufferPointer { region in
          tract.withUnsafeMutableBufferPointer { tract in
            let output = VoxelOutput(cord: cord, grey: grey, region: region, tract: tract)
            executor.run(slabs: slices) { slice($0, output) }
          }
        }
      }
    }
  }
}
