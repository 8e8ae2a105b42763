import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// What recruited fibres do to circuits.
  static func stimulation(_ species: Species) -> [Parameter] {
    common + travel(species)
  }

  private static var common: [Parameter] {
    let window = Evidence.measured(
      source:
        "EES_freq_rat (PMC5035935), EES_human_params (Angeli, Gill, Wagner 2018), tSCS_params (PMC6986544)",
      note: "20-50 Hz in rats, 20-60 Hz in people, 15-50 Hz through the skin; the human range is recalled")
    return [
      Parameter(
        "stimulation_lowest_frequency", "f₁", 15, "Hz", 5...20,
        "frequency below which stimulation for movement fails", window),
      Parameter(
        "stimulation_highest_frequency", "f₂", 60, "Hz", 50...100,
        "frequency above which stimulation for movement fails", window),
      Parameter(
        "stimulation_gain", "G", 1, "-", 0.2...3,
        "largest relative rise of the answer of circuits whose group I afferents all fire with the pulses",
        .assumed(
          because:
            "stimulation enables steps in rats (EES_freq_rat) and in 2 of 4 people (EES_human_yield), but no source gives a gain; "
            + "the same for electrodes in the epidural space and on the skin because both reach the same afferents "
            + "(Hofstoetter et al 2018, PMC5790266)")),
      Parameter(
        "stimulation_natural_share", "κ", 0.5, "fraction", 0...1,
        "share of the gain that rests on natural afferent traffic",
        .assumed(
          because:
            "continuous stimulation at amplitudes that facilitate movement cancels proprioception in people and not in rats, and "
            + "movement suffers (Formento et al 2018 Nat Neurosci); no size is known")),
      Parameter(
        "afferent_refractory", "τ_a", 1, "ms", 0.5...2, "refractory period of a large afferent",
        .assumed(because: "about 1 ms in large myelinated fibres (textbook)")),
      Parameter(
        "stimulation_practice_gain", "b_S", 1, "-", 0...2,
        "practice that a fold of excitability adds during training",
        .assumed(
          because:
            "a circuit that answers twice as strongly makes twice as many movements of a session; walking "
            + "returned with stimulation and training together: Angeli et al 2018 NEJM (EES_human_yield)")),
    ]
  }

  /// How long natural afferent spikes travel to the cord.
  private static func travel(_ species: Species) -> [Parameter] {
    let (velocity, range, leg, legs, arm, arms) =
      species == .human
      ? (60.0, 50.0...75, 0.8, 0.5...1.1, 0.6, 0.3...0.8)
      : (50.0, 35.0...65, 0.12, 0.06...0.16, 0.07, 0.04...0.1)
    let body = Evidence.assumed(
      because: "length of the limb from its muscles to the cord, in an adult of usual size")
    return [
      Parameter(
        "afferent_velocity", "v_a", velocity, "m/s", range, "conduction velocity of group I afferents",
        .measured(
          source: "textbook values of Ia afferents (Formento et al 2018 used similar ones)", note: "recalled")
      ),
      Parameter("afferent_length_leg", "ℓ_l", leg, "m", legs, "way of a leg's afferent to the cord", body),
      Parameter("afferent_length_arm", "ℓ_a", arm, "m", arms, "way of an arm's afferent to the cord", body),
    ]
  }
}
