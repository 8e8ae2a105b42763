import MyelonFields

/// Fills one slice of a model from a cross-section, both halves at once.
struct SliceSampler {
  private let grid: VoxelGrid
  private let section: CrossSection
  private var kernel: SectionKernel
  /// Sub-voxels along x and y of a voxel.
  private let divisions: Int
  private var labels: [UInt8]
  /// Area of each region in each voxel of a row of the left half, in sub-voxels.
  private var areas: [Float]

  init(grid: VoxelGrid, section: CrossSection) {
    self.grid = grid
    self.section = section
    kernel = SectionKernel(section.partition)
    divisions = grid.spacing.x * 24 > section.lateral ? 8 : 4
    labels = [UInt8](repeating: 0, count: SectionKernel.padded(grid.nx / 2 * divisions))
    areas = [Float](repeating: 0, count: grid.nx / 2 * RegionKey.count)
  }

  /// Samples slice `slice` and writes its voxels.
  mutating func fill(_ slice: Int, _ output: VoxelOutput) {
    for y in 0..<grid.ny where sampleRow(y) {
      emitRow(base: grid.index(0, y, slice), output)
    }
  }

  /// Adds up the sub-voxels of row `y`; returns whether any lies inside.
  private mutating func sampleRow(_ y: Int) -> Bool {
    let step = grid.spacing.x / Double(divisions)
    let halfLateral = section.lateral / 2
    let halfDepth = section.anteroposterior / 2
    let low = grid.origin.y + (Double(y) - 0.5) * grid.spacing.y
    var isEmpty = true
    for row in 0..<divisions {
      let depth = low + (Double(row) + 0.5) * step
      let v = depth / halfDepth
      let reach = section.outline.halfWidth(atDorsal: v) * halfLateral / step
      let count = min(Int(reach.rounded(.up)), grid.nx / 2 * divisions)
      guard count > 0 else { continue }
      if isEmpty { clearAreas() }
      isEmpty = false
      let pitch = Float(step / halfLateral)
      labels.withUnsafeMutableBufferPointer { labels in
        kernel.labelRow(dorsal: Float(v), first: 0.5 * pitch, pitch: pitch, count: count, into: labels)
      }
      addRow(count: count, lastPart: Float(reach - Double(count - 1)))
    }
    return !isEmpty
  }

  private mutating func clearAreas() {
    areas.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  private mutating func addRow(count: Int, lastPart: Float) {
    let divisions = divisions
    areas.withUnsafeMutableBufferPointer { areas in
      labels.withUnsafeBufferPointer { labels in
        var column = 0
        var voxel = 0
        while column < count {
          let end = min(column &+ divisions, count)
          while column < end {
            let part: Float = column &+ 1 == count ? lastPart : 1
            areas[voxel &+ Int(labels[column])] += part
            column &+= 1
          }
          voxel &+= RegionKey.count
        }
      }
    }
  }

  /// Writes the voxels of a row and their mirror images.
  private func emitRow(base: Int, _ output: VoxelOutput) {
    let half = grid.nx / 2
    let whole = Float(divisions * divisions)
    areas.withUnsafeBufferPointer { areas in
      for column in 0..<half {
        let first = column &* RegionKey.count
        var white: Float = 0
        var grey: Float = 0
        var bestTract = 0
        var bestGrey = RegionKey.firstGrey
        for region in 0..<RegionKey.firstGrey {
          white += areas[first &+ region]
          if areas[first &+ region] > areas[first &+ bestTract] { bestTract = region }
        }
        for region in RegionKey.firstGrey..<RegionKey.count {
          grey += areas[first &+ region]
          if areas[first &+ region] > areas[first &+ bestGrey] { bestGrey = region }
        }
        guard white + grey > 0 else { continue }
        let dominant = grey >= white ? bestGrey : bestTract
        for side in Side.allCases {
          let voxel = side == .left ? base &+ half &+ column : base &+ half &- 1 &- column
          output.cord[voxel] = min(1, (white + grey) / whole)
          output.grey[voxel] = grey / (white + grey)
          output.region[voxel] = UInt8(truncatingIfNeeded: 2 &* dominant) &+ side.rawValue
          if white > 0 {
            output.tract[voxel] = UInt8(truncatingIfNeeded: 2 &* bestTract) &+ side.rawValue
          }
        }
      }
    }
  }
}
