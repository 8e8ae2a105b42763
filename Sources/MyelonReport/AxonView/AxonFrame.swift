import MyelonFields
import MyelonSimulation

/// The part of the cord that pictures of axons show; the same for all arms of a run.
struct AxonFrame {
  let grid: VoxelGrid
  /// Slices that are shown.
  let slices: ClosedRange<Int>

  /// Edges of what is shown, mm in cord coordinates.
  var low: SIMD3<Double> {
    SIMD3(
      grid.origin.x - grid.spacing.x / 2, grid.origin.y - grid.spacing.y / 2,
      grid.origin.z + (Double(slices.lowerBound) - 0.5) * grid.spacing.z)
  }
  var high: SIMD3<Double> {
    SIMD3(
      grid.origin.x + (Double(grid.nx) - 0.5) * grid.spacing.x,
      grid.origin.y + (Double(grid.ny) - 0.5) * grid.spacing.y,
      grid.origin.z + (Double(slices.upperBound) + 0.5) * grid.spacing.z)
  }
  var size: SIMD3<Double> { high - low }
  var centre: SIMD3<Double> { (low + high) / 2 }

  /// The whole window.
  init(whole grid: VoxelGrid) {
    self.grid = grid
    slices = 0...max(0, grid.nz - 1)
  }

  /// Chooses the slices that hold any axon or lesion, with a margin of the cord's depth.
  ///
  /// - Parameters:
  ///   - grid: grid of the run.
  ///   - axons: all axons that are shown.
  ///   - lesions: places along the cord with lesion, mm.
  ///   - epicentres: of the arms, mm.
  init(grid: VoxelGrid, axons: [AxonLine], lesions: [Double], epicentres: [Double]) {
    self.grid = grid
    let depth = Double(grid.ny) * grid.spacing.y
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
}
