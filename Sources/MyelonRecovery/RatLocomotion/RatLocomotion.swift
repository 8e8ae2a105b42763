import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRegrowth

/// Reads a rat's open-field locomotion (BBB) from the state of the cord and from new connections.
///
/// `drive = pool · Σ w · conduction` over the tracts that stepping depends on, to the lumbar enlargement, plus what new
/// connections bring with the same weights; of reticulospinal and propriospinal input a share comes from the other side's
/// fibres, which cross at the segment; the plateau score follows drive along a monotone curve through published
/// anchors, and is reached as spinal shock lifts (see `ShockedScore`).
public struct RatLocomotion: Sendable {
  private let reticulospinal: Double
  private let vestibulospinal: Double
  private let propriospinal: Double
  private let rubrospinal: Double
  private let corticospinal: Double
  private let afferent: Double
  private let crossing: Double
  private let curve: AnchorCurve
  private let recoveryTime: Double
  private let deviation: Double
  private let disturbance: Double

  /// Reads the model's numbers from a table that holds `RecoveryParameters` for rats.
  public init(_ table: ParameterTable) {
    reticulospinal = table["bbb_weight_reticulospinal"]
    vestibulospinal = table["bbb_weight_vestibulospinal"]
    propriospinal = table["bbb_weight_propriospinal"]
    rubrospinal = table["bbb_weight_rubrospinal"]
    corticospinal = table["bbb_weight_corticospinal"]
    afferent = table["bbb_weight_afferent"]
    crossing = table["bbb_crossing"]
    curve = AnchorCurve([
      (0, table["bbb_at_0"]), (0.05, table["bbb_at_5"]), (0.15, table["bbb_at_15"]),
      (0.25, table["bbb_at_25"]), (0.55, table["bbb_at_55"]), (1, 21),
    ])
    recoveryTime = table["bbb_recovery_time"]
    deviation = table["bbb_examiner_deviation"]
    disturbance = table["misdirected_disturbance"]
  }

  private var limbs: LimbDrive {
    LimbDrive(
      segments: ["L2", "L3", "L4"],
      groups: [
        (Tract.allCases.filter(\.isReticulospinal), reticulospinal, crossing),
        ([.lateralVestibulospinal], vestibulospinal, 0), ([.propriospinal], propriospinal, crossing),
        ([.rubrospinal], rubrospinal, 0),
        ([.dorsalCorticospinal, .lateralCorticospinal, .ventralCorticospinal], corticospinal, 0),
        ([.fasciculusGracilis, .ventralSpinocerebellar], afferent, 0),
      ],
      disturbance: disturbance)
  }

  /// The score at the cord's present time.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - connections: what has regrown and what training has brought; nil for nothing of either.
  ///   - stream: the raters' random stream, or nil for raters without error.
  /// - Returns: the score and what is behind it.
  public func score(
    of model: LesionModel, connections: ConnectionSupply? = nil, stream: inout RandomStream?
  ) -> LocomotionResult {
    let found = limbs.read(CordReading(model, connections: connections))
    let days = model.clock.days
    let score = shocked(found.conducting, old: found.old, days: days)
    var value = score.value(found.both.total)
    if stream != nil { value += deviation * (stream?.normal() ?? 0) }
    // Two limbs are scored, so means come in halves.
    let rounded = stream == nil ? value : (2 * value).rounded() / 2
    let sides = (0..<2).map { side in
      shocked(found.conductingSides[side], old: found.oldSides[side], days: days)
        .value(found.sides[side].total)
    }
    return LocomotionResult(
      score: Self.held(rounded), drive: found.both.total, shares: found.both.shares,
      sideScores: sides.map(Self.held), sideShares: found.sides.map(\.shares),
      contributions: FunctionContributions(
        motorDrive: found.both.shares,
        scores: [
          ScoreAttribution(
            measure: "BBB", baseline: score.value(0),
            points: found.both.shares.attributed(by: score.value))
        ]))
  }

  private func shocked(_ conducting: Double, old: Double, days: Double) -> ShockedScore {
    ShockedScore(
      conducting: conducting, old: old, days: days, recoveryTime: recoveryTime, plateau: curve.value)
  }

  private static func held(_ value: Double) -> BBBScore { BBBScore(min(max(value, 0), 21)) }
}
