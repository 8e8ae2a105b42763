import MyelonQuantities

extension TherapyParameters {
  /// Imaging of labelled cells.
  static let tracking: [Parameter] = label + bloodProducts + scanner

  /// The iron label in cells and in those who eat them.
  private static var label: [Parameter] {
    [
      Parameter(
        "iron_load", "m_Fe", 20, "pg", 5...40, "iron that a cell holds when it is labelled",
        .measured(
          source:
            "Magnitsky et al 2017, doi:10.1002/mrm.26585; Kuhlpeter et al 2007 Radiology",
          note:
            "up to 22 pg in mesenchymal cells, 31 pg in carcinoma cells; abstracts seen, second reference recalled"
        )),
      Parameter(
        "iron_relaxivity", "r_Fe", 340, "1/(s mM)", 50...700, "rise of R2* by iron-oxide particles",
        .measured(
          source: "Lee et al 2008, doi:10.1088/0957-4484/19/16/165101",
          note:
            "338 for particles in solution (abstract seen); static dephasing of packed particles allows about 700"
        )),
      Parameter(
        "iron_clearance", "λ_Fe", 0.0005, "1/h", 0.00007...0.003,
        "loss of iron that macrophages hold (half-life 58 d)",
        .fitted(
          to:
            "signal voids at all times up to 16 weeks, smaller in mild and unchanged in severe infarcts (rat heart, abstract seen); a graft of 18 million cells seen for 19 d: doi:10.1002/mrm.26585"
        )),
      Parameter(
        "reporter_resolution", "w_r", 1.5, "mm", 0...4,
        "width at half maximum of the reporter image's point spread",
        .assumed(because: "small-animal positron cameras resolve 1 to 2 mm; 0 shows every voxel sharply")),
    ]
  }

  /// Blood and what becomes of it.
  private static var bloodProducts: [Parameter] {
    [
      Parameter(
        "image_relaxation_blood", "R_h", 60, "1/s", 20...200, "rise of R2* by extravasated blood",
        .assumed(because: "deoxygenated blood at 3 T relaxes at tens to 200 per second; recalled")),
      Parameter(
        "image_relaxation_haemosiderin", "R_s", 130, "1/s", 30...300,
        "rise of R2* where all of the blood's iron has become haemosiderin",
        .derived(
          from:
            "9 mM iron in blood (0.5 g/L) and about 15 per second and mM at 3 T, twice the liver iron calibration at 1.5 T; recalled"
        )),
      Parameter(
        "haemosiderin_formation", "f_s", 0.0072, "1/h", 0.002...0.01,
        "haemosiderin formed from extravasated blood", .derived(from: "clearance of blood, k_haemorrhage")),
      Parameter(
        "haemosiderin_clearance", "λ_s", 0.0001, "1/h", 0...0.001,
        "loss of haemosiderin (half-life 290 d)",
        .assumed(because: "haemosiderin is seen for months to years after a bleed")),
    ]
  }

  /// Water, relaxation without iron, and the scanner.
  private static var scanner: [Parameter] {
    let recalledT2Star = Evidence.measured(
      source: "Barry & Smith 2019 Magn Reson Med, cervical cord at 3 T",
      note: "T2* near 41 ms grey and 40 ms white; recalled")
    return [
      Parameter(
        "image_relaxation_grey", "R_g", 24, "1/s", 15...40, "R2* of intact grey matter", recalledT2Star),
      Parameter(
        "image_relaxation_white", "R_w", 25, "1/s", 15...45, "R2* of intact white matter", recalledT2Star),
      Parameter(
        "image_relaxation_fluid", "R_f", 2, "1/s", 0.5...10, "R2* of fluid in cavities and around the cord",
        .assumed(because: "free water relaxes at about 0.5 per second; field inhomogeneity adds to it")),
      Parameter(
        "image_water_grey", "W_g", 0.8, "fraction", 0.75...0.85, "water content of grey matter",
        .assumed(because: "textbook value")),
      Parameter(
        "image_water_white", "W_w", 0.7, "fraction", 0.65...0.75, "water content of white matter",
        .assumed(because: "textbook value")),
      Parameter(
        "image_water_oedema", "W_e", 0.04, "fraction", 0.02...0.08, "rise of water content at oedema 1",
        .measured(source: "edema_water_increase; wet and dry weights after contusion", note: "recalled")),
      Parameter(
        "image_echo_time", "TE", 5, "ms", 0.5...25, "echo time",
        .assumed(because: "gradient echoes for labelled cells are read after 3 to 15 ms")),
      Parameter(
        "image_signal_to_noise", "SNR", 40, "-", 5...200,
        "signal of intact white matter over the noise of one channel",
        .assumed(because: "usual for a gradient echo of the cord")),
      Parameter(
        "image_detection", "κ_d", 5, "-", 3...8,
        "loss of signal, in units of the noise, from which a reader calls a voxel dark",
        .measured(source: "Rose criterion of detection", note: "recalled")),
    ]
  }
}
