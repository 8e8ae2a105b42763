import MyelonAnatomy
import MyelonQuantities

/// The numbers that turn conducting tissue into an examination.
public enum RecoveryParameters {
  /// All parameters of the recovery model for a species.
  public static func table(for species: Species) -> ParameterTable {
    switch species {
    case .human: ParameterTable(shared + human + spinalShock + roots + independence + serum)
    case .rat: ParameterTable(shared + rat + reaching)
    }
  }

  private static let shared: [Parameter] = [
    Parameter(
      "motor_unit_enlargement", "e_u", 3, "fold", 1...5,
      "how far surviving motoneurons enlarge their units in the end",
      .assumed(
        because: "collateral sprouting enlarges units up to about five-fold (recalled); three leaves a margin"
      )),
    Parameter(
      "misdirected_disturbance", "c_x", 0.6, "fraction", 0...1,
      "share of a segment's drive that is lost when all of its new input is misdirected",
      .assumed(
        because:
          "rats with partial lesions got worse when axons grew past them without guidance (lu2012_motor_BDNF: Lu, Blesch et "
          + "al 2012 J Neurosci, PMC3407545); direction only, no size is known")),
  ]

  private static let human: [Parameter] = [
    Parameter(
      "weight_lateral_corticospinal", "w_l", 0.65, "fraction", 0.4...0.8,
      "share of the drive of key muscles by the lateral corticospinal tract",
      .assumed(
        because:
          "AN60: key muscles follow the corticospinal tract with a reticulospinal floor; AN03: 85 % lateral")),
    Parameter(
      "weight_ventral_corticospinal", "w_v", 0.1, "fraction", 0...0.2,
      "share by the ventral corticospinal tract",
      .assumed(because: "AN03: 15 % of the corticospinal fibres, axial bias")),
    Parameter(
      "weight_reticulospinal", "w_r", 0.25, "fraction", 0.05...0.5,
      "share by the reticulospinal tracts of both sides",
      .assumed(because: "AN09: gross grip and locomotor drive after corticospinal loss; no human number")),
    Parameter(
      "drive_threshold", "d₀", 0.06, "fraction", 0.005...0.06, "drive below which no contraction is felt",
      .fitted(
        to:
          "NH01, NH03, NH04, NH20 (Validation/natural-history.yaml), which put it on the upper end of its range; a few per "
          + "cent of axons support some function (AN65)")),
    Parameter(
      "drive_half", "d_h", 0.1, "fraction", 0.04...0.3, "drive above threshold for half of full strength",
      .fitted(
        to:
          "NH01, NH03, NH04, NH20 (Validation/natural-history.yaml); 5-10 % of axons give stepping: axons_needed_stepping "
          + "(recalled)")),
    Parameter(
      "touch_dorsal_column", "w_d", 0.8, "fraction", 0.5...1,
      "share of light touch carried by the dorsal columns",
      .assumed(because: "AN60: dorsal columns plus anterior spinothalamic tract")),
    Parameter(
      "sensory_threshold", "s₀", 0.03, "fraction", 0.005...0.08,
      "conducting share below which nothing is felt",
      .fitted(
        to:
          "NH01, NH03, NH04, NH20 (Validation/natural-history.yaml): below the motor threshold, so that sacral sensation "
          + "without movement (AIS B) exists")),
    Parameter(
      "sensory_half", "s_h", 0.38, "fraction", 0.05...0.4,
      "conducting share above threshold for half of normal sensation",
      .fitted(
        to:
          "NH01, NH03, NH04, NH20 (Validation/natural-history.yaml); sensation is graded impaired over a wide range of "
          + "sparing, and no dose-response in people was found")),
    Parameter(
      "plasticity_gain", "g_p", 0.3, "fold", 0.3...3,
      "gain of spared connections by sprouting and relearning in the end",
      .fitted(
        to:
          "NH01, NH03, NH04, NH20 (Validation/natural-history.yaml), which put it on the lower end of its range: more "
          + "lets too many AIS A convert; AIS D then regains less than found (NH25)")),
    Parameter(
      "plasticity_time", "τ_p", 67, "d", 40...100, "time constant of that gain",
      .derived(from: "NH28: exponential with median 2.2 months")),
    Parameter(
      "anal_drive_threshold", "d_a", 0.12, "fraction", 0.02...0.15,
      "drive of S2-S4 needed for voluntary anal contraction",
      .fitted(
        to:
          "NH01, NH03, NH04, NH20 (Validation/natural-history.yaml); between the first felt contraction and grade 3 of a "
          + "limb muscle")),
    Parameter(
      "examiner_deviation_motor", "σ_m", 0.35, "grades", 0.1...0.8,
      "examiner's deviation per muscle where strength is intermediate",
      .derived(
        from:
          "motor repeatability below 2 points in complete injury (NH80: SEM < 0.7 for 20 muscles, few intermediate)"
      )),
    Parameter(
      "examiner_deviation_sensory", "σ_s", 0.4, "grades", 0.1...0.8,
      "examiner's deviation per dermatome where sensation is impaired",
      .derived(
        from:
          "sensory repeatability below 7 points in complete injury, pin prick ICC 0.88 (NH80); segment kappas 0-1 (NH82)"
      )),
  ]

  private static let rat: [Parameter] = [
    Parameter(
      "bbb_weight_reticulospinal", "w_r", 0.4, "fraction", 0.2...0.6,
      "share of open-field locomotion by reticulospinal tracts", ratWeight),
    Parameter(
      "bbb_weight_vestibulospinal", "w_v", 0.15, "fraction", 0.05...0.4, "share by vestibulospinal tracts",
      ratWeight),
    Parameter(
      "bbb_weight_propriospinal", "w_p", 0.2, "fraction", 0.05...0.4, "share by propriospinal fibres",
      ratWeight),
    Parameter(
      "bbb_weight_rubrospinal", "w_b", 0.1, "fraction", 0...0.3, "share by rubrospinal tracts", ratWeight),
    Parameter(
      "bbb_weight_corticospinal", "w_c", 0.05, "fraction", 0...0.2, "share by corticospinal tracts", ratWeight
    ),
    Parameter(
      "bbb_weight_afferent", "w_a", 0.1, "fraction", 0...0.3,
      "share by dorsal columns and spinocerebellar tracts", ratWeight),
    Parameter(
      "bbb_crossing", "x_B", 0.15, "fraction", 0.05...0.4,
      "share of a side's reticulospinal and propriospinal input that comes from fibres of the other side",
      .assumed(
        because:
          "part of these fibres innervates both sides, and rats hemisected at the thorax come to bear weight on the limb of "
          + "the cut side (Webb & Muir 2002, recalled): some 8 % of the drive")),
    Parameter("bbb_at_0", "B₀", 2, "points", 0...4, "plateau score without any descending drive", anchor),
    Parameter("bbb_at_5", "B₅", 8, "points", 5...10, "plateau score at 5 % drive", anchor),
    Parameter("bbb_at_15", "B₁₅", 10.5, "points", 9...12, "plateau score at 15 % drive", anchor),
    Parameter("bbb_at_25", "B₂₅", 12, "points", 10.5...13.5, "plateau score at 25 % drive", anchor),
    Parameter("bbb_at_55", "B₅₅", 17, "points", 15...18.5, "plateau score at 55 % drive", anchor),
    Parameter(
      "bbb_recovery_time", "τ_B", 7, "d", 4...14, "time constant of locomotor recovery",
      .fitted(to: "deficit stable from 3 wk: Noble & Wrathall 1989, doi:10.1016/0014-4886(89)90182-9")),
    Parameter(
      "bbb_examiner_deviation", "σ_B", 0.5, "points", 0.2...1.5, "raters' deviation",
      .assumed(because: "trained pairs of raters agree within a point (Basso 1995, recalled)")),
  ]

  private static let ratWeight = Evidence.assumed(
    because: "stepping depends on ventral and lateral funiculi, skilled reaching on the corticospinal tract "
      + "(skilled_reach_CST; AN64: ventral columns key); shares themselves have no measured value")
  private static let anchor = Evidence.derived(
    from: "BBB_at_SWM_*: composed from Basso et al 1996 and transection scores (recalled)")
}
