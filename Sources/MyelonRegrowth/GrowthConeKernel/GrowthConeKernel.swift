import Foundation
import MyelonFields
import MyelonRandom

/// One growth step of the agents of a slab.
///
/// An agent reads its voxel's row, writes its own slot and nothing else. Its draws are keyed by (seed; agent, growth
/// step, substep), so that they do not depend on the order of the agents.
struct GrowthConeKernel {
  /// What a slot leaves to be booked: flags, and the number of branches in the upper half; booking clears it.
  static let waypointDue: UInt8 = 1
  static let contact: UInt8 = 2
  static let lostContact: UInt8 = 4
  static let ended: UInt8 = 8
  static let branchUnit: UInt8 = 16
  static let branchMost: UInt8 = 15
  /// Distance between waypoints of a path, mm, at least.
  static let waypointSpacing: Float = 0.3

  let agents: GrowthConeAgents.Columns
  let rows: UnsafePointer<SIMD8<Float>>
  let rowOf: UnsafePointer<Int32>
  let rowCount: Int
  let cones: UnsafePointer<ConeNumbers>
  let shared: SharedNumbers
  let azimuths: UnsafePointer<SIMD2<Float>>
  let points: UnsafePointer<SIMD3<Float>>
  let previous: UnsafePointer<Int32>
  let key: SIMD2<UInt32>
  let step: UInt32
  /// Day at the end of the step, and its length, d.
  let now: Float
  let days: Float
  /// Share of its need that an axon keeps over the step.
  let needKept: Float
  /// Longest substep, mm.
  let strideLimit: Float
  let space: GrowthSpace

  /// Advances the agents of a range of slots.
  func advance(_ slots: Range<Int>) {
    for slot in slots {
      switch agents.state[slot] {
      case GrowthState.growing.rawValue: grow(slot)
      case GrowthState.left.rawValue:
        agents.need[slot] *= needKept
        growBeyond(slot, time: days)
      case GrowthState.arrested.rawValue: wait(slot)
      case GrowthState.connected.rawValue: stay(slot)
      case GrowthState.retracting.rawValue: retract(slot)
      default: break
      }
    }
  }

  /// `1 - e^(-x)`: below 0.25 by the Padé approximant (2, 2) of the exponential, within 1e-6.
  @inline(__always)
  static func chance(_ hazard: Float) -> Float {
    if hazard > 0.25 { return 1 - exp(-hazard) }
    return hazard / (1 + hazard * (0.5 + hazard * (1.0 / 12)))
  }

  /// A number in [0, 1) from 24 random bits.
  @inline(__always)
  static func uniform(_ word: UInt32) -> Float { Float(word >> 8) * 0x1p-24 }

  /// The row of a slot: its voxel's, or that of the end beyond which it has grown.
  @inline(__always)
  func row(_ slot: Int) -> UnsafePointer<SIMD8<Float>> {
    let index =
      agents.beyond[slot] > 0
      ? rowCount &+ (agents.dz[slot] > 0 ? 1 : 0) : Int(rowOf[Int(agents.voxel[slot])])
    return rows + index &* GrowthRow.length
  }

  /// Factor of an axon's age on its speed.
  @inline(__always)
  func youth(_ slot: Int, _ cone: ConeNumbers) -> Float {
    1 / (1 + max(0, now - agents.born[slot]) * cone.fading)
  }

  /// Withdrawal, 1/d: `w_0 + w_1 (need - support)+`.
  @inline(__always)
  func withdrawal(need: Float, support: Float) -> Float {
    shared.withdrawalBasal + shared.withdrawalNeed * max(0, need - support)
  }

  /// An arrested growth cone withdraws or starts again.
  private func wait(_ slot: Int) {
    let row = row(slot)
    let cone = cones[Int(agents.type[slot])]
    let met = ConeSurroundings(row: row, cone: cone, shared: shared)
    let words = CounterRandom.words(counter: SIMD4(agents.id[slot], step, 0, 1), key: key)
    let need = max(agents.need[slot] * needKept, met.support)
    agents.need[slot] = need
    agents.inImplant[slot] = row[GrowthRow.local][GrowthRow.implant] > 0.5 ? 1 : 0
    myelinate(slot, row)
    if Self.uniform(words.x) < Self.chance(withdrawal(need: need, support: met.support) * days) {
      agents.state[slot] = GrowthState.retracting.rawValue
      return
    }
    guard met.speed * youth(slot, cone) >= shared.stallSpeed,
      Self.uniform(words.y) < Self.chance(shared.restartRate * met.advance * days)
    else { return }
    agents.state[slot] = (agents.beyond[slot] > 0 ? GrowthState.left : .growing).rawValue
  }

  /// A connected axon withdraws the less, the more its synapse works.
  private func stay(_ slot: Int) {
    let row = row(slot)
    let cone = cones[Int(agents.type[slot])]
    let support = ConeSurroundings(row: row, cone: cone, shared: shared).support
    let words = CounterRandom.words(counter: SIMD4(agents.id[slot], step, 0, 1), key: key)
    let need = max(agents.need[slot] * needKept, support)
    agents.need[slot] = need
    myelinate(slot, row)
    let bare = max(0, 1 - shared.synapticSupport * agents.efficacy[slot])
    guard Self.uniform(words.x) < Self.chance(withdrawal(need: need, support: support) * bare * days) else {
      return
    }
    agents.state[slot] = GrowthState.retracting.rawValue
    agents.pending[slot] |= Self.lostContact
  }

  /// Myelination where the tip lies: `dm/dt = (1 - m) · myelinating cells / τ_y`.
  @inline(__always)
  func myelinate(_ slot: Int, _ row: UnsafePointer<SIMD8<Float>>) {
    let rate = shared.myelination * row[GrowthRow.local][GrowthRow.myelination]
    agents.myelin[slot] += (1 - agents.myelin[slot]) * Self.chance(rate * days)
  }

  /// Beyond the window an axon grows on in one dimension, as in the window's last white matter.
  func growBeyond(_ slot: Int, time: Float) {
    let row = rows + (rowCount &+ (agents.dz[slot] > 0 ? 1 : 0)) &* GrowthRow.length
    let cone = cones[Int(agents.type[slot])]
    let met = ConeSurroundings(row: row, cone: cone, shared: shared)
    let need = max(agents.need[slot], met.support)
    agents.need[slot] = need
    let speed = met.speed * youth(slot, cone)
    guard speed >= shared.stallSpeed else {
      agents.state[slot] = GrowthState.arrested.rawValue
      return
    }
    let stride = speed * time
    let arrest = shared.arrestHazard * (1 - met.advance) * stride
    let withdraw = withdrawal(need: need, support: met.support) * time
    let words = CounterRandom.words(counter: SIMD4(agents.id[slot], step, 0, 3), key: key)
    if Self.uniform(words.x) < Self.chance(arrest + withdraw) {
      let arrests = Self.uniform(words.w) * (arrest + withdraw) < arrest
      agents.state[slot] = (arrests ? GrowthState.arrested : .retracting).rawValue
      return
    }
    agents.beyond[slot] += stride
    lengthen(slot, by: stride, row: row)
  }

  /// Books growth: length, and the share of it that is myelinated.
  @inline(__always)
  func lengthen(_ slot: Int, by grown: Float, row: UnsafePointer<SIMD8<Float>>) {
    let length = agents.length[slot] + grown
    if length > 0 { agents.myelin[slot] *= agents.length[slot] / length }
    agents.length[slot] = length
    myelinate(slot, row)
  }

  /// A withdrawing axon is taken back along its waypoints; at the first one it has gone.
  private func retract(_ slot: Int) {
    var distance = shared.retractionSpeed * days
    let outside = min(agents.beyond[slot], distance)
    agents.beyond[slot] -= outside
    distance -= outside
    var taken = outside
    var place = SIMD3(agents.x[slot], agents.y[slot], agents.z[slot])
    while distance > 0, agents.waypoints[slot] > 0 {
      let last = agents.waypoints[slot] - 1
      let waypoint = points[Int(agents.chunk[slot]) &* AxonPaths.chunkLength &+ Int(last & 7)]
      let way = waypoint - place
      let size = (way * way).sum().squareRoot()
      if size > distance, let voxel = space.voxel(place + way * (distance / size)), rowOf[voxel] >= 0 {
        place += way * (distance / size)
        agents.voxel[slot] = Int32(truncatingIfNeeded: voxel)
        taken += distance
        distance = 0
      } else {
        place = waypoint
        if let voxel = space.voxel(waypoint) { agents.voxel[slot] = Int32(truncatingIfNeeded: voxel) }
        taken += size
        distance -= size
        agents.waypoints[slot] = last
        if last & 7 == 0 { agents.chunk[slot] = previous[Int(agents.chunk[slot])] }
      }
    }
    agents.x[slot] = place.x
    agents.y[slot] = place.y
    agents.z[slot] = place.z
    agents.length[slot] = max(0, agents.length[slot] - taken)
    guard agents.waypoints[slot] == 0 else { return }
    agents.state[slot] = GrowthState.gone.rawValue
    agents.pending[slot] |= Self.ended
  }
}
