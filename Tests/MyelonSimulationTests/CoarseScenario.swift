import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonSimulation

/// Scenarios that are coarse and short, so that a whole run takes a part of a second.
enum CoarseScenario {
  /// A compressed human cord in two arms, one of them decompressed within the run.
  static func human(days: Double = 3, visits: [Double]? = [1, 3]) -> Scenario {
    let lasting = Injury(
      mechanism: .compression(peakCompression: 0.6, residualCompression: 0.3, decompression: 12), level: "C5")
    let blow = Injury(mechanism: .contusion(peakCompression: 0.4), level: "C5", laterality: 0.3)
    return Scenario(
      name: "coarse human", subject: .init(species: .human, age: 38, sex: .male), injury: lasting,
      arms: [.init(name: "compression"), .init(name: "a blow, \"brief\"", injury: blow)],
      run: .init(days: days, voxel: 2, seed: 11, visits: visits, individualVariation: true),
      outputs: .init(fields: .named(["cavity", "axons", "oedema"])))
  }

  /// A rat after a weight drop, one arm.
  static func rat(days: Double = 3, visits: [Double]? = [1, 3]) -> Scenario {
    Scenario(
      name: "coarse rat", subject: .init(species: .rat, age: 0.2, sex: .female),
      injury: Injury(mechanism: .weightDrop(height: 25, mass: 10), level: "T10"),
      run: .init(days: days, voxel: 0.5, seed: 7, visits: visits),
      outputs: .init(fields: .named(["tissue"])))
  }
}
