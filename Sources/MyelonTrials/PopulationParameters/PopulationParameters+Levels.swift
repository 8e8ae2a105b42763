import MyelonQuantities

extension PopulationParameters {
  /// Where cords are injured, by the neurological level of the first examination.
  static let levels: [Parameter] = [
    Parameter(
      "usa_cervical_share", "c_us", 0.60, "fraction", 0.55...0.65, "share of cervical injuries, USA",
      recalled("NSCISC facts 2024: 47.6 % incomplete and 12.3 % complete tetraplegia")),
    Parameter(
      "canada_cervical_share", "c_ca", 0.687, "fraction", 0.65...0.72, "share of cervical injuries, Canada",
      .measured(source: canada)),
    Parameter(
      "europe_cervical_share", "c_eu", 0.60, "fraction", 0.5...0.7, "share of cervical injuries, Europe",
      .assumed(because: "45 of 70 people of an EMSCI sample (Pfyffer 2021) were tetraplegic; a little less")),
    Parameter(
      "korea_cervical_share", "c_kr", 0.586, "fraction", 0.55...0.65, "share of cervical injuries, Korea",
      .measured(source: korea, note: "2010s")),
    Parameter(
      "thoracic_share", "t", 0.76, "fraction", 0.65...0.85, "share of thoracic among injuries below C8",
      recalled("NSCISC: about 35 % of all injuries thoracic, 11 % lumbosacral")),
    Parameter(
      "upper_thoracic_share", "u", 0.60, "fraction", 0.5...0.65, "share of T1 to T9 among thoracic injuries",
      .derived(
        from:
          "35.3 against 20.1 % among AIS A (Marino 2020), lowered a little because complete injuries lie high"
      )),
    Parameter(
      "level_c1_share", "w_C1", 0.02, "fraction", 0...0.05, "share of C1 among cervical injuries", shape),
    Parameter(
      "level_c2_share", "w_C2", 0.04, "fraction", 0...0.08, "share of C2 among cervical injuries", shape),
    Parameter(
      "level_c3_share", "w_C3", 0.07, "fraction", 0.03...0.12, "share of C3 among cervical injuries", shape),
    Parameter(
      "level_c4_share", "w_C4", 0.25, "fraction", 0.2...0.32, "share of C4 among cervical injuries", shape),
    Parameter(
      "level_c5_share", "w_C5", 0.27, "fraction", 0.2...0.32, "share of C5 among cervical injuries", shape),
    Parameter(
      "level_c6_share", "w_C6", 0.19, "fraction", 0.14...0.24, "share of C6 among cervical injuries", shape),
    Parameter(
      "level_c7_share", "w_C7", 0.11, "fraction", 0.07...0.15, "share of C7 among cervical injuries", shape),
    Parameter(
      "level_c8_share", "w_C8", 0.05, "fraction", 0.02...0.08, "share of C8 among cervical injuries", shape),
    Parameter(
      "level_t4_ratio", "w_T4", 2, "ratio", 1...3, "weight of T4 among T1 to T9, the others 1",
      recalled("T4 stands out in registries of paraplegia")),
    Parameter(
      "level_t12_ratio", "w_T12", 1.7, "ratio", 1...3, "weight of T12 among T10 to T12, the others 1",
      recalled("T12 and L1 stand out in registries of paraplegia")),
    Parameter(
      "level_l1_share", "w_L1", 0.65, "fraction", 0.5...0.8,
      "share of L1 among lumbar injuries; L2 has the rest",
      .assumed(because: "fractures gather at the thoracolumbar junction; lower ones hit roots, not the cord")),
  ]

  private static let shape = recalled("NSCISC: C5, C4, C6, then C7 are the commonest levels")
}
