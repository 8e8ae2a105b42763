import MyelonQuantities

extension PopulationParameters {
  /// What injures people.
  ///
  /// Road accidents take what the others leave.
  static let causes: [Parameter] = [
    Parameter(
      "usa_fall_share_1995", "f_us", 0.23, "fraction", 0.18...0.28, "share of falls, USA, 1995",
      recalled("NSCISC annual reports, 1990s")),
    Parameter(
      "usa_fall_share_2015", "f_us", 0.32, "fraction", 0.28...0.34, "share of falls, USA, 2015",
      .measured(source: usa)),
    Parameter(
      "usa_violence_share", "v_us", 0.15, "fraction", 0.12...0.25, "share of violence, USA",
      .measured(source: usa)),
    Parameter(
      "usa_sports_share", "p_us", 0.08, "fraction", 0.06...0.11, "share of sports, USA",
      .measured(source: usa)),
    Parameter(
      "canada_fall_share_1995", "f_ca", 0.30, "fraction", 0.2...0.4, "share of falls, Canada, 1995",
      .assumed(because: "rises as in the USA")),
    Parameter(
      "canada_fall_share_2015", "f_ca", 0.37, "fraction", 0.3...0.5, "share of falls, Canada, 2015",
      .measured(source: "NACTN, Grossman 2012 Neurosurg Focus, n 315", note: "North American centres")),
    Parameter(
      "canada_violence_share", "v_ca", 0.04, "fraction", 0.01...0.08, "share of violence, Canada",
      .assumed(because: "weapons are rarer than in the USA; no figure was at hand")),
    Parameter(
      "canada_sports_share", "p_ca", 0.12, "fraction", 0.05...0.2, "share of sports, Canada",
      .assumed(because: "no figure was at hand; somewhat above the USA")),
    Parameter(
      "europe_fall_share_1995", "f_eu", 0.30, "fraction", 0.2...0.4, "share of falls, Europe, 1995",
      asCanada("falls")),
    Parameter(
      "europe_fall_share_2015", "f_eu", 0.40, "fraction", 0.3...0.5, "share of falls, Europe, 2015",
      asCanada("falls, a little more with the higher age")),
    Parameter(
      "europe_violence_share", "v_eu", 0.03, "fraction", 0.01...0.06, "share of violence, Europe",
      asCanada("violence")),
    Parameter(
      "europe_sports_share", "p_eu", 0.13, "fraction", 0.05...0.2, "share of sports, Europe",
      asCanada("sports")),
    Parameter(
      "korea_fall_share_1995", "f_kr", 0.249, "fraction", 0.22...0.28, "share of falls, Korea, 1990s",
      .measured(source: korea)),
    Parameter(
      "korea_fall_share_2015", "f_kr", 0.463, "fraction", 0.43...0.57, "share of falls, Korea, 2010s",
      .measured(source: korea, note: "56.6 % in a single centre, Kim 2021")),
    Parameter(
      "korea_violence_share", "v_kr", 0.01, "fraction", 0...0.03, "share of violence, Korea",
      .assumed(because: "hardly mentioned in Korean series")),
    Parameter(
      "korea_sports_share", "p_kr", 0.04, "fraction", 0.01...0.08, "share of sports, Korea",
      .assumed(because: "no figure was at hand; half of the USA")),
    Parameter(
      "other_cause_share", "o", 0.07, "fraction", 0.03...0.1, "share of other causes, all countries",
      .measured(source: usa)),
    Parameter(
      "older_fall_ratio", "r_f", 1.276, "ratio", 1.1...1.8,
      "share of falls among people above 60 years, of that among all",
      .derived(from: "59.1 % against 46.3 %, \(korea)")),
  ]
}
