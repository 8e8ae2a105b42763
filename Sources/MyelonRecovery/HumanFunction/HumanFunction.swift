import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities

/// Reads a person's function from the state of the cord.
///
/// Motor, per key muscle: `drive = Σ_segments share · (w_l LCST + w_v VCST + w_r RST) · pool · efficacy(t)`, and
/// strength rises with drive above a threshold along a saturating curve. Light touch follows the dorsal columns of
/// the same side and, less, the crossed spinothalamic tract; pin prick the crossed spinothalamic tract, through
/// the neurons of the dorsal horn it starts from.
///
/// Efficacy joins two time courses: spinal shock, which hides part of a spared path the more the less of it is
/// left, and lifts over weeks, and the strengthening of spared connections over months:
/// `efficacy(c, t) = (1 - h₀ (1 - c) e^(-t/τ_h)) (1 + g_p (1 - e^(-t/τ_p)))` for a path that conducts the share c.
/// It multiplies what conducts, so nothing grows where nothing crosses, and an intact path knows no shock.
public struct HumanFunction: Sendable {
  let parameters: Parameters
  /// Pools of the ten key muscles, in worksheet order.
  private let keyMuscles: [MotorPool]
  /// Pool of the external anal sphincter.
  private let sphincter: [MotorPool]

  struct Parameters: Sendable {
    let block: Float
    let enlargement: Double
    let lateral: Double
    let ventral: Double
    let reticulospinal: Double
    let motorCurve: ResponseCurve
    let sensoryCurve: ResponseCurve
    let dorsalColumn: Double
    let shockDepth: Double
    let shockTime: Double
    let plasticityGain: Double
    let plasticityTime: Double
    let analThreshold: Double

    init(_ table: ParameterTable) {
      block = Float(table["f_block"])
      enlargement = table["motor_unit_enlargement"]
      lateral = table["weight_lateral_corticospinal"]
      ventral = table["weight_ventral_corticospinal"]
      reticulospinal = table["weight_reticulospinal"]
      motorCurve = ResponseCurve(threshold: table["drive_threshold"], half: table["drive_half"])
      sensoryCurve = ResponseCurve(threshold: table["sensory_threshold"], half: table["sensory_half"])
      dorsalColumn = table["touch_dorsal_column"]
      shockDepth = table["shock_depth"]
      shockTime = table["shock_time"]
      plasticityGain = table["plasticity_gain"]
      plasticityTime = table["plasticity_time"]
      analThreshold = table["anal_drive_threshold"]
    }

    /// What spinal shock leaves of a path that conducts a share, at a time in days.
    func shock(_ share: Double, _ days: Double) -> Double {
      1 - shockDepth * (1 - share) * exp(-days / shockTime)
    }
    /// Strengthening of spared connections at a time, days.
    func plasticity(_ days: Double) -> Double { 1 + plasticityGain * (1 - exp(-days / plasticityTime)) }
    /// Enlargement of motor units at a time, days.
    func unitGain(_ days: Double) -> Double { 1 + (enlargement - 1) * (1 - exp(-days / plasticityTime)) }
  }

  /// Reads the model's numbers from a table that holds `RecoveryParameters` for people.
  public init(_ table: ParameterTable) {
    parameters = Parameters(table)
    let pools = MotorPool.standard(.human)
    keyMuscles = pools.filter { $0.keySegment != nil }
    sphincter = pools.filter { $0.name.contains("anal sphincter") }
  }

  /// Function of a cord at its present time.
  public func state(of model: LesionModel) -> FunctionalState {
    let reading = CordReading(model, block: parameters.block)
    let days = model.clock.days
    var state = FunctionalState.normal
    for side in Side.allCases {
      let index = Int(side.rawValue)
      for (muscle, pool) in keyMuscles.enumerated() {
        let drive = drive(pool, side, reading: reading, days: days)
        state.drive[index][muscle] = drive
        state.strength[index][muscle] = parameters.motorCurve.response(drive)
      }
      for dermatome in 0..<28 {
        let touch = touch(dermatome, side, reading: reading)
        let prick = prick(dermatome, side, reading: reading)
        state.lightTouch[index][dermatome] = felt(touch, days: days)
        state.pinPrick[index][dermatome] = felt(prick, days: days)
      }
    }
    readSacral(&state, reading: reading, days: days)
    return state
  }

  /// Drive of a pool: descending conduction to its segments times the motoneurons left, times efficacy.
  private func drive(_ pool: MotorPool, _ side: Side, reading: CordReading, days: Double) -> Double {
    var sum = 0.0
    for share in pool.shares {
      let descending = descending(to: share.segment, side, reading: reading)
      let motoneurons = min(1, reading.motoneurons(share.segment, side) * parameters.unitGain(days))
      let efficacy = parameters.shock(descending, days) * parameters.plasticity(days)
      sum += share.weight * min(1, descending * efficacy) * motoneurons
    }
    return min(1, sum)
  }

  /// Sensation of a path that conducts a share: shock and half of the motor gain, then the response curve.
  ///
  /// Half is assumed: sensory scores regain less than motor scores (NH32: 6.6 and 4.3 points of touch and pin
  /// prick against 11.2 of motor in six months).
  private func felt(_ share: Double, days: Double) -> Double {
    let gain = 0.5 * (1 + parameters.plasticity(days))
    return parameters.sensoryCurve.response(min(1, share * parameters.shock(share, days) * gain))
  }

  private func descending(to segment: String, _ side: Side, reading: CordReading) -> Double {
    let lateral = reading.conduction([.lateralCorticospinal], [side], to: segment)
    let ventral = reading.conduction([.ventralCorticospinal], [side], to: segment)
    let reticulospinal = reading.conduction(
      [.lateralReticulospinal, .ventrolateralReticulospinal, .ventralReticulospinal, .medialReticulospinal],
      [.right, .left], to: segment)
    return parameters.lateral * lateral + parameters.ventral * ventral
      + parameters.reticulospinal * reticulospinal
  }

  /// Light touch: dorsal columns of the same side, anterior spinothalamic fibres of the other.
  private func touch(_ dermatome: Int, _ side: Side, reading: CordReading) -> Double {
    let columns = reading.ascending(
      [.fasciculusGracilis, .fasciculusCuneatus], side, from: dermatome, crossing: 0)
    let crossed = reading.crossed([.spinothalamic], side, from: dermatome)
    return parameters.dorsalColumn * columns + (1 - parameters.dorsalColumn) * crossed
  }

  /// Pin prick: the crossed spinothalamic tract, through the dorsal horn where it starts.
  private func prick(_ dermatome: Int, _ side: Side, reading: CordReading) -> Double {
    let crossed = reading.crossed([.spinothalamic], side, from: dermatome)
    return crossed * reading.dorsalHorn(dermatome, side)
  }

  /// Voluntary anal contraction and deep anal pressure from the best side.
  private func readSacral(_ state: inout FunctionalState, reading: CordReading, days: Double) {
    let drives = sphincter.flatMap { pool in
      Side.allCases.map { drive(pool, $0, reading: reading, days: days) }
    }
    state.analContraction = (drives.max() ?? 0) > parameters.analThreshold
    let felt = (0..<2).flatMap { [state.lightTouch[$0][27], state.pinPrick[$0][27]] }
    // Deep pressure is felt if a quarter of one normal modality at S4-5 is left: the edge of a grade 1.
    state.analPressure = (felt.max() ?? 0) > 0.25
  }
}
