import MyelonAnatomy
import MyelonQuantities

extension TherapyParameters {
  /// Training: dose, specificity and harm when too early.
  static func training(_ species: Species) -> [Parameter] { practice + earlyHarm(species) }

  private static var practice: [Parameter] {
    [
      Parameter(
        "training_half_dose", "m½", 20, "min/d", 10...40,
        "minutes of specific practice a day with half of the saturating effect",
        .fitted(
          to:
            "30 min/d on 6 d/wk improve gait, as do 60: Ward et al 2016 Neural Plast 4307694, Ward et al 2014 "
            + "(PMC3996943) (training_dose); three and two times as much as no effect could show")),
      Parameter(
        "training_share_general", "s_g", 0.5, "fraction", 0.1...0.8,
        "minutes of stepping practised in a minute of general exercise",
        .assumed(
          because: "animals in enriched housing, wheels or pools move their hind limbs, but not only in steps"
        )),
      Parameter(
        "training_share_forelimb", "s_f", 0.3, "fraction", 0...0.6,
        "minutes of reaching practised in a minute of forelimb exercise without skill",
        .assumed(
          because:
            "only the trained task improves (ChABC_rehab_specificity: Garcia-Alias et al 2009 Nat Neurosci "
            + "12:1145), and strength is part of reaching")),
      Parameter(
        "training_active_automated", "a_T", 0, "fraction", 0...0.3,
        "share of practice on an automated treadmill that the subject's own will drives",
        .fitted(
          to:
            "none of the rats trained on a treadmill with stimulation stepped by their own will, all of those "
            + "trained over ground did: van den Brand et al 2012 Science 336:1182 (recalled)")),
    ]
  }

  private static func earlyHarm(_ species: Species) -> [Parameter] {
    // The clock of the lesion runs 2.5 times slower in people (`time_scaling`).
    let size = Evidence.assumed(
      because: "a treadmill within three days is reported to worsen inflammation and locomotion "
        + "(training_early_harm), without a size; with these, half an hour from day 1 costs a contused rat 0.4 BBB "
        + "points before what it learns, less than the 1.5 that training in time brings (training_BBB)")
    return [
      species == .rat
        ? Parameter(
          "training_early_harm", "t_harm", 3, "d", 1...3,
          "days after injury on which exercise in a fresh lesion does half of its harm",
          .measured(
            source: "Lewis et al, Neurospine (review)",
            note: "treadmill started within 3 d worsens inflammation and locomotion, from day 4 it helps"))
        : Parameter(
          "training_early_harm", "t_harm", 7.5, "d", 1.5...12,
          "days after injury on which exercise in a fresh lesion does half of its harm",
          .derived(from: "3 d in rodents (training_early_harm) times time_scaling")),
      species == .rat
        ? Parameter(
          "training_early_harm_fade", "w_harm", 1, "d", 0.25...1,
          "half of the time over which that harm fades",
          .fitted(to: "harm within 3 d, benefit from day 4: Lewis et al, Neurospine (review)"))
        : Parameter(
          "training_early_harm_fade", "w_harm", 2.5, "d", 0.5...4,
          "half of the time over which that harm fades", .derived(from: "1 d in rodents times time_scaling")),
      Parameter(
        "training_harm_cytokine", "h_c", 0.3, "-", 0...1,
        "largest change of cytokine release by exercise in a fresh lesion", size),
      Parameter(
        "training_harm_oedema", "h_W", 0.3, "-", 0...1,
        "largest change of the leak of oedema fluid by exercise in a fresh lesion", size),
      Parameter(
        "training_harm_axon", "h_X", 0.3, "-", 0...1,
        "largest change of oxidative loss of axons by exercise in a fresh lesion",
        .assumed(
          because:
            "axons that conduct degenerate where resting ones survive nitric oxide: Smith et al 2001 Ann Neurol "
            + "49:470 (recalled); size as of the cytokines' change")),
    ]
  }
}
