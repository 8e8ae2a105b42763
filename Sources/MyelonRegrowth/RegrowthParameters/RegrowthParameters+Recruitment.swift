import MyelonAnatomy
import MyelonQuantities

extension RegrowthParameters {
  /// Which axons begin to grow, and where.
  static func recruitment(_ species: Species) -> [Parameter] {
    [
      Parameter(
        "collateral_share", "f_col", 0.3, "fraction", 0...0.8,
        "share of the axons with a growth cone that also send a collateral into grey matter rostral of the cut",
        .assumed(
          because:
            "cut hindlimb corticospinal axons sprout into the cervical cord within weeks (Bareyre et al 2004 Nat "
            + "Neurosci 7:269, recalled); what share of axons does is not published")),
      Parameter(
        "collateral_reach", "x_col", 5, "mm", 1...15,
        "distance towards the cell body within which such collaterals leave the axon",
        .assumed(
          because: "sprouting is reported within a few segments of the lesion (a rat's segment is 2-4 mm)")),
    ] + age(species)
  }

  private static func age(_ species: Species) -> [Parameter] {
    let isRat = species == .rat
    return [
      Parameter(
        "growth_age_onset", "y_g", isRat ? 0.5 : 25, "years", isRat ? 0.2...1 : 18...40,
        "age from which the growth of host axons declines",
        .assumed(
          because:
            "growth of corticospinal axons declines from young to middle age in mice: Geoffroy et al 2016 Cell Rep (recalled)"
        )),
      Parameter(
        "growth_age_half", "y_h", isRat ? 1 : 40, "years", isRat ? 0.4...3 : 20...100,
        "years beyond it that halve the growth of host axons",
        .assumed(because: "as above; scaled by lifespan (3 and 80 years), no dose-response is published")),
    ]
  }

  /// Factor of a subject's age on the growth of host axons: `1 / (1 + (age - y_g)+ / y_h)`.
  ///
  /// - Parameters:
  ///   - age: age, years.
  ///   - table: a table that holds `RegrowthParameters`.
  /// - Returns: factor, 1 up to the onset and falling after it.
  public static func ageFactor(age: Double, _ table: ParameterTable) -> Double {
    1 / (1 + max(0, age - table["growth_age_onset"]) / table["growth_age_half"])
  }
}
