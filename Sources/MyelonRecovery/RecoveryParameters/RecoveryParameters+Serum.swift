import MyelonQuantities

extension RecoveryParameters {
  /// The numbers behind proteins in serum.
  static let serum: [Parameter] = [
    Parameter(
      "serum_nfl_healthy", "N₀", 9, "pg/mL", 4...20, "neurofilament light chain of a healthy person of forty",
      .assumed(because: "reference intervals of about 5 to 15 pg/mL in the fourth decade (recalled)")),
    Parameter(
      "serum_nfl_age", "a_N", 0.025, "1/year", 0.015...0.035, "rise of the healthy level with age",
      .assumed(because: "two to three per cent a year in reference cohorts (recalled)")),
    Parameter(
      "serum_nfl_per_axon", "k_N", 0.32, "pg/mL/mm3", 0.05...2, "neurofilament per volume of cut axons",
      .fitted(
        to:
          "cut-off of 75 pg/mL on days 1 to 4 between severe and other injuries: Leister 2021 J Neurotrauma 38:3431 "
          + "(NH59), put where the worked C5 example, struck harder, turns from AIS C to A")),
    Parameter(
      "serum_nfl_rise", "τ_r", 6, "d", 2...14, "time constant of its rise",
      .assumed(because: "levels rise for one to three weeks after injury (recalled)")),
    Parameter(
      "serum_nfl_fall", "τ_N", 60, "d", 30...150, "time constant of its fall",
      .assumed(because: "levels stay raised for months (recalled)")),
    Parameter(
      "serum_gfap_healthy", "G₀", 40, "pg/mL", 15...90, "glial fibrillary acidic protein of a healthy person",
      .assumed(because: "healthy adults have some tens of pg/mL (recalled)")),
    Parameter(
      "serum_gfap_per_tissue", "k_G", 0.15, "pg/mL/mm3", 0.02...1, "the protein per volume of lost tissue",
      .fitted(
        to:
          "cut-off of 73 pg/mL on days 1 to 4: Leister 2021 J Neurotrauma 38:3431 (NH59), put where the worked C5 "
          + "example, struck harder, turns from AIS C to A")),
    Parameter(
      "serum_gfap_fall", "τ_G", 4, "d", 1...10, "time constant of its fall",
      .assumed(because: "a half-life of one to two days and release over several days (recalled)")),
  ]
}
