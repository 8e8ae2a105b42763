import MyelonAnatomy
import MyelonQuantities
import MyelonStimulation

/// The numbers of the lesion model, per species.
///
/// Rates are those of the rat, where nearly all of them were measured; in a human cord every cellular clock is
/// slowed by `human_time_scaling`, while diffusion and chemical clearance are not. A human table differs only
/// in the entries that say so.
public enum LesionParameters {
  /// All parameters of the lesion model for a species, in the order of the model document.
  public static func table(for species: Species) -> ParameterTable {
    ParameterTable(
      clock(for: species) + primaryInjury(for: species) + transport + death + inflammation + vessels + scar
        + myelin(for: species) + conduction + AxonBlock.parameters)
  }

  private static func clock(for species: Species) -> [Parameter] {
    switch species {
    case .rat:
      [
        Parameter(
          "time_scaling", "σ", 1, "fold", 1...1, "slow-down of cellular clocks against the rat",
          .derived(from: "the rat is the reference"))
      ]
    case .human:
      [
        Parameter(
          "time_scaling", "σ", 2.5, "fold", 1.5...4, "slow-down of cellular clocks against the rat",
          .measured(
            source: "human_time_scaling; Wu et al 2013 J Neurotrauma",
            note: "recalled rule of thumb: a 3 h window in the rat is about 12 h in people"))
      ]
    }
  }
}
