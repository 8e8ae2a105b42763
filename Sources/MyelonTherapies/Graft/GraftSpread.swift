import MyelonFields

/// Density of cells spread over the distance that what they release goes, in a box around them.
///
/// Along each axis in turn the density is folded with `exp(-|s| / L)`, made by one recursive pass forwards and one
/// backwards; beyond the box, at least three L from the cells, it counts as zero. Folding keeps the sum, but for what
/// leaves the box or falls outside the cord: the fluid washes that away.
struct GraftSpread {
  private let grid: VoxelGrid
  private let low: (x: Int, y: Int, z: Int)
  private let size: (x: Int, y: Int, z: Int)
  private let decay: SIMD3<Float>
  private var values: [Float]

  init(grid: VoxelGrid, voxels: [Int32], reach: Double) {
    self.grid = grid
    var least = SIMD3<Int>(grid.nx, grid.ny, grid.nz)
    var most = SIMD3<Int>(-1, -1, -1)
    for voxel in voxels {
      let place = SIMD3(
        Int(voxel) % grid.nx, Int(voxel) / grid.nx % grid.ny, Int(voxel) / (grid.nx * grid.ny))
      least = pointwiseMin(least, place)
      most = pointwiseMax(most, place)
    }
    let margin = SIMD3<Int>(
      Int((3 * reach / grid.spacing.x).rounded(.up)), Int((3 * reach / grid.spacing.y).rounded(.up)),
      Int((3 * reach / grid.spacing.z).rounded(.up)))
    least = pointwiseMax(least &- margin, SIMD3(0, 0, 0))
    most = pointwiseMin(most &+ margin, SIMD3(grid.nx - 1, grid.ny - 1, grid.nz - 1))
    low = (least.x, least.y, least.z)
    size = (max(most.x - least.x + 1, 0), max(most.y - least.y + 1, 0), max(most.z - least.z + 1, 0))
    // The discrete exponential whose variance is that of the continuous one: 2 a / (1 - a)² = 2 (L / h)².
    decay = SIMD3(
      Self.decay(reach / grid.spacing.x), Self.decay(reach / grid.spacing.y),
      Self.decay(reach / grid.spacing.z))
    values = [Float](repeating: 0, count: size.x * size.y * size.z)
  }

  private static func decay(_ ratio: Double) -> Float {
    let square = ratio * ratio
    guard square > 1e-9 else { return 0 }
    let b = 1 + 1 / (2 * square)
    return Float(b - (b * b - 1).squareRoot())
  }

  mutating func add(_ voxel: Int, _ density: Float) {
    let x = voxel % grid.nx - low.x
    let y = voxel / grid.nx % grid.ny - low.y
    let z = voxel / (grid.nx * grid.ny) - low.z
    values[(z * size.y + y) * size.x + x] += density
  }

  mutating func smooth() {
    let (nx, ny, nz) = size
    let decay = decay
    values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      for line in 0..<ny * nz { Self.fold(base + line * nx, count: nx, stride: 1, decay: decay.x) }
      for z in 0..<nz {
        for x in 0..<nx { Self.fold(base + z * ny * nx + x, count: ny, stride: nx, decay: decay.y) }
      }
      for line in 0..<nx * ny { Self.fold(base + line, count: nz, stride: nx * ny, decay: decay.z) }
    }
  }

  /// `y_i = (1 - a) / (1 + a) Σ_j a^|i - j| x_j`, in place: the forward sum is kept, the backward sum is added.
  private static func fold(_ line: UnsafeMutablePointer<Float>, count: Int, stride: Int, decay: Float) {
    let scale = (1 - decay) / (1 + decay)
    var forward: Float = 0
    for index in 0..<count {
      forward = line[index &* stride] + decay * forward
      line[index &* stride] = forward
    }
    var backward: Float = 0
    for index in Swift.stride(from: count - 1, through: 0, by: -1) {
      let sum = line[index &* stride]
      let own = index > 0 ? sum - decay * line[(index &- 1) &* stride] : sum
      line[index &* stride] = scale * (sum + backward)
      backward = decay * (own + backward)
    }
  }

  func forEach(_ body: (_ voxel: Int, _ density: Float) -> Void) {
    for z in 0..<size.z {
      for y in 0..<size.y {
        for x in 0..<size.x {
          body(grid.index(x + low.x, y + low.y, z + low.z), values[(z * size.y + y) * size.x + x])
        }
      }
    }
  }
}
