import Foundation
import MyelonAnatomy
import MyelonQuantities

/// How far the cut end of an axon retracts towards its cell body.
///
/// `δ(t) = δ₀ + δ₁ (1 - e^(-t/τ))`: at once on cutting, then over weeks as macrophages reach the stump. Corticospinal
/// axons retract farther than the others.
public struct Dieback: Sendable {
  private let acute: Double
  private let late: Double
  private let corticospinal: Double
  private let time: Double

  /// Reads the model's numbers from a table that holds `LesionParameters`.
  public init(_ table: ParameterTable) {
    acute = table["dieback_acute"]
    late = table["dieback_macrophage"]
    corticospinal = table["dieback_CST"]
    time = table["dieback_time"] * table["time_scaling"]
  }

  /// Retraction of a tract's cut axons, mm.
  ///
  /// - Parameters:
  ///   - tract: the tract.
  ///   - days: time after injury.
  /// - Returns: distance, mm.
  public func distance(_ tract: Tract, days: Double) -> Double {
    acute + (tract.isCorticospinal ? corticospinal : late) * (1 - exp(-days / time))
  }
}
