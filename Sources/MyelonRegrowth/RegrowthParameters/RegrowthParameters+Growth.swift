import MyelonAnatomy
import MyelonQuantities

extension RegrowthParameters {
  /// Growth cones: speed, persistence, guidance, inhibition, trophic need.
  static func growth(_ species: Species) -> [Parameter] { [] }
}
