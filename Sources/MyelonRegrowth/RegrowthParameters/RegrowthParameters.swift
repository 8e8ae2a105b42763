import MyelonAnatomy
import MyelonQuantities

/// The numbers of growing axons and of new connections.
public enum RegrowthParameters {
  /// All of them, for a species.
  public static func table(for species: Species) -> ParameterTable {
    ParameterTable(growth(species) + recruitment(species) + connections(species))
  }
}
