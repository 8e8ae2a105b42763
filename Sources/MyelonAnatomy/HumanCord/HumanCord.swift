/// The tables of the human cord, as measured on the PAM50 template.
///
/// Template: De Leener et al. 2018 NeuroImage 165:170, doi:10.1016/j.neuroimage.2017.10.041; white-matter atlas:
/// Levy et al. 2015 NeuroImage 119:262, doi:10.1016/j.neuroimage.2015.06.040. Levels are spinal levels.
enum HumanCord {
  static let source = "PAM50 template, De Leener et al. 2018, doi:10.1016/j.neuroimage.2017.10.041"

  /// Source of the shapes caudal to S2.
  static let sourceOfConus =
    source + "; regions assumed as in S2 because the white-matter atlas ends there"

  /// Name, rostral and caudal end mm, area mm2, anteroposterior and lateral diameter mm, widest level.
  ///
  /// Ends, areas and diameters are means over the slices of the level. A diameter counts 0.5 mm voxels, so
  /// diameters below 2 mm (S4, S5) are rough. The widest level was fitted to the cord mask by overlap (steps
  /// of 0.05); caudal to S2 it is assumed to be -0.15, the mean of the other levels.
  typealias SegmentRow = (
    name: String, rostral: Double, caudal: Double, area: Double, anteroposterior: Double, lateral: Double,
    widestLevel: Double
  )

  static let segments: [SegmentRow] = [
    ("C1", 0.0, 7.5, 68.42, 8.30, 10.50, -0.15), ("C2", 7.5, 18.0, 60.49, 7.50, 10.50, -0.05),
    ("C3", 18.0, 34.5, 62.83, 7.50, 11.47, -0.15), ("C4", 34.5, 51.0, 64.92, 7.50, 11.71, -0.25),
    ("C5", 51.0, 67.5, 70.37, 7.50, 12.50, -0.25), ("C6", 67.5, 83.0, 73.75, 7.50, 12.50, -0.30),
    ("C7", 83.0, 98.5, 68.30, 7.18, 12.50, -0.25), ("C8", 98.5, 114.5, 57.81, 6.72, 11.31, -0.15),
    ("T1", 114.5, 131.5, 47.87, 6.09, 10.18, -0.10), ("T2", 131.5, 150.0, 42.74, 6.04, 9.42, -0.10),
    ("T3", 150.0, 170.5, 41.01, 6.00, 9.50, -0.10), ("T4", 170.5, 194.0, 38.81, 6.00, 8.78, -0.10),
    ("T5", 194.0, 218.5, 36.14, 6.00, 8.50, -0.10), ("T6", 218.5, 245.0, 33.62, 6.00, 8.27, -0.05),
    ("T7", 245.0, 271.0, 34.16, 5.80, 8.17, -0.20), ("T8", 271.0, 296.5, 34.78, 5.67, 8.50, -0.20),
    ("T9", 296.5, 321.0, 35.85, 5.91, 8.50, -0.15), ("T10", 321.0, 343.0, 36.92, 5.93, 8.50, -0.10),
    ("T11", 343.0, 363.5, 37.74, 6.00, 8.50, -0.05), ("T12", 363.5, 382.0, 36.45, 6.00, 7.64, -0.15),
    ("L1", 382.0, 399.0, 37.26, 6.22, 7.50, 0.00), ("L2", 399.0, 412.0, 40.88, 6.37, 8.15, -0.20),
    ("L3", 412.0, 423.5, 37.84, 6.07, 8.07, -0.25), ("L4", 423.5, 434.0, 31.57, 5.62, 7.26, -0.15),
    ("L5", 434.0, 442.0, 23.48, 4.59, 6.31, -0.20), ("S1", 442.0, 449.0, 15.86, 4.00, 5.50, -0.05),
    ("S2", 449.0, 456.5, 9.95, 2.93, 4.30, -0.35), ("S3", 456.5, 463.0, 4.60, 2.12, 2.81, -0.15),
    ("S4", 463.0, 469.0, 2.12, 1.50, 1.50, -0.15), ("S5", 469.0, 472.5, 1.50, 1.29, 1.50, -0.15),
  ]

  /// Table of every region that exists in the human cord.
  static let regions: [(key: Int, rows: [Int16])] = [
    (RegionKey.index(.fasciculusGracilis), fasciculusGracilis),
    (RegionKey.index(.fasciculusCuneatus), fasciculusCuneatus),
    (RegionKey.index(.lateralCorticospinal), lateralCorticospinal),
    (RegionKey.index(.ventralSpinocerebellar), ventralSpinocerebellar),
    (RegionKey.index(.rubrospinal), rubrospinal),
    (RegionKey.index(.lateralReticulospinal), lateralReticulospinal),
    (RegionKey.index(.spinothalamic), spinothalamic),
    (RegionKey.index(.spinoOlivary), spinoOlivary),
    (RegionKey.index(.ventrolateralReticulospinal), ventrolateralReticulospinal),
    (RegionKey.index(.lateralVestibulospinal), lateralVestibulospinal),
    (RegionKey.index(.ventralReticulospinal), ventralReticulospinal),
    (RegionKey.index(.ventralCorticospinal), ventralCorticospinal),
    (RegionKey.index(.tectospinal), tectospinal),
    (RegionKey.index(.medialReticulospinal), medialReticulospinal),
    (RegionKey.index(.medialLongitudinalFasciculus), medialLongitudinalFasciculus),
    (RegionKey.index(.ventralHorn), ventralHorn), (RegionKey.index(.intermediateZone), intermediateZone),
    (RegionKey.index(.dorsalHorn), dorsalHorn),
  ]

  /// Shapes by segment (30) and region (20); segments caudal to S2 repeat S2.
  static func shapes() -> [[RegionShape]] {
    let rowCount = fasciculusGracilis.count / 6
    return segments.indices.map { segment in
      var shapes = [RegionShape](repeating: .absent, count: RegionKey.count)
      let row = min(segment, rowCount - 1)
      for region in regions {
        shapes[region.key] = RegionShape(row: region.rows[(row * 6)..<(row * 6 + 6)])
      }
      return shapes
    }
  }
}
