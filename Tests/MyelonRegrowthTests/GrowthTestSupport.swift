import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

@testable import MyelonRegrowth

/// A rat's cord for tests of growing axons: fields are set by hand, nothing is advanced unless a test does.
struct GrowthTestCord {
  let model: LesionModel
  let cord: CordModel
  let epicentre: Double
  /// Middle of the sections, mm.
  private let level: Double

  /// T10 of a rat, `2 reach` mm long, made intact again after a moderate contusion was placed on it.
  init(spacing: Double = 0.2, reach: Double = 6, intact: Bool = true) throws {
    let anatomy = CordAnatomy.standard(.rat)
    epicentre = try anatomy.position(ofSegment: "T10")
    cord = try CordModel(anatomy: anatomy, from: epicentre - reach, to: epicentre + reach, spacing: spacing)
    let table = LesionParameters.table(for: .rat)
    let injury = Injury(mechanism: .weightDrop(height: 12.5, mass: 10), level: "T10")
    let primary = try PrimaryInjury(injury, cord: cord, epicentre: epicentre, table: table)
    let cord = cord
    let grid = cord.grid
    let inside = (0..<grid.count).filter { cord.cordFraction[$0] > 0.5 }
    let heights = inside.reduce(0.0) { $0 + grid.origin.y + grid.spacing.y * Double($1 / grid.nx % grid.ny) }
    level = heights / Double(inside.count)
    model = try LesionModel(
      cord: cord, primary: primary, parameters: table, executor: SlabExecutor(threads: 2))
    guard intact else { return }
    for field in TissueField.allCases { set(field, field.intactValue) }
  }

  /// Sets a field everywhere.
  func set(_ field: TissueField, _ value: Float) { model.state.mutableValues(field).update(repeating: value) }

  /// Sets a field by place, mm in cord coordinates.
  func set(_ field: TissueField, _ value: (SIMD3<Double>) -> Double) {
    let grid = cord.grid
    let values = model.state.mutableValues(field)
    for voxel in 0..<grid.count { values[voxel] = Float(value(centre(voxel))) }
  }

  /// Centre of a voxel, mm.
  func centre(_ voxel: Int) -> SIMD3<Double> {
    let grid = cord.grid
    return grid.centre(voxel % grid.nx, voxel / grid.nx % grid.ny, voxel / (grid.nx * grid.ny))
  }

  /// Middle of the section at a distance from the window's middle, mm.
  func middle(_ offset: Double = 0) -> SIMD3<Float> { SIMD3<Float>(SIMD3(0, level, epicentre + offset)) }

  /// Voxel that holds a place, nil outside the grid.
  func voxel(_ place: SIMD3<Float>) -> Int? {
    let grid = cord.grid
    let cell = (SIMD3<Double>(place) - grid.origin) / grid.spacing
    let x = Int((cell.x + 0.5).rounded(.down))
    let y = Int((cell.y + 0.5).rounded(.down))
    let z = Int((cell.z + 0.5).rounded(.down))
    guard (0..<grid.nx).contains(x), (0..<grid.ny).contains(y), (0..<grid.nz).contains(z) else { return nil }
    return grid.index(x, y, z)
  }

  /// An environment of the fields as they are.
  func environment(
    _ table: ParameterTable, conditions: GrowthConditions = GrowthConditions(), threads: Int = 1,
    days: Double = 0.25
  ) -> GrowthEnvironment {
    let environment = GrowthEnvironment(
      cord: cord, parameters: table, executor: SlabExecutor(threads: threads))
    environment.update(model: model, conditions: conditions, days: days)
    return environment
  }

  /// Growth cones of one kind at one place and direction.
  func cones(
    _ number: Int, _ type: NeuronType, _ table: ParameterTable, at place: SIMD3<Float>? = nil,
    towards direction: SIMD3<Float> = SIMD3(0, 0, 1), seed: UInt64 = 7, threads: Int = 1
  ) -> GrowthCones {
    let cones = GrowthCones(
      cord: cord, parameters: table, seed: seed, executor: SlabExecutor(threads: threads))
    let start = place ?? middle()
    for _ in 0..<number {
      cones.append(NewCone(type: type, origin: 3, position: start, direction: direction))
    }
    return cones
  }
}

extension ParameterTable {
  /// The table of a rat's regrowth with some numbers replaced, even by implausible ones.
  static func growth(_ replaced: [String: Double] = [:]) -> ParameterTable {
    let table = RegrowthParameters.table(for: .rat)
    for id in replaced.keys { precondition(table.parameter(id) != nil, "No parameter \(id)") }
    return ParameterTable(
      table.parameters.map { old in
        guard let value = replaced[old.id] else { return old }
        return Parameter.init(
          old.id, old.symbol, value, old.unit, min(value, 0)...max(value, 1e9), old.meaning, old.evidence)
      })
  }

  /// Growth without inhibition by intact tissue, arrest, withdrawal, contact, branches, guidance or scatter.
  static func free(_ replaced: [String: Double] = [:]) -> ParameterTable {
    var all: [String: Double] = [
      "proteoglycan_white": 0, "proteoglycan_grey": 0, "arrest_hazard": 0, "withdrawal_basal": 0,
      "withdrawal_need": 0, "contact_rate_host": 0, "contact_rate_graft": 0, "contact_rate_corticospinal": 0,
      "branching_rate": 0, "grey_attraction": 0, "alignment_weight": 0, "haptotaxis_weight": 0,
      "persistence_length": 1e30, "injury_age_floor": 1, "stall_speed": 0, "restart_rate": 0,
    ]
    all.merge(replaced) { $1 }
    return growth(all)
  }
}

extension GrowthCones {
  /// A checksum of all bits that are kept; comparing the bits themselves would print them.
  var bits: UInt64 { checkpoint().withUnsafeBytes(StableHash.of) }

  /// Share of the agents in a state.
  func share(_ states: GrowthState...) -> Double {
    Double((0..<count).count { states.contains(state($0)) }) / Double(max(count, 1))
  }

  /// Takes steps in an unchanging environment.
  func advance(_ environment: GrowthEnvironment, steps: Int, days: Double) {
    for _ in 0..<steps { advance(environment, days: days) }
  }
}

/// Four standard errors of a share.
func tolerance(_ share: Double, of number: Int) -> Double {
  4 * (share * (1 - share) / Double(number)).squareRoot()
}
