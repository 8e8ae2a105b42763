import Foundation
import MyelonLesion

/// Reads the surroundings of voxels from a cord; its pointers live as long as the cord's state.
struct GraftSurroundingsReader {
  private let fields: [UnsafeBufferPointer<Float>]
  private let kinetics: LesionKinetics
  private let numbers: GraftNumbers

  private static let order: [TissueField] = [
    .perfusion, .patency, .oedema, .cavity, .oxidants, .proInflammatoryCytokine, .inflammatoryMacrophages,
    .protection,
    .bdnf, .nt3, .gdnf, .scaffold, .matrix,
  ]

  init(_ model: LesionModel, numbers: GraftNumbers) {
    fields = Self.order.map { model.state.values($0) }
    kinetics = model.kinetics
    self.numbers = numbers
  }

  /// Surroundings of a voxel that holds `density` grafted cells a mm3.
  ///
  /// The supply of a cell is the larger of the flow of the voxel's own vessels, `q = Q Π / (1 + W / K_W)`, and what
  /// a fluid cavity gives by diffusion, `q_F cavity / (1 + n / n_F)`: fluid feeds a sparse graft, the core of a dense
  /// one starves in it.
  func at(_ voxel: Int, density: Double) -> GraftSurroundings {
    func value(_ field: Int) -> Double { Double(fields[field][voxel]) }
    let death = kinetics.death
    let flow = value(0) * value(1) / (1 + value(2) / Double(kinetics.inflammation.oedemaHalf))
    let fluid = numbers.fluidFeeding * value(3) / (1 + density / numbers.fluidHalf)
    let factors = value(8) + value(9) + value(10)
    let density4 = pow(value(6) / numbers.macrophageHalf, 4)
    return GraftSurroundings(
      ischaemia: Self.ischaemia(max(flow, fluid), death),
      oxidation: Self.aboveTolerance(value(4) / Double(death.oxidantHalf), death),
      cytokine: Self.aboveTolerance(value(5) / Double(kinetics.inflammation.cytokineHalf), death),
      macrophages: density4 / (1 + density4), protection: min(max(value(7), 0), 1),
      trophic: factors / (numbers.trophicHalf + factors), bareness: min(max(1 - value(12), 0), 1),
      scaffold: min(max(value(11), 0), 1))
  }

  private static func ischaemia(_ flow: Double, _ death: DeathKinetics) -> Double {
    let ratio = pow(flow / Double(death.flowHalf), 4)
    let tolerated = 1 / (1 + pow(Double(death.flowTolerance / death.flowHalf), 4))
    return max(0, (1 / (1 + ratio) - tolerated) / (1 - tolerated))
  }

  private static func aboveTolerance(_ ratio: Double, _ death: DeathKinetics) -> Double {
    let share = Double(death.stressTolerance * death.stressTolerance)
    let tolerated = share / (1 + share)
    let hill = ratio * ratio / (1 + ratio * ratio)
    return max(0, (hill - tolerated) / (1 - tolerated))
  }
}
