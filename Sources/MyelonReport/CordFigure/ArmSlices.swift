import MyelonFields
import MyelonSimulation

/// The coloured slices of one arm: a sagittal and an axial picture per visit.
struct ArmSlices {
  /// Per visit, rows from rostral to caudal, columns from ventral to dorsal.
  let sagittal: [SlicePicture]
  /// Per visit, rows from ventral to dorsal, columns from right to left.
  let axial: [SlicePicture]
  /// Column of the sagittal plane, and whether it is the midline.
  let column: Double
  let isMidline: Bool
  /// Fractional slice of the axial plane.
  let slice: Double
  /// Volumes that were not there or could not be read.
  let problems: [String]

  /// Maps that do not change over time.
  struct Maps {
    let cord: VolumeFile
    let grey: VolumeFile
  }

  init(arm: ArmRecord, volumes: RunVolumes, maps: Maps, frame: CordFrame, profile: LesionProfile) {
    let plane = profile.sagittalColumn(in: frame)
    column = plane.column
    isMidline = plane.isMidline
    let grid = frame.grid
    let slice = min(max((arm.epicentre - grid.origin.z) / grid.spacing.z, 0), Double(grid.nz - 1))
    self.slice = slice
    let visits = max(1, arm.visits.count)
    let along = PlaneStack(count: visits, width: grid.ny, height: frame.slices.count)
    let across = PlaneStack(count: visits, width: grid.nx, height: grid.ny)
    var problems: [String] = []
    for field in TissueMix.Field.allCases {
      switch volumes.field(field.name, of: arm) {
      case .failure(let problem): problems.append(problem.text)
      case .success(let volume):
        for visit in 0..<visits {
          along.fill(
            field, visit,
            SlicePlane(sagittal: volume, column: plane.column, slices: frame.slices, visit: visit))
          across.fill(field, visit, SlicePlane(axial: volume, slice: slice, visit: visit))
        }
      }
    }
    self.problems = problems
    let cordAlong = SlicePlane(
      sagittal: maps.cord, column: plane.column, slices: frame.slices, visit: 0)
    let greyAlong = SlicePlane(
      sagittal: maps.grey, column: plane.column, slices: frame.slices, visit: 0)
    sagittal = along.pictures(
      cord: cordAlong, grey: greyAlong, columns: frame.rows, rows: 0...(frame.slices.count - 1))
    axial = across.pictures(
      cord: SlicePlane(axial: maps.cord, slice: slice, visit: 0),
      grey: SlicePlane(axial: maps.grey, slice: slice, visit: 0), columns: frame.columns, rows: frame.rows)
  }
}

/// Values of all mixed fields on the planes of all visits.
private final class PlaneStack {
  private let width: Int
  private let height: Int
  private var mixes: [[TissueMix]]

  init(count: Int, width: Int, height: Int) {
    self.width = width
    self.height = height
    let intact = TissueMix(values: TissueMix.Field.allCases.map(\.intact))
    mixes = Array(repeating: Array(repeating: intact, count: width * height), count: count)
  }

  func fill(_ field: TissueMix.Field, _ visit: Int, _ plane: SlicePlane) {
    for (index, value) in plane.values.enumerated() where value.isFinite {
      mixes[visit][index].values[field.rawValue] = value
    }
  }

  /// The pictures of all visits, cut to a range of columns and rows.
  func pictures(
    cord: SlicePlane, grey: SlicePlane, columns: ClosedRange<Int>, rows: ClosedRange<Int>
  ) -> [SlicePicture] {
    let indices = rows.flatMap { row in columns.map { row * width + $0 } }
    let parts = indices.map { min(1, max(0, cord.values[$0])) }
    return mixes.map { mix in
      let colours = indices.map { mix[$0].colour(grey: min(1, max(0, grey.values[$0]))) }
      return SlicePicture(width: columns.count, height: rows.count, colours: colours, cord: parts)
    }
  }
}
