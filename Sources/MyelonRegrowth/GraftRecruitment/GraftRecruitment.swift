import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonRandom

/// Lets grafted neurons send out axons, and takes back the axons of neurons that have died.
///
/// One growth cone stands for `W = max(1, C / B)` axons, C the axons of a transplant if all placed cells lived, B the
/// budget. A transplant sends out a new growth cone whenever its living neurons can have W axons more than it has sent
/// out. When neurons die, the share of its growth cones whose order lies above `living / sent out` is lost.
struct GraftRecruitment: Sendable, Codable {
  /// Growth cones that one transplant may have.
  let budget: Int
  /// Seed of the run.
  let seed: UInt64
  /// Growth cones sent out by each transplant.
  private(set) var sent: [Int] = []
  /// Share of the axons sent out whose neurons live, by transplant.
  private(set) var living: [Double] = []

  init(budget: Int, seed: UInt64) {
    self.budget = budget
    self.seed = seed
  }

  /// Puts the state back to where a checkpoint was taken.
  mutating func restore(sent: [Int], living: [Double]) {
    self.sent = sent
    self.living = living
  }

  /// Axons that a growth cone of a transplant stands for.
  func axonsPerCone(_ transplant: Int, _ conditions: GrowthConditions) -> Double {
    max(1, conditions.graftAxonCapacity[transplant] / Double(max(budget, 1)))
  }

  /// New growth cones of the grafted neurons that live now.
  mutating func recruits(_ conditions: GrowthConditions, cord: CordModel, day: Double) -> [NewCone] {
    var cones: [NewCone] = []
    for (transplant, axons) in conditions.graftAxons.enumerated() {
      if transplant >= sent.count {
        sent.append(0)
        living.append(1)
      }
      let weight = axonsPerCone(transplant, conditions)
      let total = axons.reduce(0.0) { $0 + Double($1) }
      let wanted = min(Int(total / weight), budget)
      if sent[transplant] > 0 {
        living[transplant] = min(living[transplant], total / (Double(sent[transplant]) * weight))
      }
      guard wanted > sent[transplant] else { continue }
      let new = sent[transplant]..<wanted
      cones += place(new, of: transplant, axons: axons, total: total, weight: weight, cord: cord, day: day)
      sent[transplant] = wanted
    }
    return cones
  }

  /// Whether the neuron of a growth cone lives: its order among the transplant's growth cones decides.
  ///
  /// - Parameters:
  ///   - transplant: the transplant.
  ///   - id: number of the growth cone.
  /// - Returns: false when the neuron has died.
  func lives(_ transplant: Int, id: UInt32) -> Bool {
    guard transplant < living.count, living[transplant] < 1 else { return true }
    let words = CounterRandom.words(
      counter: SIMD4(id, 0, 0, Self.orderStep),
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    return Double(words.x) * 0x1p-32 < living[transplant]
  }

  private static let orderStep: UInt32 = 0xB0_0000
  private static let placeStep: UInt32 = 0xC0_0000

  /// Growth cones in the voxels of the neurons, evenly over them, heading anywhere.
  private func place(
    _ numbers: Range<Int>, of transplant: Int, axons: [Float], total: Double, weight: Double, cord: CordModel,
    day: Double
  ) -> [NewCone] {
    let grid = cord.grid
    var passed = 0.0
    var voxel = 0
    // Ascending places, so that one walk over the voxels finds all.
    return (0..<numbers.count).map { index in
      let target = total * (Double(index) + 0.5) / Double(numbers.count)
      while voxel < axons.count - 1, passed + Double(axons[voxel]) < target {
        passed += Double(axons[voxel])
        voxel += 1
      }
      var stream = RandomStream(
        seed: seed, entity: UInt32(truncatingIfNeeded: numbers.lowerBound + index),
        step: Self.placeStep + UInt32(transplant))
      let (x, y, z) = (voxel % grid.nx, voxel / grid.nx % grid.ny, voxel / (grid.nx * grid.ny))
      let spread = SIMD3(stream.uniform(), stream.uniform(), stream.uniform()) - 0.5
      let height = 2 * stream.uniform() - 1
      let angle = 2 * Double.pi * stream.uniform()
      let radius = (1 - height * height).squareRoot()
      let side: Side = x < grid.nx / 2 ? .right : .left
      return NewCone(
        type: .graft, origin: AxonOrigin.graft(transplant: transplant, side).code,
        position: SIMD3<Float>(grid.centre(x, y, z) + 0.8 * spread * grid.spacing),
        direction: SIMD3<Float>(
          SIMD3(radius * cos(angle), radius * sin(angle), height)),
        axons: Float(weight), day: day)
    }
  }
}
