import Foundation
import MyelonQuantities

/// The cerebrospinal fluid as one mixed compartment from which bulk flow and loss of activity remove a factor.
///
/// What reaches the cord is not subtracted: a window's extracellular space is a few hundredths of the fluid's volume.
struct CerebrospinalFluid: Sendable, Hashable {
  /// Volume, mL.
  let volume: Double
  /// Loss of a small protein by turnover, 1/d.
  let turnover: Double
  /// Loss of an antibody, 1/d.
  let antibodyLoss: Double
  /// Loss of chondroitinase activity, 1/d.
  let activityLoss: Double

  init(_ table: ParameterTable) {
    volume = table["csf_volume"]
    turnover = 24 / table["csf_turnover"]
    antibodyLoss = M_LN2 / table["csf_antibody_half_life"]
    activityLoss = M_LN2 / table["ChABC_half_life_Pv"]
  }

  /// First-order loss of a factor from the fluid, 1/d.
  func loss(of factor: Factor) -> Double {
    switch factor {
    case .antiNogo: antibodyLoss
    case .chondroitinase: turnover + activityLoss
    default: turnover
    }
  }

  /// Mean concentration over a step, from what came in and how the amount changed: `dA/dt = in - k A`.
  ///
  /// - Parameters:
  ///   - entered: amount that came in during the step.
  ///   - change: amount in the fluid at the end less that at the start.
  ///   - loss: 1/d.
  ///   - days: length of the step.
  /// - Returns: amount per mL.
  func meanConcentration(entered: Double, change: Double, loss: Double, days: Double) -> Double {
    max(0, (entered - change) / (loss * days * volume))
  }
}
