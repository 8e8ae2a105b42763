/// How many living agents of each transplant every occupied voxel holds.
///
/// Occupied voxels have rows in the order in which the agents meet them, which no thread count changes. Counting is
/// serial and in integers, so it is exact and commutes.
final class GraftCensus {
  /// Row of each voxel, or -1.
  private(set) var row: [Int32]
  /// Voxels of the rows.
  private(set) var voxels: [Int32] = []
  /// Transplants a row.
  private(set) var transplants = 0
  /// Living agents, row by row.
  private(set) var living: [Int32] = []
  /// Maturity of myelinating agents, row by row, in 1/256.
  private(set) var myelinating: [Int32] = []

  init(voxels: Int) {
    row = [Int32](repeating: -1, count: voxels)
  }

  /// Number of occupied voxels.
  var rows: Int { voxels.count }

  /// Living agents of a transplant in a row.
  func living(_ row: Int, _ transplant: Int) -> Int { Int(living[row * transplants + transplant]) }

  /// Mature myelinating agents of a transplant in a row.
  func myelinating(_ row: Int, _ transplant: Int) -> Double {
    Double(myelinating[row * transplants + transplant]) / 256
  }

  /// Counts anew.
  func take(_ agents: GraftAgents, transplants: Int) {
    self.transplants = transplants
    for voxel in voxels { row[Int(voxel)] = -1 }
    voxels.removeAll(keepingCapacity: true)
    let alive = GraftCondition.alive.rawValue
    row.withUnsafeMutableBufferPointer { row in
      for slot in 0..<agents.count where agents.condition[slot] == alive {
        let voxel = agents.voxel[slot]
        if row[Int(voxel)] < 0 {
          row[Int(voxel)] = Int32(truncatingIfNeeded: voxels.count)
          voxels.append(voxel)
        }
      }
    }
    fill(&living, count: voxels.count * transplants)
    fill(&myelinating, count: voxels.count * transplants)
    let fate = GraftFate.myelinating.rawValue
    row.withUnsafeBufferPointer { row in
      living.withUnsafeMutableBufferPointer { living in
        myelinating.withUnsafeMutableBufferPointer { myelinating in
          for slot in 0..<agents.count where agents.condition[slot] == alive {
            let place = Int(row[Int(agents.voxel[slot])]) &* transplants &+ Int(agents.transplant[slot])
            living[place] &+= 1
            if agents.fate[slot] == fate { myelinating[place] &+= Int32(256 * agents.maturity[slot]) }
          }
        }
      }
    }
  }

  private func fill(_ counts: inout [Int32], count: Int) {
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: count))
  }
}
