import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// How a host receives grafted cells.
  static func graft(_ species: Species) -> [Parameter] { [] }
}
