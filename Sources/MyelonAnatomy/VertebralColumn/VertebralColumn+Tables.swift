extension VertebralColumn {
  /// Name, height disc to disc, height of the disc below, width and depth of the body, mm.
  private typealias Row = (name: String, height: Double, disc: Double, width: Double, depth: Double)

  /// Discs as labelled in the PAM50 template.
  private static let template =
    "discs: labels of the PAM50 template, De Leener et al. 2018, doi:10.1016/j.neuroimage.2017.10.041; "
    + "body: Panjabi et al. 1991 Spine 16:888, 1992 Spine 17:299, 1991 Spine 16:861 (recalled); disc heights assumed"
  /// Below the template's field of view.
  private static let belowTemplate =
    "height assumed because the template ends at L1/L2: usual body and disc heights (textbook); "
    + "body: Panjabi et al. 1992 Spine 17:299 (recalled), sacrum assumed"

  /// The human column.
  ///
  /// The template's discs agree with dissection: lumbar segments begin beside the upper third of T11 and
  /// sacral segments beside the upper third of L1 (Clin Anat 2014;27:227, 16 cords).
  static let human = make(.human, rostral: -0.25, humanTemplate, template, humanBelow, belowTemplate)

  private static let humanTemplate: [Row] = [
    ("C1", 23.0, 2, 16, 15), ("C2", 15.5, 5, 16, 15), ("C3", 18.5, 5, 15.8, 15.0),
    ("C4", 18.5, 5, 17.2, 15.3),
    ("C5", 16.5, 5, 17.5, 15.2), ("C6", 15.5, 5, 18.5, 16.1), ("C7", 17.0, 5, 21.8, 18.1),
    ("T1", 21.5, 4, 24.5, 18.5), ("T2", 23.0, 4, 24.9, 19.6), ("T3", 23.0, 4, 24.6, 22.7),
    ("T4", 24.5, 4, 24.5, 23.3), ("T5", 25.5, 4, 24.9, 24.3), ("T6", 25.5, 4, 26.2, 26.0),
    ("T7", 26.5, 4, 27.8, 27.4), ("T8", 27.0, 5, 29.5, 27.9), ("T9", 26.5, 5, 30.6, 29.3),
    ("T10", 29.0, 5, 31.9, 30.5), ("T11", 31.5, 6, 34.9, 31.9), ("T12", 31.5, 7, 39.0, 32.8),
    ("L1", 33.5, 8, 41.2, 34.1),
  ]

  private static let humanBelow: [Row] = [
    ("L2", 34.5, 9, 42.6, 34.6), ("L3", 35.5, 10, 44.1, 35.2), ("L4", 36.0, 11, 46.6, 35.5),
    ("L5", 35.0, 10, 47.3, 34.9), ("S1", 30.0, 0, 50, 32), ("S2", 25.0, 0, 44, 26), ("S3", 20.0, 0, 36, 18),
    ("S4", 18.0, 0, 30, 14), ("S5", 15.0, 0, 24, 10),
  ]

  private static let ratSource =
    "assumed because no table of lengths was at hand: cervical roots leave level with their segments, the "
    + "segment L2 lies beside T13, S1 beside the rostral end of L2, and the end of the cord with its "
    + "coccygeal segments at the disc L3/L4 (Gelderd & Chopin 1977 Anat Rec 188:45)"

  /// The rat's column: 7 cervical, 13 thoracic, 6 lumbar and 4 sacral vertebrae.
  static let rat = make(.rat, rostral: 0.6, ratRows, ratSource, [], ratSource)

  private static let ratRows: [Row] = [
    ("C1", 4.0, 0.3, 4.5, 2.0), ("C2", 3.7, 0.4, 4.0, 2.0), ("C3", 3.3, 0.4, 4.0, 2.0),
    ("C4", 3.2, 0.4, 4.0, 2.0),
    ("C5", 3.0, 0.4, 4.0, 2.0), ("C6", 2.8, 0.4, 4.0, 2.0), ("C7", 2.7, 0.4, 4.0, 2.1),
    ("T1", 3.0, 0.5, 3.6, 2.2),
    ("T2", 3.2, 0.5, 3.4, 2.2), ("T3", 3.5, 0.5, 3.2, 2.2), ("T4", 3.8, 0.5, 3.2, 2.3),
    ("T5", 4.1, 0.5, 3.2, 2.3),
    ("T6", 4.3, 0.5, 3.2, 2.4), ("T7", 4.5, 0.6, 3.3, 2.4), ("T8", 4.7, 0.6, 3.4, 2.5),
    ("T9", 4.8, 0.6, 3.5, 2.6),
    ("T10", 5.0, 0.6, 3.6, 2.7), ("T11", 5.2, 0.7, 3.8, 2.8), ("T12", 5.6, 0.7, 4.0, 2.9),
    ("T13", 6.2, 0.7, 4.2, 3.0),
    ("L1", 6.6, 0.8, 4.4, 3.1), ("L2", 7.0, 0.8, 4.6, 3.2), ("L3", 7.2, 0.9, 4.8, 3.3),
    ("L4", 7.4, 0.9, 5.0, 3.4),
    ("L5", 7.4, 0.9, 5.2, 3.5), ("L6", 7.0, 0.9, 5.2, 3.5), ("S1", 6.0, 0, 5.0, 3.0),
    ("S2", 5.5, 0, 4.5, 2.6),
    ("S3", 5.0, 0, 4.0, 2.4), ("S4", 5.0, 0, 3.6, 2.2),
  ]

  private static func make(
    _ species: Species, rostral: Double, _ rows: [Row], _ source: String, _ more: [Row], _ moreSource: String
  ) -> VertebralColumn {
    var position = rostral
    let levels = (rows.map { ($0, source) } + more.map { ($0, moreSource) }).map { row, source in
      let start = position
      position = start + row.height
      return VertebralLevel(
        name: row.name, rostral: start, caudal: position, discHeight: row.disc, bodyWidth: row.width,
        bodyDepth: row.depth, source: source)
    }
    return VertebralColumn(species: species, levels: levels)
  }
}
