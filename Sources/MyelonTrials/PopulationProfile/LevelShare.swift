import ISNCSCI
import MyelonQuantities

/// The share of one neurological level.
public struct LevelShare: Sendable, Hashable {
  /// The level.
  public let level: SpinalLevel
  /// Its share.
  public let share: Double
}
