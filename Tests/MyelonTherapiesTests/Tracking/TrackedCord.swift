import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTherapies

/// A short piece of rat cord with its tracking, in intact tissue unless a test changes it.
struct TrackedCord {
  let cord: CordModel
  let state: TissueState
  let parameters: ParameterTable
  let tracking: CellTracking

  init(replacing replacements: [(String, Double)] = []) throws {
    let anatomy = CordAnatomy.standard(.rat)
    let middle = try anatomy.position(ofSegment: "T10")
    cord = try CordModel(anatomy: anatomy, from: middle - 2, to: middle + 2, spacing: 0.4)
    state = TissueState(grid: cord.grid)
    var table = TherapyParameters.table(for: .rat)
    for (id, value) in replacements { try table.replace(id, with: value) }
    parameters = table
    tracking = CellTracking(cord: cord, parameters: table)
  }

  var count: Int { cord.grid.count }
  var nothing: [Float] { [Float](repeating: 0, count: count) }

  /// A voxel that is all white or all grey matter, in the middle slice.
  func voxel(grey: Bool) throws -> Int {
    let slice = cord.grid.nz / 2 * cord.grid.nx * cord.grid.ny
    let found = (slice..<slice + cord.grid.nx * cord.grid.ny).first {
      cord.cordFraction[$0] == 1 && cord.greyFraction[$0] == (grey ? 1 : 0)
    }
    guard let found else { throw Missing() }
    return found
  }

  /// A field of zeros with one value.
  func only(_ value: Float, at voxel: Int) -> [Float] {
    var field = nothing
    field[voxel] = value
    return field
  }

  /// The image of iron and reporter cells.
  func image(iron: [Float]? = nil, reporter: [Float]? = nil, noise: TrackingNoise? = nil) -> TrackingImage {
    tracking.image(
      livingIron: iron ?? nothing, reporterCells: reporter ?? nothing, state: state, noise: noise)
  }

  struct Missing: Error {}
}
