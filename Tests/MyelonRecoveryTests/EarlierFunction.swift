import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities

@testable import MyelonRecovery

/// A person's function and a rat's score by the formulae of before.
struct EarlierFunction {
  let reading: EarlierReading
  let table: ParameterTable
  let days: Double
  /// Bruised roots, which `RootInjuryTests` check on their own.
  let roots: RootInjury

  init(_ cord: RecoveryCord) {
    table = cord.table
    roots =
      cord.model.cord.species == .human
      ? RootInjury(
        segment: CordReading.injuredSegment(of: cord.model.cord, epicentre: cord.model.primary.epicentre),
        peakStrain: cord.model.primary.strain?.peak, table: cord.table) : .none
    reading = EarlierReading(cord.model)
    days = cord.model.clock.days
  }

  /// Drive of a key muscle.
  func drive(_ pool: MotorPool, _ side: Side) -> Double {
    let rules = HumanFunction.Parameters(table)
    var sum = 0.0
    for share in pool.shares {
      let lateral = reading.conduction([.lateralCorticospinal], [side], to: share.segment)
      let ventral = reading.conduction([.ventralCorticospinal], [side], to: share.segment)
      let reticulospinal = reading.conduction(
        EarlierReading.reticulospinal, [.right, .left], to: share.segment)
      let descending =
        rules.lateral * lateral + rules.ventral * ventral + rules.reticulospinal * reticulospinal
      let left =
        reading.segmentIndex[share.segment].map { reading.horns.ventral[$0][Int(side.rawValue)] } ?? 1
      let motoneurons = min(1, left * rules.unitGain(days))
      let efficacy = rules.shock(descending, days) * rules.plasticity(days)
      let root = reading.segmentIndex[share.segment].map { roots.motor($0, days: days) } ?? 1
      sum += share.weight * min(1, descending * efficacy) * (motoneurons * root)
    }
    return min(1, sum)
  }

  /// Light touch and pin prick of a dermatome.
  func sensation(_ dermatome: Int, _ side: Side) -> (touch: Double, prick: Double) {
    let rules = HumanFunction.Parameters(table)
    func felt(_ share: Double) -> Double {
      let gain = 1 + rules.sensoryGain * (rules.plasticity(days) - 1)
      let efficacy = rules.sensoryShock(share, days)
      return rules.sensoryCurve.response(
        min(1, share * efficacy * gain) * roots.sensory(dermatome + 1, days: days))
    }
    let columns = reading.ascending(
      [.fasciculusGracilis, .fasciculusCuneatus], side, from: dermatome, crossing: 0)
    let crossed = reading.crossed(side, from: dermatome)
    let horn = reading.horns.dorsal[min(dermatome + 1, reading.horns.dorsal.count - 1)][Int(side.rawValue)]
    return (
      felt(rules.dorsalColumn * columns + (1 - rules.dorsalColumn) * crossed), felt(crossed * horn)
    )
  }

  /// Drive of a rat's hind limbs and the score.
  func locomotion() -> (drive: Double, score: Double) {
    let crossing = table["bbb_crossing"]
    let groups: [(tracts: [Tract], weight: Double, crossing: Double)] = [
      (EarlierReading.reticulospinal, table["bbb_weight_reticulospinal"], crossing),
      ([.lateralVestibulospinal], table["bbb_weight_vestibulospinal"], 0),
      ([.propriospinal], table["bbb_weight_propriospinal"], crossing),
      ([.rubrospinal], table["bbb_weight_rubrospinal"], 0),
      (
        [.dorsalCorticospinal, .lateralCorticospinal, .ventralCorticospinal],
        table["bbb_weight_corticospinal"], 0
      ),
      ([.fasciculusGracilis, .ventralSpinocerebellar], table["bbb_weight_afferent"], 0),
    ]
    var sum = 0.0
    for segment in ["L2", "L3", "L4"] {
      for side in Side.allCases {
        let conduction = groups.reduce(0.0) { partial, group in
          let own = reading.conduction(group.tracts, [side], to: segment)
          let other = reading.conduction(group.tracts, [side.opposite], to: segment)
          return partial + group.weight * (own + group.crossing * (other - own))
        }
        let left = reading.segmentIndex[segment].map { reading.horns.ventral[$0][Int(side.rawValue)] } ?? 1
        sum += conduction * left
      }
    }
    let drive = min(1, sum / (6 * groups.reduce(0.0) { $0 + $1.weight }))
    let curve = AnchorCurve([
      (0, table["bbb_at_0"]), (0.05, table["bbb_at_5"]), (0.15, table["bbb_at_15"]),
      (0.25, table["bbb_at_25"]), (0.55, table["bbb_at_55"]), (1, 21),
    ])
    let shock = 1.1 * (1 - drive) / (1 - drive + 0.1)
    let value = curve.value(drive) * (1 - shock * exp(-days / table["bbb_recovery_time"]))
    return (drive, min(max(value, 0), 21))
  }
}
