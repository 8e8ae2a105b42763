import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// Electrical stimulation as a simple gain, until fibre recruitment is computed.
  static func stimulation(_ species: Species) -> [Parameter] {
    common + epidural(species) + (species == .human ? transcutaneous : [])
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
        "stimulation_half_amplitude", "r½", 0.5, "relative", 0.3...0.9,
        "amplitude with half of the largest gain, over the usual one",
        .assumed(
          because:
            "settings are chosen near the plateau of the response; half of the usual amplitude is near the "
            + "motor threshold")),
      Parameter(
        "stimulation_chronaxie", "c", 174, "us", 100...500, "chronaxie of the fibres that are excited",
        .derived(
          from:
            "Weiss's law fitted to thresholds of the double-cable fibre of McIntyre, Richardson & Grill 2002 J "
            + "Neurophysiol 87:995 (10 um, point source at 1 mm)")),
      Parameter(
        "stimulation_practice_gain", "b_S", 1, "-", 0...2,
        "practice that a fold of excitability adds during training",
        .assumed(
          because:
            "a circuit that answers twice as strongly makes twice as many movements of a session; walking "
            + "returned with stimulation and training together: Angeli et al 2018 NEJM (EES_human_yield)")),
    ]
  }

  private static func epidural(_ species: Species) -> [Parameter] {
    let gain = Parameter(
      "EES_gain", "G_E", 1, "-", 0.2...3, "largest relative rise of excitability by epidural stimulation",
      .assumed(
        because:
          "stimulation enables steps in rats (EES_freq_rat) and in 2 of 4 people (EES_human_yield), but no "
          + "source gives a gain; to be replaced by computed recruitment"))
    switch species {
    case .rat:
      return [
        Parameter(
          "EES_amplitude", "I_E", 1, "mA", 0.2...3, "usual amplitude of epidural stimulation",
          .measured(
            source: "Courtine et al 2009; van den Brand et al 2012 Science 336:1182; Gerasimenko",
            note: "1 mA (0.2-3), recalled (EES_amp_rat)")),
        Parameter(
          "EES_pulse_width", "p_E", 200, "us", 100...500, "usual pulse width of epidural stimulation",
          .measured(source: "Courtine et al 2009; van den Brand et al 2012", note: "0.2 ms, recalled")),
        gain,
      ]
    case .human:
      return [
        Parameter(
          "EES_amplitude", "I_E", 5, "mA", 1...15, "usual amplitude of epidural stimulation",
          .assumed(
            because: "Angeli, Gill and Wagner 2018 used up to about 15 mA (EES_human_params, recalled); most "
              + "settings lie at a third of that")),
        Parameter(
          "EES_pulse_width", "p_E", 300, "us", 200...450, "usual pulse width of epidural stimulation",
          .measured(source: "Angeli, Gill, Wagner 2018", note: "0.2-0.45 ms, recalled (EES_human_params)")),
        gain,
      ]
    }
  }

  private static var transcutaneous: [Parameter] {
    [
      Parameter(
        "tSCS_amplitude_cervical", "I_C", 100, "mA", 80...120,
        "usual amplitude of transcutaneous stimulation of the neck",
        .measured(
          source: "Inanici et al 2020/21, PMC6986544", note: "80-120 mA at C3-4 and C6-7 (tSCS_params)")),
      Parameter(
        "tSCS_amplitude_lumbar", "I_L", 130, "mA", 80...180,
        "usual amplitude of transcutaneous stimulation of the lumbar cord",
        .measured(source: "review table, PMC10470322", note: "80-180 mA (tSCS_lumbar_amp)")),
      Parameter(
        "tSCS_pulse_width", "p_C", 1000, "us", 500...1000, "usual pulse width of transcutaneous stimulation",
        .measured(source: "Inanici et al 2020/21, PMC6986544", note: "1 ms with a 10 kHz carrier")),
      Parameter(
        "tSCS_gain", "G_C", 0.5, "-", 0.1...2,
        "largest relative rise of excitability by transcutaneous stimulation",
        .assumed(
          because:
            "fields through the skin are less selective; half of the epidural gain; gains built over weeks "
            + "with training (tSCS_timecourse)")),
    ]
  }
}
