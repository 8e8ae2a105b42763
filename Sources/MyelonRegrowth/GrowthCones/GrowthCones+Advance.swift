import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonRandom

extension GrowthCones {
  /// 1024 unit vectors, evenly around a circle.
  private static let azimuths: [SIMD2<Float>] = (0..<1024).map { index in
    let angle = 2 * Double.pi * (Double(index) + 0.5) / 1024
    return SIMD2(Float(cos(angle)), Float(sin(angle)))
  }

  /// Takes one growth step.
  ///
  /// - Parameters:
  ///   - environment: the environment of the same cord, updated for this step.
  ///   - days: length of the step, d; an agent takes as many substeps in it as it needs.
  public func advance(_ environment: GrowthEnvironment, days: Double) {
    precondition(
      environment.cord.grid == cord.grid,
      "The environment's cord has another grid than the growing axons' cord")
    let slabs = (count + Self.slabLength - 1) / Self.slabLength
    Self.azimuths.withUnsafeBufferPointer { azimuths in
      environment.cones.withUnsafeBufferPointer { cones in
        environment.rowOf.withUnsafeBufferPointer { rowOf in
          paths.withPointers { points, previous in
            guard let azimuths = azimuths.baseAddress, let cones = cones.baseAddress,
              let rowOf = rowOf.baseAddress
            else { return }
            let kernel = GrowthConeKernel(
              agents: agents.columns, rows: UnsafePointer(environment.rows), rowOf: rowOf,
              rowCount: environment.rowCount, cones: cones, shared: environment.numbers.shared,
              azimuths: azimuths, points: points, previous: previous, key: key, step: step,
              now: Float(environment.day), days: Float(days),
              needKept: Float(exp(-days * Double(environment.numbers.shared.needFading))),
              strideLimit: strideLimit, space: space)
            nonisolated(unsafe) let shared = kernel
            let agentCount = count
            executor.run(slabs: slabs) { slab in
              let first = slab * Self.slabLength
              shared.advance(first..<min(first + Self.slabLength, agentCount))
            }
          }
        }
      }
    }
    book(day: Float(environment.day))
    step += 1
  }

  /// Books what the step left, in slot order.
  private func book(day: Float) {
    newContacts.removeAll(keepingCapacity: true)
    lostContacts.removeAll(keepingCapacity: true)
    gone.removeAll(keepingCapacity: true)
    for slot in 0..<count {
      let pending = agents.columns.pending[slot]
      guard pending != 0 else { continue }
      agents.columns.pending[slot] = 0
      if pending & GrowthConeKernel.waypointDue != 0 { addWaypoint(slot) }
      if pending & GrowthConeKernel.contact != 0 { newContacts.append(slot) }
      if pending & GrowthConeKernel.lostContact != 0 { lostContacts.append(slot) }
      if pending & GrowthConeKernel.ended != 0 { gone.append(slot) }
      for branch in 0..<pending / GrowthConeKernel.branchUnit {
        addBranch(of: slot, number: branch, day: day)
      }
    }
  }

  private func addWaypoint(_ slot: Int) {
    let columns = agents.columns
    let tip = SIMD3(columns.x[slot], columns.y[slot], columns.z[slot])
    columns.chunk[slot] = paths.append(tip, chunk: columns.chunk[slot], count: columns.waypoints[slot])
    columns.waypoints[slot] += 1
    columns.sinceWaypoint[slot] = 0
  }

  /// A branch leaves the tip of its parent at the branch angle, with the parent's need and length, and no myelin of its own.
  private func addBranch(of parent: Int, number: UInt8, day: Float) {
    guard count < limit else {
      prevented += 1
      return
    }
    let slot = agents.takeSlot()
    let columns = agents.columns
    let tip = SIMD3(columns.x[parent], columns.y[parent], columns.z[parent])
    let words = CounterRandom.words(
      counter: SIMD4(columns.id[parent], step, UInt32(number), 2), key: key)
    let cosine = numbers.cosBranchAngle
    let direction = GrowthConeKernel.tilt(
      SIMD3(columns.dx[parent], columns.dy[parent], columns.dz[parent]), cosine: cosine,
      sine: max(0, 1 - cosine * cosine).squareRoot(), azimuth: Self.azimuths[Int(words.x >> 22)])
    columns.x[slot] = tip.x
    columns.y[slot] = tip.y
    columns.z[slot] = tip.z
    setDirection(slot, direction)
    columns.length[slot] = columns.length[parent]
    columns.axons[slot] = columns.axons[parent]
    columns.born[slot] = day
    columns.need[slot] = columns.need[parent]
    columns.voxel[slot] = columns.voxel[parent]
    columns.connectedVoxel[slot] = -1
    columns.parent[slot] = Int32(parent)
    columns.stemChunk[slot] = columns.chunk[parent]
    columns.stemWaypoints[slot] = columns.waypoints[parent]
    columns.id[slot] = nextID
    columns.origin[slot] = columns.origin[parent]
    columns.type[slot] = columns.type[parent]
    columns.isBranch[slot] = 1
    columns.state[slot] = GrowthState.growing.rawValue
    columns.chunk[slot] = paths.append(tip, chunk: -1, count: 0)
    columns.waypoints[slot] = 1
    nextID += 1
  }
}

extension AxonPaths {
  /// Calls `body` with the waypoints and the chunks before each chunk, or not at all when there are none.
  func withPointers(_ body: (UnsafePointer<SIMD3<Float>>, UnsafePointer<Int32>) -> Void) {
    guard !points.isEmpty else { return }
    points.withUnsafeBufferPointer { points in
      previous.withUnsafeBufferPointer { previous in
        guard let points = points.baseAddress, let previous = previous.baseAddress else { return }
        body(points, previous)
      }
    }
  }
}
