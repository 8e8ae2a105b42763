import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRandom

/// Lets the host's cut axons send out growth cones, each once, where their stumps end.
///
/// A sampled axon that is found cut starts at the end of its stump, which has died back from the cut (`Dieback`),
/// heading for where it used to run. A share of the descending ones also sends a collateral into the grey matter beside
/// it, nearer to the cell body: the beginning of a detour.
struct HostRecruitment: Sendable {
  let host: HostAxons
  /// 1 for a sample that has begun to grow, one entry a sample.
  private(set) var begun: [UInt8]
  /// Hours after injury of the next look at which axons are cut.
  private(set) var nextLook: Double

  private let cord: CordModel
  private let dieback: Dieback
  private let collateralShare: Double
  private let collateralReach: Double
  private let onset: Double
  private let seed: UInt64

  init(host: HostAxons, cord: CordModel, parameters: ParameterTable, onsetDays: Double, seed: UInt64) {
    self.host = host
    self.cord = cord
    self.seed = seed
    begun = [UInt8](repeating: 0, count: host.samples.count)
    dieback = Dieback(parameters)
    collateralShare = parameters["collateral_share"]
    collateralReach = parameters["collateral_reach"]
    onset = onsetDays
    nextLook = 24 * onsetDays
  }

  /// Puts the state back to where a checkpoint was taken.
  mutating func restore(begun: [UInt8], nextLook: Double) {
    self.begun = begun
    self.nextLook = nextLook
  }

  /// The growth cones of axons that are found cut at this time; each look takes those cut since the last one.
  ///
  /// Secondary injury cuts axons for weeks, so looks come daily in the first two weeks and weekly after.
  mutating func recruits(_ model: LesionModel) -> [NewCone] {
    let day = model.clock.days
    guard model.clock.hours >= nextLook else { return [] }
    nextLook = model.clock.hours + (model.clock.days < onset + 14 ? 24 : 168)
    let uncut = model.state.values(.axons)
    var cones: [NewCone] = []
    for (index, sample) in host.samples.enumerated() where begun[index] == 0 {
      guard let slice = HostAxons.cutSlice(sample, uncut: uncut, bundles: cord.bundles) else { continue }
      begun[index] = 1
      var stream = RandomStream(seed: seed, entity: UInt32(truncatingIfNeeded: index), step: Self.streamStep)
      let stump = stumpSlice(sample, cutAt: slice, days: model.clock.days)
      cones.append(cone(sample, slice: stump, day: day, &stream))
      if let collateral = collateral(sample, stump: stump, day: day, &stream) { cones.append(collateral) }
    }
    return cones
  }

  /// Keeps the streams of recruitment apart from all others of a run.
  private static let streamStep: UInt32 = 0xA0_0000

  /// Slice in which the stump of a cut axon ends.
  private func stumpSlice(_ sample: HostAxons.Sample, cutAt slice: Int, days: Double) -> Int {
    guard case .tract(let tract, _) = sample.origin else { return slice }
    let back = Int((dieback.distance(tract, days: days) / cord.grid.spacing.z).rounded(.up))
    let end = sample.origin.isAscending ? slice + max(1, back) : slice - max(1, back)
    return min(max(end, 0), cord.grid.nz - 1)
  }

  private func cone(_ sample: HostAxons.Sample, slice: Int, day: Double, _ stream: inout RandomStream)
    -> NewCone
  {
    let voxel = cord.bundles.voxel(of: sample.bundle, inSlice: slice)
    return NewCone(
      type: sample.origin.neuron, origin: sample.origin.code, position: place(in: voxel, &stream),
      direction: SIMD3(0, 0, sample.origin.isAscending ? -1 : 1), axons: sample.axons, day: day)
  }

  /// A collateral into the nearest grey matter of the axon's side, or nil when the axon sends none.
  private func collateral(
    _ sample: HostAxons.Sample, stump: Int, day: Double, _ stream: inout RandomStream
  ) -> NewCone? {
    let draw = stream.uniform()
    let distance = collateralReach * stream.uniform()
    guard !sample.origin.isAscending, draw < collateralShare else { return nil }
    let slice = stump - Int((distance / cord.grid.spacing.z).rounded(.up))
    guard slice >= 0,
      let grey = nearestGrey(
        to: cord.bundles.voxel(of: sample.bundle, inSlice: slice), side: sample.origin.side)
    else { return nil }
    let angle = 2 * Double.pi * stream.uniform()
    return NewCone(
      type: sample.origin.neuron, origin: sample.origin.code, position: place(in: grey, &stream),
      direction: SIMD3(Float(cos(angle)), Float(sin(angle)), 0), axons: sample.axons, day: day)
  }

  /// The voxel of a slice that is mostly grey, on a side, nearest to another; nil where there is none.
  private func nearestGrey(to voxel: Int, side: Side) -> Int? {
    let grid = cord.grid
    let (x, y, z) = (voxel % grid.nx, voxel / grid.nx % grid.ny, voxel / (grid.nx * grid.ny))
    let columns = side == .right ? 0..<grid.nx / 2 : grid.nx / 2..<grid.nx
    var best: (distance: Int, voxel: Int)?
    for row in 0..<grid.ny {
      for column in columns {
        let index = grid.index(column, row, z)
        guard cord.cordFraction[index] * cord.greyFraction[index] > 0.5 else { continue }
        let distance = (column - x) * (column - x) + (row - y) * (row - y)
        if distance < best?.distance ?? Int.max { best = (distance, index) }
      }
    }
    return best?.voxel
  }

  /// A place near the middle of a voxel.
  private func place(in voxel: Int, _ stream: inout RandomStream) -> SIMD3<Float> {
    let grid = cord.grid
    let centre = grid.centre(
      voxel % grid.nx, voxel / grid.nx % grid.ny, voxel / (grid.nx * grid.ny))
    let spread = SIMD3(stream.uniform(), stream.uniform(), stream.uniform()) - 0.5
    return SIMD3<Float>(centre + 0.8 * spread * grid.spacing)
  }
}
