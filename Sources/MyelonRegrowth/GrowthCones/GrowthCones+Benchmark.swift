import Dispatch
import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension GrowthCones {
  /// Measured speed of growth cones: agent-steps per second, best of some repetitions.
  ///
  /// An agent-step is one substep of one growing cone: row, fate, turn, move and branch, with its share of booking. The cones
  /// are graft-derived and host axons, half each, in the white matter of a rat's cord a moment after a moderate contusion; a
  /// growth step is a quarter of a day. The environment's update is not counted.
  ///
  /// - Parameters:
  ///   - agents: number of agents.
  ///   - threads: threads to use.
  ///   - repetitions: growth steps to take.
  /// - Returns: substeps over the time of the fastest growth step, 1/s.
  /// - Throws: what making the cord throws.
  public static func measureRate(agents: Int, threads: Int, repetitions: Int = 10) throws -> Double {
    let executor = SlabExecutor(threads: threads)
    let model = try benchmarkModel(spacing: 0.2, executor: executor)
    let table = RegrowthParameters.table(for: .rat)
    let environment = GrowthEnvironment(cord: model.cord, parameters: table, executor: executor)
    environment.update(model: model, conditions: GrowthConditions(), days: 0.25)
    let cones = GrowthCones(
      cord: model.cord, parameters: table, seed: 1, executor: executor, limit: 4 * agents)
    cones.scatter(agents)
    // The first step makes room for branches and waypoints, which later ones find.
    cones.advance(environment, days: 0.25)
    var best = 0.0
    for _ in 0..<max(repetitions, 1) {
      let growing = (0..<cones.count).filter { cones.state($0) == .growing }
      let before = growing.map { cones.agents.columns.length[$0] }
      let start = DispatchTime.now().uptimeNanoseconds
      cones.advance(environment, days: 0.25)
      let time = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
      let substeps = zip(growing, before).reduce(0.0) { sum, old in
        let grown = cones.agents.columns.length[old.0] - old.1
        return sum + max(1, Double(grown / cones.strideLimit).rounded(.up))
      }
      best = max(best, substeps / time)
    }
    return best
  }

  private static func benchmarkModel(spacing: Double, executor: SlabExecutor) throws -> LesionModel {
    let anatomy = CordAnatomy.standard(.rat)
    let middle = try anatomy.position(ofSegment: "T10")
    let cord = try CordModel(anatomy: anatomy, from: middle - 15, to: middle + 15, spacing: spacing)
    let table = LesionParameters.table(for: .rat)
    let injury = Injury(mechanism: .weightDrop(height: 12.5, mass: 10), level: "T10")
    let primary = try PrimaryInjury(injury, cord: cord, epicentre: middle, table: table)
    return try LesionModel(cord: cord, primary: primary, parameters: table, executor: executor)
  }

  /// Agents all over the cord, every other one of a graft.
  private func scatter(_ number: Int) {
    let open = rowOf.indices.filter { rowOf[$0] >= 0 }
    for index in 0..<number {
      let voxel = open[(index &* 7919) % open.count]
      let grid = cord.grid
      let centre = grid.centre(voxel % grid.nx, voxel / grid.nx % grid.ny, voxel / (grid.nx * grid.ny))
      append(
        NewCone(
          type: index % 2 == 0 ? .graft : .brainstem, origin: 0, position: SIMD3<Float>(centre),
          direction: SIMD3(0.1, 0.1, index % 4 < 2 ? 1 : -1)))
    }
  }
}
