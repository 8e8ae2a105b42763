import MyelonQuantities

extension RecoveryParameters {
  /// Skilled reaching of rats.
  static let reaching: [Parameter] = [
    Parameter(
      "reach_weight_corticospinal", "r_c", 0.55, "fraction", 0.4...0.8,
      "share of skilled reaching by the corticospinal fibres of the dorsal columns", weight),
    Parameter(
      "reach_weight_minor_corticospinal", "r_m", 0.05, "fraction", 0...0.15,
      "share by the lateral and ventral corticospinal fibres",
      .assumed(
        because:
          "some one in twenty corticospinal fibres of the rat runs outside the dorsal columns (recalled)")),
    Parameter(
      "reach_weight_rubrospinal", "r_b", 0.25, "fraction", 0.1...0.4, "share by the rubrospinal tract", weight
    ),
    Parameter(
      "reach_weight_afferent", "r_a", 0.15, "fraction", 0...0.3, "share by the cuneate fasciculus",
      .assumed(
        because:
          "cutting the dorsal columns disturbs the movements of reaching more than its success (recalled), so a small share"
      )),
    Parameter(
      "reach_threshold", "d_r", 0.15, "fraction", 0.05...0.3, "drive below which no pellet is taken",
      .assumed(
        because:
          "a graded movement of single digits needs more than a step: several times the threshold of a person's muscles"
      )),
    Parameter(
      "reach_half", "h_r", 0.8, "fraction", 0.2...2,
      "drive above threshold at which the unscaled curve of success is half",
      .assumed(
        because:
          "puts success at about half without the dorsal corticospinal fibres and at a third without the dorsal columns "
          + "altogether, the size of chronic deficits as recalled; no dose-response was at hand")),
  ]

  private static let weight = Evidence.assumed(
    because:
      "skilled reaching follows the corticospinal tract while stepping follows reticulospinal and ventral ones "
      + "(skilled_reach_CST: Schucht 2002; Garcia-Alias 2009; Kadoya 2016); shares themselves have no measured value"
  )
}
