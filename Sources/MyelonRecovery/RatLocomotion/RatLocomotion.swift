import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom

/// Reads a rat's open-field locomotion (BBB) from the state of the cord.
///
/// `drive = pool · Σ w · conduction` over the tracts that stepping depends on, to the lumbar enlargement; the
/// plateau score follows drive along a monotone curve through published anchors, and is reached as spinal shock
/// lifts: `BBB(t) = plateau(d) (1 - s(d) e^(-t/τ_B))` with `s(d) = 1.1 (1 - d) / (1 - d + 0.1)`, so that a loss of
/// a tenth hides half of locomotion on the first day, a large loss all of it, and an intact rat knows no shock
/// (assumed; rats with mild contusions hardly move their hind limbs on day 1).
public struct RatLocomotion: Sendable {
  private let block: Float
  private let tracts: [(tracts: [Tract], weight: Double)]
  private let curve: AnchorCurve
  private let recoveryTime: Double
  private let deviation: Double

  /// Reads the model's numbers from a table that holds `RecoveryParameters` for rats.
  public init(_ table: ParameterTable) {
    block = Float(table["f_block"])
    tracts = [
      (
        [
          .lateralReticulospinal, .ventrolateralReticulospinal, .ventralReticulospinal, .medialReticulospinal,
        ],
        table["bbb_weight_reticulospinal"]
      ),
      ([.lateralVestibulospinal], table["bbb_weight_vestibulospinal"]),
      ([.propriospinal], table["bbb_weight_propriospinal"]),
      ([.rubrospinal], table["bbb_weight_rubrospinal"]),
      (
        [.dorsalCorticospinal, .lateralCorticospinal, .ventralCorticospinal],
        table["bbb_weight_corticospinal"]
      ),
      ([.fasciculusGracilis, .ventralSpinocerebellar], table["bbb_weight_afferent"]),
    ]
    curve = AnchorCurve([
      (0, table["bbb_at_0"]), (0.05, table["bbb_at_5"]), (0.15, table["bbb_at_15"]),
      (0.25, table["bbb_at_25"]), (0.55, table["bbb_at_55"]), (1, 21),
    ])
    recoveryTime = table["bbb_recovery_time"]
    deviation = table["bbb_examiner_deviation"]
  }

  /// Descending drive of the hind limbs, 0 to 1, each side's mean.
  public func drive(of model: LesionModel) -> Double {
    let reading = CordReading(model, block: block)
    var sum = 0.0
    for segment in ["L2", "L3", "L4"] {
      for side in Side.allCases {
        let conduction = tracts.reduce(0.0) { partial, group in
          partial + group.weight * reading.conduction(group.tracts, [side], to: segment)
        }
        sum += conduction * reading.motoneurons(segment, side)
      }
    }
    let weights = tracts.reduce(0.0) { $0 + $1.weight }
    return min(1, sum / (6 * weights))
  }

  /// The score at the cord's present time.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - stream: the raters' random stream, or nil for raters without error.
  /// - Returns: the score and the drive behind it.
  public func score(of model: LesionModel, stream: inout RandomStream?) -> (score: BBBScore, drive: Double) {
    let drive = drive(of: model)
    let plateau = curve.value(drive)
    let shock = 1.1 * (1 - drive) / (1 - drive + 0.1)
    var value = plateau * (1 - shock * exp(-model.clock.days / recoveryTime))
    if stream != nil { value += deviation * (stream?.normal() ?? 0) }
    // Two limbs are scored, so means come in halves.
    let rounded = stream == nil ? value : (2 * value).rounded() / 2
    return (BBBScore(min(max(rounded, 0), 21)), drive)
  }
}
