import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension Regrowth {
  /// Lets axons that have left the window connect beyond it.
  ///
  /// Ascending axons end at the brain when they reach the rostral end of the cord. Others meet, along their straight way,
  /// the grey matter of the segments that they pass: synapses form with the rate of their kind times the denervation at the
  /// end of the window and the share of the cord that is grey. Each axon keeps one synapse.
  func takeDistantContacts(_ model: LesionModel, days: Double) {
    let step = UInt32(truncatingIfNeeded: model.clock.seconds)
    for slot in 0..<cones.count where cones.state(slot) == .left {
      let cone = cones.cone(slot)
      guard let origin = AxonOrigin(code: cone.origin), connections.isCorrect(agent: cone.id) == nil,
        let target = distantTarget(cone, origin, step: step, days: days)
      else { continue }
      book(cone, origin, target, day: model.clock.days)
      cones.connectBeyond(slot, day: model.clock.days)
    }
  }

  private func distantTarget(
    _ cone: GrowthCone, _ origin: AxonOrigin, step: UInt32, days: Double
  ) -> Connections.Target? {
    if origin.isAscending {
      return cone.reach <= 0 ? .brainstem(side: origin.side) : nil
    }
    let end = cone.direction.z < 0 ? 0 : 1
    let slice = end == 0 ? 0 : setting.cord.grid.nz - 1
    let denervation = Double(environment.denervation[Int(origin.side.rawValue)][slice])
    let rate = traits[Int(cone.type.rawValue)].contactRate * denervation * endGreyShares[end]
    guard draw(cone.id, step: step, purpose: 0xE0_0000) < -expm1(-rate * days) else { return nil }
    return connections.hostTarget(
      z: Double(cone.reach), side: origin.side,
      horn: origin.neuron == .corticospinal ? .intermediateZone : .ventralHorn)
  }

  /// Share of the cord that is grey matter in the first and in the last slice.
  static func endGreyShares(_ cord: CordModel) -> [Double] {
    let plane = cord.grid.nx * cord.grid.ny
    return [0, cord.grid.nz - 1].map { slice in
      var grey: Float = 0
      var whole: Float = 0
      for voxel in slice * plane..<(slice + 1) * plane {
        grey += cord.cordFraction[voxel] * cord.greyFraction[voxel]
        whole += cord.cordFraction[voxel]
      }
      return whole > 0 ? Double(grey / whole) : 0
    }
  }
}
