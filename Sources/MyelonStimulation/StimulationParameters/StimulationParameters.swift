import MyelonAnatomy
import MyelonQuantities

/// The parameters of stimulation: tissues, the size of the canal and the body, and the calibres of fibres.
public enum StimulationParameters {
  /// All parameters of a species, in the order of the documentation (`Docs/Model/SpinalCanal.md`).
  public static func table(for species: Species) -> ParameterTable {
    ParameterTable(
      conductivities(species) + layers(species) + canal(species) + bone(species) + trunk(species)
        + dorsalRootFibres(species) + tractFibres(species) + fibreCounts(species))
  }
}
