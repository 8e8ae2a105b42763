import MyelonQuantities

/// The preparations of chondroitinase ABC, which differ in how long they stay active at body temperature.
public enum ChondroitinaseForm: String, Sendable, Hashable, Codable, CaseIterable {
  /// The usual enzyme, from Proteus vulgaris.
  case proteus
  /// The enzyme from Bacteroides thetaiotaomicron.
  case bacteroides
  /// The usual enzyme stabilised with trehalose.
  case trehalose

  /// Half-life of activity in a depot, d, for `FactorRelease.depotHalfLife`.
  ///
  /// - Parameter table: holds `TherapyParameters`.
  /// - Returns: days.
  public func halfLife(_ table: ParameterTable) -> Double {
    switch self {
    case .proteus: table["ChABC_half_life_Pv"]
    case .bacteroides: table["ChABC_half_life_Bt"]
    case .trehalose: table["ChABC_half_life_trehalose"]
    }
  }
}
