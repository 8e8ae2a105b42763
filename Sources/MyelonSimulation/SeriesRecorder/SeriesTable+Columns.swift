import MyelonAnatomy

extension SeriesTable {
  /// The columns that a series can have, without those of single tracts (`spared_lateral_corticospinal_left`).
  ///
  /// - Parameters:
  ///   - species: who was injured.
  ///   - hasTherapies: whether an arm of the scenario has a therapy.
  /// - Returns: columns in the order of the table; the first is the time.
  public static func columns(of species: Species, hasTherapies: Bool) -> [Column] {
    SeriesColumns.tissue + SeriesColumns.function(of: species)
      + (hasTherapies ? SeriesColumns.therapy : []) + SeriesColumns.regrowth
  }
}
