import MyelonFields

/// Which rows the growth cones can read in a step: the others need not be worked out.
///
/// With few cones most voxels hold none, and working out their rows would cost more than all growing. A growing cone
/// reads the rows of the voxels that it can reach in the step, an arrested or connected one that of its own voxel; where
/// gradients are read, the levels of the neighbours are needed too, and those of the window's ends always.
struct GrowthNeed {
  /// Rows whose levels are needed, ascending; empty with `isAll`.
  private(set) var levels: [Int32] = []
  /// Rows whose guidance is needed, ascending; empty with `isAll`.
  private(set) var guidance: [Int32] = []
  /// True when all rows are worked out.
  private(set) var isAll = true

  private var flags: [UInt8] = []
  private static let levelsFlag: UInt8 = 1
  private static let seedFlag: UInt8 = 2
  private static let guidanceFlag: UInt8 = 4
  /// Share of the rows from which on all are worked out.
  ///
  /// Measured: finding the rows costs about a tenth of working them out.
  private static let allFrom = 0.7

  /// All rows are needed.
  mutating func takeAll() {
    isAll = true
    levels.removeAll(keepingCapacity: true)
    guidance.removeAll(keepingCapacity: true)
  }

  /// Finds the rows that are needed.
  ///
  /// - Parameters:
  ///   - cones: the growth cones.
  ///   - grid: grid of the cord.
  ///   - rowOf: row of each voxel, -1 without.
  ///   - rowCount: number of rows.
  ///   - reach: longest way of a growth cone in the step, mm.
  mutating func take(
    near cones: GrowthCones, grid: VoxelGrid, rowOf: [Int32], rowCount: Int, reach: Double
  ) {
    takeAll()
    if flags.count != grid.count { flags = [UInt8](repeating: 0, count: grid.count) }
    let radius = SIMD3(
      Int((reach / grid.spacing.x).rounded(.up)), Int((reach / grid.spacing.y).rounded(.up)),
      Int((reach / grid.spacing.z).rounded(.up)))
    flags.withUnsafeMutableBufferPointer { flags in
      flags.update(repeating: 0)
      Self.mark(near: cones, grid: grid, radius: radius, flags: flags)
      let plane = grid.nx * grid.ny
      for place in 0..<plane {
        flags[place] |= Self.levelsFlag
        flags[grid.count - 1 - place] |= Self.levelsFlag
      }
    }
    for (voxel, flag) in flags.enumerated() where flag != 0 {
      let row = rowOf[voxel]
      guard row >= 0 else { continue }
      levels.append(row)
      if flag & Self.guidanceFlag != 0 { guidance.append(row) }
    }
    isAll = Double(levels.count) > Self.allFrom * Double(rowCount)
  }

  private static func mark(
    near cones: GrowthCones, grid: VoxelGrid, radius: SIMD3<Int>, flags: UnsafeMutableBufferPointer<UInt8>
  ) {
    for slot in 0..<cones.count {
      let voxel = cones.voxel(slot)
      switch cones.state(slot) {
      case .growing:
        guard flags[voxel] & seedFlag == 0 else { continue }
        flags[voxel] |= seedFlag
        markReach(of: voxel, grid: grid, radius: radius, flags: flags)
      case .arrested, .connected: flags[voxel] |= levelsFlag
      default: break
      }
    }
  }

  /// Guidance within the radius, levels one voxel beyond it along each axis.
  private static func markReach(
    of voxel: Int, grid: VoxelGrid, radius: SIMD3<Int>, flags: UnsafeMutableBufferPointer<UInt8>
  ) {
    let (x, y, z) = (voxel % grid.nx, voxel / grid.nx % grid.ny, voxel / (grid.nx * grid.ny))
    let columns = max(0, x - radius.x - 1)...min(grid.nx - 1, x + radius.x + 1)
    let lines = max(0, y - radius.y - 1)...min(grid.ny - 1, y + radius.y + 1)
    for slice in max(0, z - radius.z - 1)...min(grid.nz - 1, z + radius.z + 1) {
      let isInner = abs(slice - z) <= radius.z
      for line in lines {
        let isInnerLine = isInner && abs(line - y) <= radius.y
        let first = grid.index(0, line, slice)
        for column in columns {
          let isNear = isInnerLine && abs(column - x) <= radius.x
          flags[first &+ column] |= isNear ? levelsFlag | guidanceFlag : levelsFlag
        }
      }
    }
  }
}
