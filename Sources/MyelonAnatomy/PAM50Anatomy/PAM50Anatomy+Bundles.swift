import MyelonFields

extension PAM50Anatomy {
  /// Bundles made in the middle slice of a grid and traced through it.
  func bundles(on grid: VoxelGrid, slices: [Int], tractCode: [UInt8], executor: SlabExecutor) -> FibreBundles
  {
    let reference = slices[grid.nz / 2]
    let frames = slices.map { frame(ofSlice: $0) }
    let pitch = min(grid.spacing.x, Double(frames[grid.nz / 2].halfLateral) / 10)
    var samples: [Side: [BundleSample]] = [:]
    for side in Side.allCases { samples[side] = self.samples(slice: reference, side: side) }
    let seeds = BundleSeeds(
      samples: samples, pitch: pitch, species: .human, segment: max(0, levels[reference]),
      names: HumanCord.segments.map(\.name))
    return FibreBundles(seeds: seeds, frames: frames, grid: grid, tractCode: tractCode, executor: executor)
  }

  /// Half-diameters and middle of the cord in a template slice, from the box around its mask.
  func frame(ofSlice slice: Int) -> SliceFrame {
    var low = SIMD2(Int.max, Int.max)
    var high = SIMD2(-1, -1)
    for row in 0..<size.y {
      for column in 0..<size.x where cord[(slice * size.y + row) * size.x + column] > 0 {
        low = SIMD2(min(low.x, column), min(low.y, row))
        high = SIMD2(max(high.x, column), max(high.y, row))
      }
    }
    guard high.x >= 0 else {
      return SliceFrame(
        halfLateral: Float(spacing.x), halfDepth: Float(spacing.y), centreX: 0, centreY: 0)
    }
    let centreRow = 0.5 * Double(low.y + high.y) - middleRow[slice]
    return SliceFrame(
      halfLateral: Float(0.5 * Double(high.x - low.x + 1) * spacing.x),
      halfDepth: Float(0.5 * Double(high.y - low.y + 1) * spacing.y),
      centreX: Float(firstX + 0.5 * Double(low.x + high.x) * spacing.x),
      centreY: Float(centreRow * spacing.y))
  }

  /// White matter of one side of a slice: each voxel under its tracts with a probability of at least 0.3, and
  /// under a tract that reaches this nowhere where that tract is most probable.
  private func samples(slice: Int, side: Side) -> [BundleSample] {
    let frame = frame(ofSlice: slice)
    let plane = size.x * size.y
    var samples: [BundleSample] = []
    for tract in Tract.allCases {
      let map = regions[Int(RegionCode(tract, side).rawValue)]
      guard !map.isEmpty else { continue }
      let values = map[(slice * plane)..<((slice + 1) * plane)]
      guard let highest = values.max(), highest > 0 else { continue }
      // 77 / 255 is 0.3.
      let threshold = min(highest, 77)
      for (offset, value) in values.enumerated() where value >= threshold {
        guard cord[slice * plane + offset] > 0 else { continue }
        samples.append(
          sample(
            column: offset % size.x, row: offset / size.x, slice: slice, tract: tract, side: side,
            weight: Float(value), frame: frame))
      }
    }
    return samples
  }

  private func sample(
    column: Int, row: Int, slice: Int, tract: Tract, side: Side, weight: Float, frame: SliceFrame
  ) -> BundleSample {
    let x = Float(firstX + Double(column) * spacing.x)
    let y = Float((Double(row) - middleRow[slice]) * spacing.y)
    let lateral = max(0, (x - frame.centreX) * side.sign)
    let u = lateral / frame.halfLateral
    let v = (y - frame.centreY) / frame.halfDepth
    return BundleSample(
      lateral: lateral, dorsal: y - frame.centreY, u: u, v: v, tract: Int(tract.rawValue), weight: weight,
      radius: (u * u + v * v).squareRoot())
  }
}
