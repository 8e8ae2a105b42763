import MyelonFields

extension CordModel {
  /// Voxelises a window of a parametric cord.
  ///
  /// Each voxel is sampled on rows and columns of sub-voxels (4 by 4, or 8 by 8 where voxels are wide), one
  /// depth a slice; a sub-voxel cut by the outline counts with the length inside. The window is clipped to the
  /// cord and its length rounded to whole slices, with a margin of at least one voxel around the widest section.
  ///
  /// - Parameters:
  ///   - anatomy: the cord.
  ///   - start: rostral end of the window, mm from the rostral end of C1.
  ///   - end: caudal end of the window, mm.
  ///   - spacing: edge of the cubic voxels, mm.
  ///   - bundlePitch: distance between fibre bundles, mm; nil takes the voxel edge, but at most a twentieth of
  ///     the lateral diameter, so that coarse models keep the tracts apart.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Throws: `AnatomyError`.
  public init(
    anatomy: CordAnatomy, from start: Double, to end: Double, spacing: Double, bundlePitch: Double? = nil,
    executor: SlabExecutor = SlabExecutor(threads: 1)
  ) throws(AnatomyError) {
    let window = try SectionWindow(anatomy: anatomy, from: start, to: end, spacing: spacing)
    let grid = window.grid
    var voxels = VoxelArrays(grid)
    voxels.fill(slices: grid.nz, executor: executor) { slice, output in
      var sampler = SliceSampler(grid: grid, section: window.sections[slice])
      sampler.fill(slice, output)
    }
    let reference = window.sections[grid.nz / 2]
    let pitch = bundlePitch ?? min(spacing, reference.lateral / 20)
    let seeds = BundleSeeds(section: reference, pitch: pitch, anatomy: anatomy)
    let frames = window.sections.map { SliceFrame(section: $0) }
    let bundles = FibreBundles(
      seeds: seeds, frames: frames, grid: grid, tractCode: voxels.tract, executor: executor)
    self.init(
      species: anatomy.species, segmentNames: anatomy.segments.map(\.name), grid: grid,
      cordFraction: voxels.cord,
      greyFraction: voxels.grey, regionCode: voxels.region, tractCode: voxels.tract,
      segmentOfSlice: window.sections.map(\.segmentIndex), bundles: bundles)
  }
}
