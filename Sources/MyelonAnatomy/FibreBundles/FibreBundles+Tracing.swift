import MyelonFields

extension FibreBundles {
  /// Traces bundles through the slices of a grid.
  init(
    seeds: BundleSeeds, frames: [SliceFrame], grid: VoxelGrid, tractCode: [UInt8], executor: SlabExecutor
  ) {
    let tracer = BundleTracer(grid: grid, seeds: seeds)
    var voxel = [Int32](repeating: 0, count: seeds.tract.count * grid.nz)
    voxel.withUnsafeMutableBufferPointer { voxel in
      tractCode.withUnsafeBufferPointer { codes in
        executor.run(slabs: grid.nz) { slice in
          tracer.trace(slice, frame: frames[slice], codes: codes, into: voxel)
        }
      }
    }
    self.init(seeds: seeds, voxel: voxel, sliceCount: grid.nz)
  }
}
