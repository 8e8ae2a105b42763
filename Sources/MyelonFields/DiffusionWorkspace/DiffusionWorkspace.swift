/// Scratch memory of the diffusion solvers, allocated once and used again in every step.
///
/// Each worker thread has its own part. A workspace serves one call of a solver at a time.
final class DiffusionWorkspace {
  /// One worker's part.
  struct Scratch {
    /// For `LineKernel`.
    let rows: UnsafeMutablePointer<Float>
    /// A group of 32 rows in lane order.
    let lanes: UnsafeMutablePointer<Float>
    /// Faces of a whole slice in lane order, group after group.
    let faces: UnsafeMutablePointer<Float>
    /// Capacities of a whole slice in lane order, group after group.
    let capacities: UnsafeMutablePointer<Float>
  }

  private let rowCount: Int
  private let laneCount: Int
  private let patternCount: Int
  private let voxelCount: Int
  private var blocks: [UnsafeMutablePointer<Float>] = []
  private var voxelWeights: UnsafeMutablePointer<Float>?

  /// Makes a workspace for a grid; `holdsPattern` asks for room for a slice of faces and capacities.
  init(grid: VoxelGrid, holdsPattern: Bool) {
    let groups = (grid.ny + RowTransposition.rows - 1) / RowTransposition.rows
    // Multiples of 16 floats keep every part on a cache line of its own.
    let panel = min(ActiveRegion.panelColumns, grid.nx * grid.ny) * (grid.nz + 1)
    let group = (LineKernel.laneCount + 1) * max(grid.nx, grid.ny, grid.nz)
    rowCount = holdsPattern ? Self.rounded(max(panel, group)) : 0
    laneCount = Self.rounded(grid.nx * RowTransposition.rows)
    patternCount = holdsPattern ? laneCount * groups : 0
    voxelCount = grid.count
  }

  deinit {
    for block in blocks { block.deallocate() }
    voxelWeights?.deallocate()
  }

  /// Makes sure that `workers` workers have scratch; allocates only when there are more than ever before.
  func reserve(workers: Int) {
    while blocks.count < workers {
      blocks.append(Self.allocate(rowCount + laneCount + 2 * patternCount))
    }
  }

  /// The scratch of worker `worker`, which must have been reserved.
  func scratch(_ worker: Int) -> Scratch {
    let base = blocks[worker]
    return Scratch(
      rows: base, lanes: base + rowCount, faces: base + (rowCount + laneCount),
      capacities: base + (rowCount + laneCount + patternCount))
  }

  /// One number a voxel for capacities weighted by a decay that varies in space; allocated on first use.
  func weights() -> UnsafeMutablePointer<Float> {
    if let voxelWeights { return voxelWeights }
    let made = Self.allocate(voxelCount)
    voxelWeights = made
    return made
  }

  private static func rounded(_ count: Int) -> Int { (count + 15) & ~15 }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
    let floats = raw.bindMemory(to: Float.self, capacity: count)
    floats.initialize(repeating: 0, count: count)
    return floats
  }
}
