import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRandom

extension Regrowth {
  /// Takes back axons that meet the wall of a channelled scaffold instead of a channel.
  ///
  /// Channels are finer than voxels: whether an axon that enters the scaffold meets a channel is drawn once from the seed
  /// and its number, with the share of the section that is open. Branches that begin inside grow in the channel of their
  /// axon.
  func stopAtWalls(_ model: LesionModel, _ conditions: GrowthConditions) {
    guard conditions.channelCount > 0, conditions.channelOpenShare < 1 else { return }
    let scaffold = model.state.values(.scaffold)
    for slot in 0..<cones.count where cones.state(slot) == .growing && cones.type(slot) != .graft {
      let cone = cones.cone(slot)
      guard let voxel = voxel(at: cone.position), scaffold[voxel] > 0.1, meetsWall(cone.id, conditions),
        let start = cones.path(slot).first.flatMap(voxel(at:)), scaffold[start] <= 0.1
      else { continue }
      cones.withdraw(slot)
    }
  }

  private func meetsWall(_ id: UInt32, _ conditions: GrowthConditions) -> Bool {
    draw(id, step: 0, purpose: 0xD0_0000) >= Double(conditions.channelOpenShare)
  }

  /// A number in 0..<1 that belongs to an agent, a step and a purpose of this run.
  func draw(_ id: UInt32, step: UInt32, purpose: UInt32) -> Double {
    let seed = setting.seed
    let words = CounterRandom.words(
      counter: SIMD4(id, step, 0, purpose),
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    return Double(words.x) * 0x1p-32
  }

  /// The voxel that holds a place, nil outside the grid.
  func voxel(at place: SIMD3<Float>) -> Int? {
    let grid = setting.cord.grid
    let index = (SIMD3<Double>(place) - grid.origin) / grid.spacing
    let (x, y, z) = (Int(index.x.rounded()), Int(index.y.rounded()), Int(index.z.rounded()))
    guard x >= 0, y >= 0, z >= 0, x < grid.nx, y < grid.ny, z < grid.nz else { return nil }
    return grid.index(x, y, z)
  }
}
