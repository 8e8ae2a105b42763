import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRegrowth

/// Reads a rat's skilled reaching for pellets from the state of the cord and from new connections.
///
/// `drive = pool · Σ w · conduction` to C6-T1 of each side, mainly by the corticospinal fibres of the dorsal columns, with
/// the rubrospinal tract and the afferents of the cuneate fasciculus: skilled reaching follows the corticospinal tract,
/// stepping the reticulospinal and ventral ones (skilled_reach_CST: Schucht 2002; Garcia-Alias 2009; Kadoya 2016). Success
/// follows drive along a saturating curve above a threshold that is higher than that of stepping, and spinal shock hides
/// it at first as it hides locomotion (see `ShockedScore`).
public struct RatReaching: Sendable {
  private let dorsalCorticospinal: Double
  private let minorCorticospinal: Double
  private let rubrospinal: Double
  private let afferent: Double
  private let curve: ResponseCurve
  private let recoveryTime: Double
  private let disturbance: Double

  /// Reads the model's numbers from a table that holds `RecoveryParameters` for rats.
  public init(_ table: ParameterTable) {
    dorsalCorticospinal = table["reach_weight_corticospinal"]
    minorCorticospinal = table["reach_weight_minor_corticospinal"]
    rubrospinal = table["reach_weight_rubrospinal"]
    afferent = table["reach_weight_afferent"]
    curve = ResponseCurve(threshold: table["reach_threshold"], half: table["reach_half"])
    recoveryTime = table["bbb_recovery_time"]
    disturbance = table["misdirected_disturbance"]
  }

  private var limbs: LimbDrive {
    LimbDrive(
      segments: ["C6", "C7", "C8", "T1"],
      groups: [
        ([.dorsalCorticospinal], dorsalCorticospinal, 0),
        ([.lateralCorticospinal, .ventralCorticospinal], minorCorticospinal, 0),
        ([.rubrospinal], rubrospinal, 0), ([.fasciculusCuneatus], afferent, 0),
      ],
      disturbance: disturbance)
  }

  /// Success at the cord's present time.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - connections: what has regrown and what training has brought; nil for nothing of either.
  /// - Returns: success in per cent of the rat's own before the injury, and what is behind it.
  public func result(of model: LesionModel, connections: ConnectionSupply? = nil) -> ReachingResult {
    let reading = CordReading(model, connections: connections)
    let found = limbs.read(reading)
    let scores = (0..<2).map { side in
      ShockedScore(
        conducting: found.conductingSides[side], old: found.oldSides[side], days: model.clock.days,
        recoveryTime: recoveryTime, plateau: { 100 * curve.response($0) })
    }
    let sides = (0..<2).map { min(max(scores[$0].value(found.sides[$0].total), 0), 100) }
    let success = (sides[0] + sides[1]) / 2
    // An injury below the forelimbs' segments leaves no connection to them that could have crossed it.
    let isBelow = reading.isBelow("T1", includingInjured: true)
    let gains = (0..<2).map { found.sides[$0].shares.attributed(by: scores[$0].value) * 0.5 }
    return ReachingResult(
      success: success, sides: sides, drive: found.both.total, shares: found.both.shares,
      sideShares: found.sides.map(\.shares),
      attribution: ScoreAttribution(
        measure: "reaching", baseline: isBelow ? 0 : success, points: isBelow ? gains[0] + gains[1] : .none))
  }
}
