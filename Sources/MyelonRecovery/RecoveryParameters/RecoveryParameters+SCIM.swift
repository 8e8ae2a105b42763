import MyelonQuantities

extension RecoveryParameters {
  /// How grades become independence.
  ///
  /// All assumed or set by totals that were recalled, not seen again.
  static let independence: [Parameter] = [
    Parameter(
      "scim_grade_half", "g_h", 2.5, "grades", 1.5...3.5, "grade of half use of a muscle",
      .assumed(because: "a muscle becomes useful between grade 2 (no weight) and grade 3 (against gravity)")),
    Parameter(
      "scim_grade_exponent", "n_g", 3, "-", 1...6, "steepness of use against grade",
      .assumed(because: "grades 1 and 2 do little work, grade 4 does nearly all of it")),
    Parameter(
      "scim_better_arm", "b_a", 0.6, "fraction", 0.5...1, "share of the better arm in two-handed tasks",
      .assumed(because: "one good hand does most of eating and grooming, dressing needs both")),
    Parameter(
      "scim_better_leg", "b_l", 0.4, "fraction", 0.2...0.6, "share of the better leg in walking",
      .assumed(because: "both legs bear weight in turn, so the weaker one limits")),
    Parameter(
      "scim_tenodesis", "g_w", 0.5, "fraction", 0.2...0.7, "share of grasp that wrist extension alone gives",
      .assumed(because: "the tenodesis grip of C6 holds light objects")),
    Parameter(
      "scim_arm_reach", "a_r", 0.25, "fraction", 0.1...0.5,
      "share of arm tasks done with the elbow flexors alone", recalledTotals),
    Parameter(
      "scim_arm_push", "a_p", 0.25, "fraction", 0.1...0.4, "share of arm tasks that elbow extension adds",
      recalledTotals),
    Parameter(
      "scim_transfer_triceps", "x_p", 0.6, "fraction", 0.4...0.9,
      "share of lifting the body that elbow extension gives",
      .assumed(because: "C7 is held the first level of independent transfers; some with C6 lock the elbow")),
    Parameter(
      "scim_balance", "b_t", 0.2, "fraction", 0...0.5, "share of a task lost without trunk control",
      recalledTotals),
    Parameter(
      "scim_walk_proximal", "l_p", 0.55, "fraction", 0.4...0.8,
      "share of hip flexors and knee extensors in walking",
      .assumed(because: "L2 and L3 tell walkers best: AUC 0.905 and 0.82 in 30 people (NH45)")),
    Parameter(
      "scim_walk_sense", "l_s", 0.2, "fraction", 0...0.5, "share of walking lost without touch at L3 and S1",
      .assumed(because: "touch at L3 and S1 stands in the walking rule of van Middendorp 2011")),
    Parameter(
      "scim_cough", "c_t", 0.2, "fraction", 0.1...0.4,
      "share of breathing and coughing lost without the trunk",
      .assumed(because: "tetraplegia breathes without a tube but needs some help to cough: 8 of 10 points")),
    Parameter(
      "scim_anal_contraction", "s_v", 0.3, "fraction", 0.1...0.5,
      "share of sphincter control shown by voluntary contraction", sacralShare),
    Parameter(
      "scim_anal_strength", "s_c", 0.3, "fraction", 0...0.45,
      "share that contraction adds as the calf of S1 grows strong", sacralShare),
    Parameter(
      "scim_easy_exponent", "k_e", 0.6, "-", 0.3...1, "exponent of arm use for feeding and grooming",
      recalledTotals),
    Parameter(
      "scim_hard_exponent", "k_h", 2, "-", 1...4,
      "exponent of arm use for the lower body, sphincters and hard transfers", recalledTotals),
    Parameter(
      "scim_lower_body", "q_b", 0.4, "fraction", 0.1...0.7,
      "share of lower-body tasks lost without trunk and legs",
      .assumed(because: "people with paraplegia do them independently in a set place: 2 of 3 points")),
    Parameter(
      "scim_sphincter_care", "p_c", 0.4, "fraction", 0.3...0.5,
      "share of bladder and bowel points under regular care by others",
      .assumed(because: "6 of 15 points is drainage that another person applies")),
    Parameter(
      "scim_sphincter_hands", "p_h", 0.22, "fraction", 0.1...0.35,
      "share of bladder and bowel points that good hands add",
      .assumed(because: "9 of 15 points is self-catheterisation; together with regular care")),
    Parameter(
      "scim_powered_chair", "m_c", 0.5, "fraction", 0.25...0.5,
      "share of chair mobility that needs no arms",
      .assumed(because: "a chair driven by chin or breath counts 1 of the 2 points of a chair")),
    Parameter(
      "scim_distance_exponent", "k_d", 1.3, "-", 1...2,
      "exponent of walking per step from rooms to 100 m and to outdoors and stairs",
      .assumed(because: "people who walk at home often ride outdoors; no dose-response was found")),
    Parameter(
      "scim_unlearned", "λ_s", 0.8, "fraction", 0.5...1,
      "share of what the muscles permit that is not done on the day of injury",
      .assumed(
        because: "a person freshly injured lies in bed; one month totals near 30 in paraplegia (recalled)")),
    Parameter(
      "scim_learning_time", "τ_s", 100, "d", 50...180, "time constant of learning",
      .fitted(
        to:
          "complete paraplegia gains all year while motor scores hardly do, tetraplegia hardly after 6 months (NH40)"
      )),
    Parameter(
      "scim_age_onset", "y_0", 40, "years", 30...60, "age from which less is achieved",
      .assumed(because: "NH51 gives a direction only: older people gain less SCIM from the same motor gain")),
    Parameter(
      "scim_age_loss", "y_s", 0.06, "1/decade", 0...0.12,
      "share of what is achieved without the disabled part of the body, lost per decade",
      .assumed(
        because: "NH51 gives a direction only; about three points of 60 per decade is a cautious size")),
  ]

  private static let recalledTotals = Evidence.assumed(
    because:
      "set so that totals a year after complete injury are near 20 at C4, 30 at C5-C6, 50 at C7-C8 and 60-70 "
      + "in paraplegia (recalled, not seen again; NH42: means by level are a gap)")
  private static let sacralShare = Evidence.assumed(
    because: "will, strength and feeling count about alike in continence; S1 is the nearest key muscle")
}
