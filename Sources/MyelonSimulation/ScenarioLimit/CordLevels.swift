import MyelonAnatomy

/// Segment names and the narrowest diameter per segment, as far as checking a scenario needs them.
///
/// A small table of its own, so that a file is checked at once, without solving an anatomy's regions; a test
/// holds it against the anatomy.
enum CordLevels {
  /// Names of all segments of a species, rostral to caudal.
  ///
  /// Human C1 to S5 (ISNCSCI 2019); rat with 13 thoracic, 6 lumbar and 4 sacral segments (Watson, Paxinos &
  /// Kayalioglu 2009, The Spinal Cord).
  static func names(of species: Scenario.Species) -> [String] {
    switch species {
    case .human: regions([("C", 8), ("T", 12), ("L", 5), ("S", 5)])
    case .rat: regions([("C", 8), ("T", 13), ("L", 6), ("S", 4)])
    }
  }

  /// The smaller of the two diameters of the human cord at a segment, mm.
  ///
  /// From the segment table of the parametric human anatomy; every segment that is not listed is at least
  /// 4.5 mm deep, so that 2 mm, the largest voxel, is fine enough.
  static func smallestHumanDiameter(at level: String) -> Double {
    switch level {
    case "S1": 4.0
    case "S2": 2.93
    case "S3": 2.12
    case "S4": 1.5
    case "S5": 1.29
    default: 4.5
    }
  }

  private static func regions(_ counts: [(letter: String, count: Int)]) -> [String] {
    counts.flatMap { region in (1...region.count).map { "\(region.letter)\($0)" } }
  }
}
