import MyelonAnatomy
import MyelonQuantities

extension RegrowthParameters {
  /// Synapses, relays, strengthening, pruning and training.
  static func connections(_ species: Species) -> [Parameter] { [] }
}
