import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRegrowth
import MyelonTestSupport

@testable import MyelonRecovery

extension ConnectionSupply {
  /// New connections drawn at random, most of them weak.
  static func random(_ cord: CordModel, _ random: inout SeededGenerator) -> ConnectionSupply {
    var supply = ConnectionSupply(segmentCount: cord.segmentNames.count)
    let strength = random.number(in: 0...0.3)
    func share(_ random: inout SeededGenerator) -> Double {
      random.number(in: 0...1) < 0.5 ? 0 : strength * random.number(in: 0...1)
    }
    for side in 0..<2 {
      for segment in 0..<supply.segmentCount {
        for tract in Tract.allCases where !tract.isAscending {
          supply.descending[Int(tract.rawValue)][side][segment] = share(&random)
        }
        supply.relays[side][segment] = Share(relayed: share(&random), detoured: share(&random))
        for modality in 0..<2 {
          supply.ascending[modality][side][segment] = Share(
            regenerated: share(&random), relayed: share(&random), detoured: share(&random))
        }
      }
    }
    return supply
  }

  /// The same share of one kind of connection for every segment of the given sides.
  static func even(
    _ cord: CordModel, regenerated: Double = 0, relayed: Double = 0, detoured: Double = 0,
    sides: [Side] = Side.allCases
  ) -> ConnectionSupply {
    var supply = ConnectionSupply(segmentCount: cord.segmentNames.count)
    for side in sides.map({ Int($0.rawValue) }) {
      for segment in 0..<supply.segmentCount {
        for tract in Tract.allCases where !tract.isAscending {
          supply.descending[Int(tract.rawValue)][side][segment] = regenerated
        }
        supply.relays[side][segment] = Share(relayed: relayed, detoured: detoured)
      }
    }
    return supply
  }

  /// The same connections with training, stimulation or misdirected input.
  func with(training: [Double]? = nil, excitability: [Double]? = nil, misdirected: Double? = nil)
    -> ConnectionSupply
  {
    var supply = self
    supply.trainingGain = training ?? trainingGain
    supply.excitability = excitability ?? self.excitability
    if let misdirected {
      supply.misdirected = self.misdirected.map { $0.map { _ in misdirected } }
    }
    return supply
  }
}

extension RecoveryCord {
  func function(_ supply: ConnectionSupply?) -> FunctionalState {
    HumanFunction(table).state(of: model, connections: supply)
  }

  func locomotion(_ supply: ConnectionSupply?) -> LocomotionResult {
    var stream: RandomStream?
    return RatLocomotion(table).score(of: model, connections: supply, stream: &stream)
  }

  func reaching(_ supply: ConnectionSupply?) -> ReachingResult {
    RatReaching(table).result(of: model, connections: supply)
  }

  /// A rat's cord around C5 at 0.4 mm: fore- and hind limbs lie below the injury.
  static func cervicalRat(_ mechanism: InjuryMechanism) throws -> RecoveryCord {
    try RecoveryCord(.rat, mechanism, at: "C5", spacing: 0.4, reach: 5)
  }

  /// Sum of the expected grades of the key muscles.
  static func motorScore(_ state: FunctionalState) -> Double {
    state.strength.reduce(0) { $0 + $1.reduce(0) { $0 + 5 * $1 } }
  }
}
