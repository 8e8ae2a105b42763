import MyelonFields
import MyelonSimulation

/// Where the slices of the figure lie and how large they are drawn; the same for all arms of a run.
struct CordFrame {
  let grid: VoxelGrid
  /// Slices that the sagittal pictures show.
  let slices: ClosedRange<Int>
  /// Columns and rows that hold cord in these slices.
  let columns: ClosedRange<Int>
  let rows: ClosedRange<Int>
  /// Pixels of the drawing per mm, for axial and sagittal pictures alike.
  let scale: Double

  // Eight visits side by side on a page of 1100 pixels leave 132 for one.
  private static let widest = 104.0
  private static let highest = 430.0

  /// Width of the cord from right to left in the drawing.
  var lateral: Double { Double(columns.count) * grid.spacing.x * scale }
  /// Depth of the cord from front to back in the drawing.
  var depth: Double { Double(rows.count) * grid.spacing.y * scale }
  /// Height of the sagittal pictures in the drawing.
  var length: Double { Double(slices.count) * grid.spacing.z * scale }

  /// Chooses the frame: all slices that hold lesion at any visit of any arm, with a margin.
  ///
  /// - Parameters:
  ///   - cord: the cord's part of each voxel.
  ///   - grid: the grid of all volumes.
  ///   - lesionSlices: first and last slice with lesion, or nil when there is none.
  ///   - epicentres: slices of the arms' epicentres.
  init(cord: VolumeFile, grid: VoxelGrid, lesionSlices: ClosedRange<Int>?, epicentres: [Int]) {
    self.grid = grid
    let middle = epicentres.isEmpty ? grid.nz / 2 : epicentres.reduce(0, +) / epicentres.count
    let box = Self.extent(of: cord, slices: 0...(grid.nz - 1))
    columns = box.columns
    rows = box.rows
    let depth = Double(box.rows.count) * grid.spacing.y
    // At least two cord depths to either side of the epicentre, and one beyond the lesion, so that intact
    // tissue is seen at both ends.
    let reach = Int((2 * depth / grid.spacing.z).rounded(.up))
    let margin = Int((depth / grid.spacing.z).rounded(.up))
    let lesion = lesionSlices ?? middle...middle
    let first = max(0, min(middle - reach, lesion.lowerBound - margin))
    let last = min(grid.nz - 1, max(middle + reach, lesion.upperBound + margin))
    slices = min(first, last)...max(first, last)
    let length = Double(slices.count) * grid.spacing.z
    let lateral = Double(box.columns.count) * grid.spacing.x
    scale = min(Self.widest / lateral, Self.highest / length)
  }

  /// The frame that shows the lesions of all arms, and each arm's lesion; nil for an arm without a volume of it.
  static func common(
    to context: ReportContext, volumes: RunVolumes, cord: VolumeFile
  ) -> (frame: CordFrame, profiles: [LesionProfile?]) {
    let profiles = context.arms.map { arm in
      (try? volumes.field("tissue", of: arm).get()).map { LesionProfile(tissue: $0, cord: cord) }
    }
    let grid = context.record.grid
    let ranges = profiles.compactMap { $0?.slices }
    let lesion = ranges.first.map { first in
      ranges.reduce(first) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
    }
    let epicentres = context.arms.map { arm in
      min(max(Int(((arm.epicentre - grid.origin.z) / grid.spacing.z).rounded()), 0), grid.nz - 1)
    }
    return (CordFrame(cord: cord, grid: grid, lesionSlices: lesion, epicentres: epicentres), profiles)
  }

  /// Columns and rows with cord in them; the whole plane when there is none.
  private static func extent(
    of cord: VolumeFile, slices: ClosedRange<Int>
  ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    var low = (x: cord.nx, y: cord.ny)
    var high = (x: -1, y: -1)
    for z in slices {
      for y in 0..<cord.ny {
        for x in 0..<cord.nx where cord.voxels[(z * cord.ny + y) * cord.nx + x] > 0.05 {
          low = (min(low.x, x), min(low.y, y))
          high = (max(high.x, x), max(high.y, y))
        }
      }
    }
    guard high.x >= 0 else { return (0...(cord.nx - 1), 0...(cord.ny - 1)) }
    return (
      max(0, low.x - 1)...min(cord.nx - 1, high.x + 1), max(0, low.y - 1)...min(cord.ny - 1, high.y + 1)
    )
  }
}
