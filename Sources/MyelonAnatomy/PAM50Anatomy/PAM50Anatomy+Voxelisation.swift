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
    let start = grid.origin.z - 0.5 * grid.spacing.z
    let end = start + Double(grid.nz) * grid.spacing.z
    guard start > -0.5 * spacing.z, end < coveredTo + 0.5 * grid.spacing.z + spacing.z else {
      throw .windowBeyondAtlas(start: start, end: end, coveredTo: coveredTo)
    }
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
              var sampler = PAM50Sampler(template: self, grid: grid)
              sampler.fill(slice, output)
            }
          }
        }
      }
    }
    let slices = (0..<grid.nz).map { templateSlice(atZ: grid.origin.z + Double($0) * grid.spacing.z) }
    let bundles = bundles(on: grid, slices: slices, tractCode: tract, executor: executor)
    return CordModel(
      species: .human, segmentNames: HumanCord.segments.map(\.name), grid: grid, cordFraction: cord,
      greyFraction: grey, regionCode: region, tractCode: tract,
      segmentOfSlice: slices.map { max(0, levels[$0]) }, bundles: bundles)
  }

  /// Template slice that holds position `z`, mm, held at the ends.
  func templateSlice(atZ z: Double) -> Int {
    min(max(Int((z / spacing.z).rounded(.down)), 0), size.z - 1)
  }
}

/// Fills slices of a model from the template.
struct PAM50Sampler {
  private let template: PAM50Anatomy
  private let grid: VoxelGrid
  private let codes: [Int]
  private var weights: [Float]

  init(template: PAM50Anatomy, grid: VoxelGrid) {
    self.template = template
    self.grid = grid
    codes = template.regions.indices.filter { !template.regions[$0].isEmpty }
    weights = [Float](repeating: 0, count: template.regions.count)
  }

  /// Samples slice `slice` and writes its voxels.
  mutating func fill(_ slice: Int, _ output: VoxelOutput) {
    for y in 0..<grid.ny {
      for x in 0..<grid.nx { fill(x, y, slice, output) }
    }
  }

  private mutating func fill(_ x: Int, _ y: Int, _ slice: Int, _ output: VoxelOutput) {
    let across = max(2, Int((grid.spacing.x / 0.25).rounded(.up)))
    let along = max(1, Int((grid.spacing.z / 0.5).rounded(.up)))
    var mask: Float = 0
    var grey: Float = 0
    var white: Float = 0
    var isTouched = false
    for k in 0..<along {
      let z = grid.origin.z + (Double(slice) + (Double(k) + 0.5) / Double(along) - 0.5) * grid.spacing.z
      let level = template.templateSlice(atZ: z)
      for j in 0..<across {
        let depth = grid.origin.y + (Double(y) + (Double(j) + 0.5) / Double(across) - 0.5) * grid.spacing.y
        let row = Int((depth / template.spacing.y + template.middleRow[level]).rounded())
        guard row >= 0, row < template.size.y else { continue }
        for i in 0..<across {
          let lateral =
            grid.origin.x + (Double(x) + (Double(i) + 0.5) / Double(across) - 0.5) * grid.spacing.x
          let column = Int(((lateral - template.firstX) / template.spacing.x).rounded())
          guard column >= 0, column < template.size.x else { continue }
          let voxel = (level * template.size.y + row) * template.size.x + column
          guard template.cord[voxel] > 0 else { continue }
          if !isTouched { clearWeights() }
          isTouched = true
          mask += 1
          grey += Float(template.grey[voxel])
          white += Float(template.white[voxel])
          for code in codes { weights[code] += Float(template.regions[code][voxel]) }
        }
      }
    }
    guard mask > 0 else { return }
    let voxel = grid.index(x, y, slice)
    let side: UInt8 = 2 * x < grid.nx ? Side.right.rawValue : Side.left.rawValue
    let greyFraction = grey + white > 0 ? grey / (grey + white) : 0
    output.cord[voxel] = mask / Float(across * across * along)
    output.grey[voxel] = greyFraction
    let tract = largest(in: codes.filter { $0 < 34 }, side: side)
    let horn = largest(in: codes.filter { $0 >= 34 }, side: side)
    let tractCode = tract ?? 2 * Tract.propriospinal.rawValue + side
    output.region[voxel] = greyFraction >= 0.5 ? horn ?? tractCode : tractCode
    if greyFraction < 1 { output.tract[voxel] = tractCode }
  }

  private mutating func clearWeights() {
    for code in weights.indices { weights[code] = 0 }
  }

  /// Code of the region with most weight on a side; nil if none has any.
  private func largest(in codes: [Int], side: UInt8) -> UInt8? {
    var best: Int?
    for code in codes where UInt8(code & 1) == side && weights[code] > 0 {
      if let current = best, weights[current] >= weights[code] { continue }
      best = code
    }
    return best.map { UInt8($0) }
  }
}
