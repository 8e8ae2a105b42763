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
    var cord = [Float](repeating: 0, count: grid.count)
    var grey = [Float](repeating: 0, count: grid.count)
    var region = [UInt8](repeating: RegionCode.outside.rawValue, count: grid.count)
    var tract = region
    cord.withUnsafeMutableBufferPointer { cord in
      grey.withUnsafeMutableBufferPointer { grey in
        region.withUnsafeMutableBufferPointer { region in
          tract.withUnsafeMutableBufferPointer { tract in
            let output = VoxelOutput(cord: cord, grey: grey, region: region, tract: tract)
            executor.run(slabs: grid.nz) { slice in
              var sampler = SliceSampler(grid: grid, section: window.sections[slice])
              sampler.fill(slice, output)
            }
          }
        }
      }
    }
    let reference = window.sections[grid.nz / 2]
    let pitch = bundlePitch ?? min(spacing, reference.lateral / 20)
    let seeds = BundleSeeds(section: reference, pitch: pitch, anatomy: anatomy)
    let frames = window.sections.map { SliceFrame(section: $0) }
    let bundles = FibreBundles(
      seeds: seeds, frames: frames, grid: grid, tractCode: tract, executor: executor)
    self.init(
      species: anatomy.species, segmentNames: anatomy.segments.map(\.name), grid: grid, cordFraction: cord,
      greyFraction: grey, regionCode: region, tractCode: tract,
      segmentOfSlice: window.sections.map(\.segmentIndex), bundles: bundles)
  }
}

/// The sections and the grid of a window.
struct SectionWindow {
  let sections: [CrossSection]
  let grid: VoxelGrid

  init(anatomy: CordAnatomy, from start: Double, to end: Double, spacing: Double) throws(AnatomyError) {
    guard start.isFinite, end.isFinite, end > start else { throw .emptyWindow(start: start, end: end) }
    guard end > 0, start < anatomy.length else {
      throw .windowOutsideCord(start: start, end: end, cordLength: anatomy.length)
    }
    let largest = 0.5 * (anatomy.segments.map(\.lateral).max() ?? 0)
    guard spacing.isFinite, spacing > 0, spacing <= largest else {
      throw .unusableSpacing(spacing: spacing, largest: largest)
    }
    let first = max(0, start)
    let slices = max(1, ((min(end, anatomy.length) - first) / spacing).rounded())
    let across = 2 * largest / spacing + 4
    guard slices * across * across <= Double(CordModel.voxelLimit) else {
      throw .tooManyVoxels(needed: slices * across * across, limit: CordModel.voxelLimit)
    }
    sections = (0..<Int(slices)).map { anatomy.crossSection(atZ: first + (Double($0) + 0.5) * spacing) }
    let halfLateral = (sections.map(\.lateral).max() ?? 0) / 2
    let halfDepth = (sections.map(\.anteroposterior).max() ?? 0) / 2
    let nx = 2 * (Int((halfLateral / spacing).rounded(.up)) + 1)
    let ny = 2 * (Int((halfDepth / spacing).rounded(.up)) + 1)
    grid = VoxelGrid(
      nx: nx, ny: ny, nz: Int(slices), spacing: SIMD3(repeating: spacing),
      origin: SIMD3(-0.5 * Double(nx - 1), -0.5 * Double(ny - 1), 0.5) * spacing + SIMD3(0, 0, first))
  }
}

/// Where a slice's results go: the arrays of the whole model.
struct VoxelOutput {
  let cord: UnsafeMutableBufferPointer<Float>
  let grey: UnsafeMutableBufferPointer<Float>
  let region: UnsafeMutableBufferPointer<UInt8>
  let tract: UnsafeMutableBufferPointer<UInt8>
}
