extension AxonCensus {
  /// Counts at C5 in one human cord, sum of the axon map over the atlas tract, mean of the sides.
  ///
  /// The microscope saw myelinated axons only, so these are lower bounds.
  private static let histology =
    "count at C5, one human cord: Duval et al. 2018, doi:10.1101/282434, map in PAM50 space"
  private static let diameterOrder =
    "; diameter assumed because the map gives only relative sizes, order as there"

  private static func counted(_ tract: Tract, _ axons: Double, _ diameter: Double) -> Entry {
    Entry(tract: tract, axonsPerSide: axons, meanDiameter: diameter, source: histology + diameterOrder)
  }

  static let humanEntries: [Entry] = [
    counted(.fasciculusGracilis, 54_000, 2.6), counted(.fasciculusCuneatus, 55_000, 3.0),
    Entry(
      tract: .lateralCorticospinal, axonsPerSide: 850_000, meanDiameter: 2.0,
      source: "1e6 a pyramid, 85 % crossed (textbook); diameter assumed: most are 1 to 4 um"),
    counted(.ventralSpinocerebellar, 19_000, 4.0), counted(.rubrospinal, 28_000, 2.0),
    counted(.lateralReticulospinal, 1_900, 2.5), counted(.spinothalamic, 49_000, 2.0),
    counted(.spinoOlivary, 18_000, 2.0), counted(.ventrolateralReticulospinal, 14_000, 2.5),
    counted(.lateralVestibulospinal, 11_000, 3.0), counted(.ventralReticulospinal, 7_000, 2.5),
    Entry(
      tract: .ventralCorticospinal, axonsPerSide: 150_000, meanDiameter: 2.0,
      source: "1e6 a pyramid, 15 % uncrossed (textbook); diameter assumed as lateral"),
    counted(.tectospinal, 15_000, 2.5), counted(.medialReticulospinal, 4_400, 2.5),
    counted(.medialLongitudinalFasciculus, 2_900, 3.0),
    Entry(
      tract: .propriospinal, axonsPerSide: 50_000, meanDiameter: 1.5,
      source: "assumed because no human count exists: density of the histology map times the area"),
  ]

  private static let corticospinalRat =
    "200 000 myelinated a side, mean 1.2 um: Harding & Towe 1985 Exp Neurol 87:503"

  private static func assumed(_ tract: Tract, _ axons: Double, _ diameter: Double) -> Entry {
    Entry(
      tract: tract, axonsPerSide: axons, meanDiameter: diameter,
      source: "assumed because no count was at hand: about 100 000 myelinated axons a mm2 of tract")
  }

  static let ratEntries: [Entry] = [
    assumed(.fasciculusGracilis, 20_000, 2.0), assumed(.fasciculusCuneatus, 30_000, 2.2),
    Entry(
      tract: .dorsalCorticospinal, axonsPerSide: 190_000, meanDiameter: 1.2,
      source: corticospinalRat + "; 95 % in the dorsal columns (recalled)"),
    Entry(
      tract: .lateralCorticospinal, axonsPerSide: 5_000, meanDiameter: 1.2,
      source: corticospinalRat + "; 2 to 3 % dorsolateral (recalled)"),
    Entry(
      tract: .ventralCorticospinal, axonsPerSide: 5_000, meanDiameter: 1.2,
      source: corticospinalRat + "; 2 to 3 % ventral (recalled)"),
    assumed(.rubrospinal, 10_000, 2.5), assumed(.ventralSpinocerebellar, 15_000, 3.0),
    assumed(.lateralReticulospinal, 9_000, 2.2), assumed(.spinothalamic, 15_000, 1.6),
    assumed(.spinoOlivary, 6_000, 1.8), assumed(.ventrolateralReticulospinal, 8_000, 2.5),
    assumed(.lateralVestibulospinal, 8_000, 3.5), assumed(.ventralReticulospinal, 8_000, 2.8),
    assumed(.tectospinal, 3_000, 2.0), assumed(.medialReticulospinal, 8_000, 3.0),
    assumed(.medialLongitudinalFasciculus, 4_000, 3.0), assumed(.propriospinal, 40_000, 1.5),
  ]
}
