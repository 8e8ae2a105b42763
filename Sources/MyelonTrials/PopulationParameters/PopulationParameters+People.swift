import MyelonQuantities

extension PopulationParameters {
  /// Age and sex.
  static let people: [Parameter] = [
    Parameter(
      "age_lowest", "a_0", 15, "years", 12...18, "youngest person",
      .assumed(because: "younger people have other cords and other registries")),
    Parameter(
      "age_highest", "a_1", 95, "years", 85...100, "oldest person",
      .assumed(because: "registries know few older people")),
    Parameter(
      "usa_age_mean_1995", "ā_us", 34, "years", 31...37, "mean age at injury, USA, 1995",
      recalled("NSCISC annual reports, 1990s")),
    Parameter(
      "usa_age_mean_2015", "ā_us", 43, "years", 41...45, "mean age at injury, USA, 2015",
      recalled("NSCISC facts, as NH71 of the collection of facts")),
    Parameter(
      "usa_age_deviation", "s_us", 19, "years", 15...20, "deviation of age at injury, USA",
      .assumed(because: "no figure was at hand; as in Europe")),
    Parameter(
      "usa_male_share", "m_us", 0.79, "fraction", 0.77...0.81, "share of men, USA",
      recalled("NSCISC facts 2024")),
    Parameter(
      "canada_age_mean_1995", "ā_ca", 39, "years", 34...44, "mean age at injury, Canada, 1995",
      .assumed(because: "aged as the USA between the two years")),
    Parameter(
      "canada_age_mean_2015", "ā_ca", 46.7, "years", 44...49, "mean age at injury, Canada, 2015",
      .measured(source: canada)),
    Parameter(
      "canada_age_deviation", "s_ca", 19.9, "years", 17...21, "deviation of age at injury, Canada",
      .measured(source: canada)),
    Parameter(
      "canada_male_share", "m_ca", 0.793, "fraction", 0.77...0.82, "share of men, Canada",
      .measured(source: canada)),
    Parameter(
      "europe_age_mean_1995", "ā_eu", 40, "years", 35...45, "mean age at injury, Europe, 1995",
      .assumed(because: "aged as the USA between the two years")),
    Parameter(
      "europe_age_mean_2015", "ā_eu", 48.7, "years", 45...52, "mean age at injury, Europe, 2015",
      .measured(source: europe)),
    Parameter(
      "europe_age_deviation", "s_eu", 19, "years", 17...21, "deviation of age at injury, Europe",
      .measured(source: europe)),
    Parameter(
      "europe_male_share", "m_eu", 0.77, "fraction", 0.74...0.80, "share of men, Europe",
      .measured(source: europe)),
    Parameter(
      "korea_age_mean_1995", "ā_kr", 32.4, "years", 30...35, "mean age at injury, Korea, 1990s",
      .measured(source: korea)),
    Parameter(
      "korea_age_mean_2015", "ā_kr", 47.1, "years", 45...49, "mean age at injury, Korea, 2010s",
      .measured(source: korea)),
    Parameter(
      "korea_age_deviation", "s_kr", 16.2, "years", 12...17, "deviation of age at injury, Korea",
      .measured(source: korea, note: "2010s; 12.4 in the 1990s")),
    Parameter(
      "korea_male_share", "m_kr", 0.83, "fraction", 0.78...0.88, "share of men, Korea",
      .derived(from: "4.96 men to a woman, Kim 2021 Ann Rehabil Med 45(1), n 161")),
  ]
}
