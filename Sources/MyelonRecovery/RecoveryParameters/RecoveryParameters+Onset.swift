import MyelonQuantities

extension RecoveryParameters {
  /// What hides spared function in the first weeks.
  static let spinalShock: [Parameter] = [
    Parameter(
      "shock_depth", "h₀", 0.75, "fraction", 0...0.95,
      "share of spared motor function that spinal shock hides on the first day", .fitted(to: naturalHistory)),
    Parameter(
      "shock_time", "τ_h", 11, "d", 3...40, "time constant of the lifting of spinal shock",
      .fitted(to: naturalHistory)),
    Parameter(
      "sensory_shock_share", "q_s", 0, "fraction", 0...1,
      "share of spinal shock that acts on sensation",
      .fitted(
        to: naturalHistory
          + "; none because shock silences motoneurons and interneurons below the injury, on which ascending fibres do "
          + "not depend; with as much of it as movement has there is hardly any AIS B")),
    Parameter(
      "sensory_gain_share", "q_g", 0.05, "fraction", 0...1,
      "share of the motor gain by sprouting and relearning that sensation has",
      .fitted(to: naturalHistory + "; sensory scores regain less than motor scores (NH32)")),
    Parameter(
      "anal_pressure_edge", "p_a", 0.14, "fraction", 0.02...0.3,
      "share of normal sensation at S4-5 at which deep anal pressure is felt",
      .fitted(to: naturalHistory)),
  ]

  /// Bruised roots.
  static let roots: [Parameter] = [
    Parameter(
      "root_injury_depth", "ρ₀", 0.95, "fraction", 0...1,
      "share of the fibres of the roots at the injury that is blocked at first by a hard blow",
      .fitted(to: levels)),
    Parameter(
      "root_injury_reach", "λ_ρ", 1.4, "segments", 0.3...2,
      "distance over which the block of roots falls off", .fitted(to: levels)),
    Parameter(
      "root_recovery_time", "τ_ρ", 85, "d", 30...150, "time constant of the end of the block",
      .fitted(
        to: levels + "; neurapraxia of a nerve ends within weeks to months (Seddon's grades, recalled)")),
    Parameter(
      "root_injury_sensory", "q_ρ", 0.1, "fraction", 0...1,
      "share of the block that sensory roots have",
      .fitted(to: "the sensory level of AIS A hardly moves: NH34")),
    Parameter(
      "root_injury_strain", "κ_ρ", 0.35, "fraction of AP diameter", 0.2...0.6,
      "peak strain at which half of that block is reached",
      .assumed(
        because:
          "roots fill the foramen and are struck with the cord; between the strains that tear axons and cells"
      )),
    Parameter(
      "root_descent", "n_ρ", 1, "segments", 0...2,
      "segments between the epicentre and the segment whose root leaves the canal there",
      .assumed(
        because:
          "cervical roots run down about one segment to their foramen, so a blow hits those of the segment above; lower "
          + "roots run further, but have no key muscle there")),
  ]

  private static let naturalHistory =
    "grades and scores from day 7 to a year: NH01, NH03, NH04, NH20 (Validation/natural-history.yaml)"
  private static let levels =
    "motor level and upper-extremity score of cervical AIS A from day 7 to a year: NH20 (Validation/natural-history.yaml)"
}
