import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRegrowth

/// Reads a person's function from the state of the cord and from new connections.
///
/// Motor, per key muscle: `drive = Σ_segments share · min(1, (old · efficacy(t) · training + new) · excitability) ·
/// (1 - c_x misdirected) · pool` with `old = w_l LCST + w_v VCST + w_r RST` of what conducts and `new` the regenerated
/// shares with the same weights plus relays and detours, and strength rises with drive above a threshold along a
/// saturating curve. Light touch follows the dorsal columns of
/// the same side and, less, the crossed spinothalamic tract; pin prick the crossed spinothalamic tract, through
/// the neurons of the dorsal horn it starts from.
///
/// Efficacy joins two time courses: spinal shock, which hides part of a spared path the more the less of it is
/// left, and lifts over weeks, and the strengthening of spared connections over months:
/// `efficacy(c, t) = (1 - h₀ (1 - c) e^(-t/τ_h)) (1 + g_p (1 - e^(-t/τ_p)))` for a path that conducts the share c.
/// Of the shock a share acts on sensation, of the strengthening another. Efficacy multiplies what conducts, so nothing grows where nothing crosses, and an intact path knows no shock. New
/// connections carry their own efficacy: neither shock nor this strengthening acts on them.
///
/// Roots that the blow has bruised pass on neither drive nor sensation until their block ends (`RootInjury`).
public struct HumanFunction: Sendable {
  let parameters: Parameters
  private let table: ParameterTable
  /// Pools of the ten key muscles, in worksheet order.
  let keyMuscles: [MotorPool]
  /// Pool of the external anal sphincter.
  let sphincter: [MotorPool]

  struct Parameters: Sendable {
    let enlargement: Double
    let lateral: Double
    let ventral: Double
    let reticulospinal: Double
    let motorCurve: ResponseCurve
    let sensoryCurve: ResponseCurve
    let dorsalColumn: Double
    let shockDepth: Double
    let shockTime: Double
    let sensoryShock: Double
    let sensoryGain: Double
    let pressureEdge: Double
    let plasticityGain: Double
    let plasticityTime: Double
    let analThreshold: Double
    let disturbance: Double

    init(_ table: ParameterTable) {
      enlargement = table["motor_unit_enlargement"]
      lateral = table["weight_lateral_corticospinal"]
      ventral = table["weight_ventral_corticospinal"]
      reticulospinal = table["weight_reticulospinal"]
      motorCurve = ResponseCurve(threshold: table["drive_threshold"], half: table["drive_half"])
      sensoryCurve = ResponseCurve(threshold: table["sensory_threshold"], half: table["sensory_half"])
      dorsalColumn = table["touch_dorsal_column"]
      shockDepth = table["shock_depth"]
      shockTime = table["shock_time"]
      sensoryShock = table["sensory_shock_share"]
      sensoryGain = table["sensory_gain_share"]
      pressureEdge = table["anal_pressure_edge"]
      plasticityGain = table["plasticity_gain"]
      plasticityTime = table["plasticity_time"]
      analThreshold = table["anal_drive_threshold"]
      disturbance = table["misdirected_disturbance"]
    }

    /// What spinal shock leaves of a path that conducts a share, at a time in days.
    func shock(_ share: Double, _ days: Double) -> Double {
      1 - shockDepth * (1 - share) * exp(-days / shockTime)
    }
    /// What spinal shock leaves of sensation: it silences neurons below the injury, on which ascending fibres hardly depend.
    func sensoryShock(_ share: Double, _ days: Double) -> Double {
      1 - sensoryShock * (1 - shock(share, days))
    }
    /// Strengthening of spared connections at a time, days.
    func plasticity(_ days: Double) -> Double { 1 + plasticityGain * (1 - exp(-days / plasticityTime)) }
    /// Enlargement of motor units at a time, days.
    func unitGain(_ days: Double) -> Double { 1 + (enlargement - 1) * (1 - exp(-days / plasticityTime)) }
  }

  /// Reads the model's numbers from a table that holds `RecoveryParameters` for people.
  public init(_ table: ParameterTable) {
    self.table = table
    parameters = Parameters(table)
    let pools = MotorPool.standard(.human)
    keyMuscles = pools.filter { $0.keySegment != nil }
    sphincter = pools.filter { $0.name.contains("anal sphincter") }
  }

  /// Function of a cord at its present time.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - connections: what has regrown and what training has brought; nil for nothing of either.
  /// - Returns: function with its parts by the kind of connection.
  public func state(of model: LesionModel, connections: ConnectionSupply? = nil) -> FunctionalState {
    let reading = CordReading(model, connections: connections)
    let days = model.clock.days
    let roots = RootInjury(
      segment: reading.injuredSegment, peakStrain: model.primary.strain?.peak, table: table)
    var state = FunctionalState.normal
    for side in Side.allCases {
      let index = Int(side.rawValue)
      for (muscle, pool) in keyMuscles.enumerated() {
        let drive = drive(pool, side, reading: reading, roots: roots, days: days)
        state.drive[index][muscle] = drive.total
        state.driveShares[index][muscle] = drive.shares
        state.strength[index][muscle] = parameters.motorCurve.response(drive.total)
      }
      for dermatome in 0..<28 {
        let root = roots.sensory(dermatome + 1, days: days)
        let touch = felt(touch(dermatome, side, reading: reading), root: root, days: days)
        let prick = felt(prick(dermatome, side, reading: reading), root: root, days: days)
        state.touchShares[index][dermatome] = touch.shares
        state.prickShares[index][dermatome] = prick.shares
        state.lightTouch[index][dermatome] = parameters.sensoryCurve.response(touch.total)
        state.pinPrick[index][dermatome] = parameters.sensoryCurve.response(prick.total)
      }
    }
    readSacral(&state, reading: reading, roots: roots, days: days)
    state.contributions = contributions(to: state, reading: reading)
    return state
  }

  /// Voluntary anal contraction and deep anal pressure from the best side.
  private func readSacral(
    _ state: inout FunctionalState, reading: CordReading, roots: RootInjury, days: Double
  ) {
    let drives = sphincter.flatMap { pool in
      Side.allCases.map { drive(pool, $0, reading: reading, roots: roots, days: days).total }
    }
    state.analContraction = (drives.max() ?? 0) > parameters.analThreshold
    let felt = (0..<2).flatMap { [state.lightTouch[$0][27], state.pinPrick[$0][27]] }
    state.analPressure = (felt.max() ?? 0) > parameters.pressureEdge
  }
}
