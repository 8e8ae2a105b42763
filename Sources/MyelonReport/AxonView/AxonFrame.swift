import MyelonFields
import MyelonSimulation

/// The part of the cord that pictures of axons show; the same for all arms of a run.
struct AxonFrame {
  let grid: VoxelGrid
  /// Columns, rows and slices that are shown.
  let columns: ClosedRange<Int>
  let rows: ClosedRange<Int>
  let slices: ClosedRange<Int>

  /// Edges of what is shown, mm in cord coordinates.
  var low: SIMD3<Double> {
    edge(SIMD3(Double(columns.lowerBound), Double(rows.lowerBound), Double(slices.lowerBound)) - 0.5)
  }
  var high: SIMD3<Double> {
    edge(SIMD3(Double(columns.upperBound), Double(rows.upperBound), Double(slices.upperBound)) + 0.5)
  }
  private func edge(_ voxel: SIMD3<Double>) -> SIMD3<Double> { grid.origin + voxel * grid.spacing }
  var size: SIMD3<Double> { high - low }
  var centre: SIMD3<Double> { (low + high) / 2 }

  /// The whole window.
  init(whole grid: VoxelGrid) {
    self.grid = grid
    columns = 0...max(0, grid.nx - 1)
    rows = 0...max(0, grid.ny - 1)
    slices = 0...max(0, grid.nz - 1)
  }

  /// Chooses the columns and rows that hold cord, and the slices that hold any axon or lesion, with a margin of half
  /// the cord's depth.
  ///
  /// - Parameters:
  ///   - grid: grid of the run.
  ///   - cord: the cord's part of each voxel; nil takes all columns and rows.
  ///   - axons: all axons that are shown.
  ///   - lesions: places along the cord with lesion, mm.
  ///   - epicentres: of the arms, mm.
  init(grid: VoxelGrid, cord: VolumeFile?, axons: [AxonLine], lesions: [Double], epicentres: [Double]) {
    self.grid = grid
    (columns, rows) = Self.section(grid, cord: cord)
    let depth = Double(rows.count) * grid.spacing.y
    var places = axons.flatMap { $0.path.map { Double($0.z) } } + lesions
    // Three depths around the epicentre at least, so that a short lesion without axons is seen in its place.
    places += epicentres.flatMap { [$0 - 1.5 * depth, $0 + 1.5 * depth] }
    let finite = places.filter(\.isFinite)
    func slice(_ z: Double) -> Int {
      Int(min(max((z - grid.origin.z) / grid.spacing.z, 0), Double(grid.nz - 1)).rounded())
    }
    let first = slice((finite.min() ?? -.greatestFiniteMagnitude) - depth / 2)
    let last = slice((finite.max() ?? .greatestFiniteMagnitude) + depth / 2)
    slices = min(first, last)...max(first, last)
  }

  /// A path up to where it leaves the slices that are shown, and whether it does.
  func clipped(_ path: [SIMD3<Float>]) -> (path: [SIMD3<Float>], isCut: Bool) {
    let (first, last) = (Float(low.z), Float(high.z))
    guard let out = path.firstIndex(where: { $0.z < first || $0.z > last }) else { return (path, false) }
    guard out > 0 else { return ([], true) }
    let (inside, outside) = (path[out - 1], path[out])
    let edge = outside.z < first ? first : last
    let share = (edge - inside.z) / (outside.z - inside.z)
    return (path[..<out] + [inside + (outside - inside) * share], true)
  }

  /// Columns and rows with a twentieth of a voxel of cord anywhere; all of them where there is none.
  private static func section(
    _ grid: VoxelGrid, cord: VolumeFile?
  ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    var low = (x: Int.max, y: Int.max)
    var high = (x: -1, y: -1)
    for (index, part) in (cord?.voxels ?? []).enumerated() where part > 0.05 {
      let (x, y) = (index % grid.nx, index / grid.nx % grid.ny)
      low = (min(low.x, x), min(low.y, y))
      high = (max(high.x, x), max(high.y, y))
    }
    guard high.x >= 0 else { return (0...max(0, grid.nx - 1), 0...max(0, grid.ny - 1)) }
    return (low.x...high.x, low.y...high.y)
  }
}
