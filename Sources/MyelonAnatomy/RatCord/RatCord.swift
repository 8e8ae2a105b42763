/// The tables of the adult rat cord (about 250 to 300 g).
///
/// Assumed because no complete published table of segment sizes was at hand, and recalled rather than measured:
/// lengths follow the known course (long thoracic, short cervical and sacral segments, T10 4 to 5 mm, cord 90 to
/// 100 mm, ending near the disc L3-L4: Gelderd & Chopin 1977 Anat Rec 188:45), diameters the enlargements (C5 to
/// T1; L3 to S1: Toossi et al. 2021, doi:10.1038/s41598-021-81371-9) and 3 x 2.3 mm at T10, grey fractions the
/// look of published sections (Watson, Paxinos & Kayalioglu 2009, The Spinal Cord). Replace by measurement where a
/// study needs better.
enum RatCord {
  static let source =
    "assumed: course after Gelderd & Chopin 1977 Anat Rec 188:45 and Toossi et al. 2021, "
    + "doi:10.1038/s41598-021-81371-9; 3 x 2.3 mm at T10"

  /// Name, length mm, lateral and anteroposterior diameter mm, grey fraction.
  typealias SegmentRow = (
    name: String, length: Double, lateral: Double, anteroposterior: Double, grey: Double
  )

  static let segments: [SegmentRow] = [
    ("C1", 2.5, 3.60, 2.80, 0.30), ("C2", 3.6, 3.50, 2.60, 0.30), ("C3", 3.4, 3.50, 2.55, 0.31),
    ("C4", 3.2, 3.70, 2.60, 0.33), ("C5", 3.0, 4.00, 2.70, 0.36), ("C6", 2.8, 4.20, 2.75, 0.38),
    ("C7", 2.6, 4.10, 2.75, 0.39), ("C8", 2.5, 3.90, 2.65, 0.39), ("T1", 2.5, 3.50, 2.50, 0.35),
    ("T2", 2.9, 3.20, 2.40, 0.29), ("T3", 3.3, 3.05, 2.35, 0.27), ("T4", 3.7, 3.00, 2.30, 0.26),
    ("T5", 4.0, 2.95, 2.30, 0.26), ("T6", 4.2, 2.95, 2.30, 0.26), ("T7", 4.4, 2.95, 2.30, 0.26),
    ("T8", 4.6, 2.95, 2.30, 0.26), ("T9", 4.6, 2.95, 2.30, 0.26), ("T10", 4.5, 3.00, 2.30, 0.27),
    ("T11", 4.3, 3.05, 2.35, 0.29), ("T12", 4.0, 3.15, 2.40, 0.32), ("T13", 3.6, 3.25, 2.45, 0.35),
    ("L1", 3.2, 3.35, 2.55, 0.39), ("L2", 2.8, 3.50, 2.65, 0.43), ("L3", 2.4, 3.65, 2.75, 0.46),
    ("L4", 2.1, 3.70, 2.85, 0.49), ("L5", 1.9, 3.60, 2.85, 0.51), ("L6", 1.6, 3.20, 2.70, 0.54),
    ("S1", 1.5, 2.70, 2.40, 0.57), ("S2", 1.3, 2.20, 2.00, 0.60), ("S3", 1.2, 1.80, 1.65, 0.60),
    ("S4", 1.0, 1.45, 1.35, 0.60),
  ]

  /// Widest level of the outline, assumed as in the human template.
  static let widestLevel = -0.15

  /// Shapes by segment (31) and region (20).
  static func shapes() -> [[RegionShape]] {
    segments.indices.map { segment in
      let weights = regionWeights(of: segment)
      var shapes = [RegionShape](repeating: .absent, count: RegionKey.count)
      for row in plan {
        let isGrey = row.key >= RegionKey.firstGrey
        let tissue = isGrey ? segments[segment].grey : 1 - segments[segment].grey
        var area = 0.0
        var lateral = 0.0
        var dorsal = 0.0
        for (region, weight) in weights.enumerated() {
          area += weight * row.share[region]
          lateral += weight * row.lateral[region]
          dorsal += weight * row.dorsal[region]
        }
        if row.key == RegionKey.index(.fasciculusCuneatus), isCaudalToCuneatus(segment) { area = 0 }
        shapes[row.key] = shape(
          areaFraction: area * tissue, lateral: lateral, dorsal: dorsal, aspect: row.aspect,
          correlation: row.correlation, looseness: isGrey ? 1 : 1.4)
      }
      return shapes
    }
  }

  /// A compact region: its spreads follow from its area, as those of a filled ellipse with a given aspect.
  ///
  /// An ellipse with standard deviations s, t has the area 4 pi s t, and the section 4 f(2) = pi half-diameters
  /// squared. Tracts are spread a little wider than that (`looseness` 1.4), because propriospinal fibres run
  /// between them.
  private static func shape(
    areaFraction: Double, lateral: Double, dorsal: Double, aspect: Double, correlation: Double,
    looseness: Double
  ) -> RegionShape {
    guard areaFraction > 0 else { return .absent }
    let product = areaFraction / 4
    let spread = looseness * (product * aspect).squareRoot()
    return RegionShape(
      areaFraction: areaFraction, centroidLateral: lateral, centroidDorsal: dorsal, spreadLateral: spread,
      spreadDorsal: spread / aspect, correlation: correlation)
  }

  /// Shares of the cervical, thoracic, lumbar and sacral plan in a segment; border segments take half of each.
  private static func regionWeights(of segment: Int) -> [Double] {
    switch segments[segment].name {
    case "T1": [0.5, 0.5, 0, 0]
    case "T13", "L1": [0, 0.5, 0.5, 0]
    case "L6", "S1": [0, 0, 0.5, 0.5]
    default:
      switch segments[segment].name.first {
      case "C": [1, 0, 0, 0]
      case "T": [0, 1, 0, 0]
      case "L": [0, 0, 1, 0]
      default: [0, 0, 0, 1]
      }
    }
  }

  /// The cuneate fasciculus holds afferents of T6 and rostral to it (textbook).
  private static func isCaudalToCuneatus(_ segment: Int) -> Bool {
    segment > (segments.firstIndex { $0.name == "T6" } ?? 0)
  }
}

extension CordAnatomy {
  /// Segments of the rat cord; areas are those of ellipses, assumed because no areas were at hand.
  static func ratSegments() -> [SpinalSegment] {
    var rostral = 0.0
    return RatCord.segments.enumerated().map { index, row in
      defer { rostral += row.length }
      return SpinalSegment(
        name: row.name, index: index, rostral: rostral, caudal: rostral + row.length,
        area: .pi / 4 * row.lateral * row.anteroposterior, anteroposterior: row.anteroposterior,
        lateral: row.lateral, widestLevel: RatCord.widestLevel, greyFraction: row.grey,
        source: RatCord.source)
    }
  }
}
