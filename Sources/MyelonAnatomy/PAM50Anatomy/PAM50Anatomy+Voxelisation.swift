import MyelonFields

extension PAM50Anatomy {
  /// Voxelises a window of the template.
  ///
  /// - Parameters:
  ///   - start: rostral end of the window, mm from the rostral end of C1.
  ///   - end: caudal end of the window, mm.
  ///   - spacing: edge of the cubic voxels, mm.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the model; regions are taken as by `cordModel(on:executor:)`.
  /// - Throws: `AnatomyError`.
  public func cordModel(
    from start: Double, to end: Double, spacing: Double, executor: SlabExecutor = SlabExecutor(threads: 1)
  ) throws(AnatomyError) -> CordModel {
    guard start.isFinite, end.isFinite, end > start else { throw .emptyWindow(start: start, end: end) }
    let width = Double(size.x) * self.spacing.x
    let depth = Double(size.y) * self.spacing.y
    guard spacing.isFinite, spacing > 0, spacing <= 0.5 * width else {
      throw .unusableSpacing(spacing: spacing, largest: 0.5 * width)
    }
    let first = max(0, start)
    let slices = max(1, ((min(end, coveredTo) - first) / spacing).rounded())
    guard end <= coveredTo + 0.5 * spacing, end > 0 else {
      throw .windowBeyondAtlas(start: start, end: end, coveredTo: coveredTo)
    }
    let needed = slices * (width / spacing + 4) * (depth / spacing + 4)
    guard needed <= Double(CordModel.voxelLimit) else {
      throw .tooManyVoxels(needed: needed, limit: CordModel.voxelLimit)
    }
    let nx = 2 * (Int((0.5 * width / spacing).rounded(.up)) + 1)
    let ny = 2 * (Int((0.5 * depth / spacing).rounded(.up)) + 1)
    let grid = VoxelGrid(
      nx: nx, ny: ny, nz: Int(slices), spacing: SIMD3(repeating: spacing),
      origin: SIMD3(-0.5 * Double(nx - 1), -0.5 * Double(ny - 1), 0.5) * spacing + SIMD3(0, 0, first))
    return try cordModel(on: grid, executor: executor)
  }

  /// Voxelises the template on a given grid, such as that of a parametric model.
  ///
  /// Each voxel averages sub-voxels of at most 0.25 mm across and 0.5 mm along the cord, each with the values of
  /// the template voxel around it. The grey fraction is that of the template's grey and white maps. The dominant
  /// region is the largest atlas region of the voxel; cord that the atlas does not name is propriospinal.
  ///
  /// - Parameters:
  ///   - grid: voxels with an even number of columns symmetric about x = 0.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the model.
  /// - Throws: `AnatomyError.windowBeyondAtlas` if a slice lies where the atlas names no tracts.
  public func cordModel(
    on grid: VoxelGrid, executor: SlabExecutor = SlabExecutor(threads: 1)
  ) throws(AnatomyError) -> CordModel {
    precondition(grid.nx % 2 == 0, "An even number of columns is needed, symmetric about x = 0: \(grid.nx)")
    let start = grid.origin.z - 0.5 * grid.spacing.z
    let end = start + Double(grid.nz) * grid.spacing.z
    guard start > -0.5 * spacing.z, end < coveredTo + 0.5 * grid.spacing.z + spacing.z else {
      throw .windowBeyondAtlas(start: start, end: end, coveredTo: coveredTo)
    }
    var voxels = VoxelArrays(grid)
    voxels.fill(slices: grid.nz, executor: executor) { slice, output in
      var sampler = PAM50Sampler(template: self, grid: grid)
      sampler.fill(slice, output)
    }
    let slices = (0..<grid.nz).map { templateSlice(atZ: grid.origin.z + Double($0) * grid.spacing.z) }
    let bundles = bundles(on: grid, slices: slices, tractCode: voxels.tract, executor: executor)
    return CordModel(
      species: .human, segmentNames: HumanCord.segments.map(\.name), grid: grid, cordFraction: voxels.cord,
      greyFraction: voxels.grey, regionCode: voxels.region, tractCode: voxels.tract,
      segmentOfSlice: slices.map { max(0, levels[$0]) }, bundles: bundles)
  }

  /// Template slice that holds position `z`, mm, held at the ends.
  func templateSlice(atZ z: Double) -> Int {
    min(max(Int((z / spacing.z).rounded(.down)), 0), size.z - 1)
  }
}
