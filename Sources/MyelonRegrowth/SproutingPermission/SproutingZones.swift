import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion

/// Where spared fibres may sprout: on their way past the lesion, and onto the circuits of each task below it.
///
/// A fibre that passes the lesion puts out `β_s` sprouts a mm where all is permitted, so that the share
/// `z = 1 - exp(-β_s ∫ u dz)` of the fibres has sprouted, over the stretch no farther than ℓ_z from the lesion's centre, with
/// the permission u of the white matter of a slice, weighted with its uncut axons: sprouts reach interneurons that lead
/// around the lesion (Bareyre et al 2004 Nat Neurosci 7:269; Courtine et al 2008 Nat Med 14:69). The permission of a task is
/// `(1 - ω_z) c + ω_z z` with the mean c over its own grey voxels below the lesion, weighted with their living neurons. A task
/// without circuits below the lesion has none.
struct SproutingZones: Sendable {
  /// Grey voxels below the lesion that serve each task.
  private let circuits: [SproutingLevels.Place]
  /// White voxels of each slice near the lesion, and the length of its part inside the stretch, mm.
  private let passage: [(place: SproutingLevels.Place, length: Double)]
  private let numbers: SproutingNumbers

  init(cord: CordModel, lesionCentre: Double, circuits: [[Int32]], numbers: SproutingNumbers) {
    self.numbers = numbers
    self.circuits = circuits.map { own in
      SproutingLevels.Place(voxels: own, shares: [Float](repeating: 1, count: own.count))
    }
    let plane = cord.grid.nx * cord.grid.ny
    let thickness = cord.grid.spacing.z
    passage = (0..<cord.grid.nz).compactMap { slice in
      let distance = abs(cord.position(ofSlice: slice) - lesionCentre)
      let length = min(thickness, numbers.zone + thickness / 2 - distance)
      guard length > 0 else { return nil }
      let voxels = (slice * plane..<(slice + 1) * plane).filter {
        cord.cordFraction[$0] > 0 && cord.greyFraction[$0] < 0.5
      }
      let shares = voxels.map { cord.cordFraction[$0] * (1 - cord.greyFraction[$0]) }
      return (SproutingLevels.Place(voxels: voxels.map(Int32.init), shares: shares), length)
    }
  }

  /// What the cord permits at its present time.
  ///
  /// Of enzyme `E / (E + K_o)`; of the rest `1 - (1 - ψ_N a / (a + K_N)) (1 - x) Π (1 - c / (c + K))` over BDNF, NT-3 and
  /// GDNF, with the support x by grafted cells and vesicles.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - conditions: support by grafted cells and vesicles, and the factor of the subject's age.
  /// - Returns: the permission of each task.
  func permission(of model: LesionModel, _ conditions: GrowthConditions) -> SproutingPermission {
    let levels = SproutingLevels(
      state: model.state, support: conditions.sproutingSupport, numbers: numbers)
    let axons = model.state.values(.axons)
    let neurons = model.state.values(.neurons)
    var digested = 0.0
    var supported = 0.0
    for (place, length) in passage {
      let mean = levels.mean(over: place, of: axons)
      digested += mean.digested * length
      supported += mean.supported * length
    }
    let about = (
      digested: 1 - exp(-numbers.density * digested), supported: 1 - exp(-numbers.density * supported)
    )
    var permission = SproutingPermission(vigour: vigour(onDay: model.clock.days, conditions))
    for own in circuits {
      let below = levels.mean(over: own, of: neurons)
      permission.digested.append(own.voxels.isEmpty ? 0 : mix(below.digested, about.digested))
      permission.supported.append(own.voxels.isEmpty ? 0 : mix(below.supported, about.supported))
    }
    return permission
  }

  /// Sprouting relative to a young adult's just after an injury, by the age of the subject and of the injury:
  /// `f (φ_s + (1 - φ_s) e^(-t / τ_w))`.
  private func vigour(onDay day: Double, _ conditions: GrowthConditions) -> Double {
    let fading = exp(-day / numbers.windowTime)
    return Double(conditions.ageFactor) * (numbers.windowFloor + (1 - numbers.windowFloor) * fading)
  }

  private func mix(_ below: Double, _ about: Double) -> Double {
    (1 - numbers.zoneShare) * below + numbers.zoneShare * about
  }
}
