import MyelonAnatomy
import MyelonQuantities

/// The numbers of therapies that belong to no single product: hosts, materials, drugs, imaging, training
/// and stimulation.
public enum TherapyParameters {
  /// All of them, for a species.
  public static func table(for species: Species) -> ParameterTable {
    ParameterTable(
      graft(species) + materials + drugs(species) + tracking(species) + training(species)
        + stimulation(species))
  }
}
