import MyelonQuantities

extension PopulationParameters {
  /// Grades at the first examination; grade D takes what the others leave.
  static let grades: [Parameter] = [
    Parameter(
      "first_examination_day", "d_1", 7, "d", 2...15, "day of the examination that the grades belong to",
      .assumed(because: "registries grade within seven days (Marino 2011) to two weeks (EMSCI)")),
    Parameter(
      "cervical_a_share", "g_CA", 0.33, "fraction", 0.25...0.40, "AIS A among cervical injuries", emsci),
    Parameter(
      "cervical_b_share", "g_CB", 0.13, "fraction", 0.1...0.17, "AIS B among cervical injuries", emsci),
    Parameter(
      "cervical_c_share", "g_CC", 0.21, "fraction", 0.15...0.30, "AIS C among cervical injuries", emsci),
    Parameter(
      "thoracic_a_share", "g_TA", 0.73, "fraction", 0.6...0.8, "AIS A among thoracic injuries",
      .measured(source: "Lee 2016 J Spinal Cord Med 39:67 (SCIMS T2-T12, n 661)")),
    Parameter(
      "thoracic_b_share", "g_TB", 0.10, "fraction", 0.05...0.15, "AIS B among thoracic injuries", split),
    Parameter(
      "thoracic_c_share", "g_TC", 0.08, "fraction", 0.05...0.15, "AIS C among thoracic injuries", split),
    Parameter(
      "lumbar_a_share", "g_LA", 0.35, "fraction", 0.2...0.5, "AIS A among lumbar injuries", conus),
    Parameter(
      "lumbar_b_share", "g_LB", 0.10, "fraction", 0.05...0.15, "AIS B among lumbar injuries", conus),
    Parameter(
      "lumbar_c_share", "g_LC", 0.20, "fraction", 0.1...0.3, "AIS C among lumbar injuries", conus),
  ]

  private static let emsci = Evidence.measured(
    source: "Ulnar CMAP EMSCI 2020, pmc PMC7650063, n 444", note: "cervical, without the second group")
  private static let split = Evidence.assumed(
    because:
      "splits what AIS A leaves so that all levels together have about the grades of the Canadian registry")
  private static let conus = Evidence.assumed(
    because: "injuries of the conus are mostly incomplete; no figure was at hand")
}
