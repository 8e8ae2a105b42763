import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// Kinetics and effects of drugs.
  static func drugs(_ species: Species) -> [Parameter] { [] }
}
