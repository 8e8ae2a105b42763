/// Size, place and spread of one region in the cross-section of one segment, on one side.
///
/// Positions are in half-diameters of the cord: `u` lateral (positive away from the midline), `v` dorsal, both
/// from the middle of the cord's bounding box.
public struct RegionShape: Sendable, Hashable, Codable {
  /// Area of the region on one side as a fraction of the whole cord's area.
  public var areaFraction: Double
  /// Lateral position of the centroid, half lateral diameters.
  public var centroidLateral: Double
  /// Dorsal position of the centroid, half anteroposterior diameters.
  public var centroidDorsal: Double
  /// Standard deviation of the lateral position, half lateral diameters.
  public var spreadLateral: Double
  /// Standard deviation of the dorsal position, half anteroposterior diameters.
  public var spreadDorsal: Double
  /// Correlation of lateral and dorsal position, -1 to 1 (positive: leans dorsolaterally).
  public var correlation: Double

  /// Makes a shape.
  public init(
    areaFraction: Double, centroidLateral: Double, centroidDorsal: Double, spreadLateral: Double,
    spreadDorsal: Double, correlation: Double
  ) {
    self.areaFraction = areaFraction
    self.centroidLateral = centroidLateral
    self.centroidDorsal = centroidDorsal
    self.spreadLateral = spreadLateral
    self.spreadDorsal = spreadDorsal
    self.correlation = correlation
  }

  /// Decodes six integers: area per 100 000, centroid and spreads per 1000, correlation per 100.
  init(row: ArraySlice<Int16>) {
    let first = row.startIndex
    self.init(
      areaFraction: Double(row[first]) * 1e-5, centroidLateral: Double(row[first + 1]) * 1e-3,
      centroidDorsal: Double(row[first + 2]) * 1e-3, spreadLateral: Double(row[first + 3]) * 1e-3,
      spreadDorsal: Double(row[first + 4]) * 1e-3, correlation: Double(row[first + 5]) * 1e-2)
  }

  /// A region that does not exist in a segment.
  static let absent = RegionShape(
    areaFraction: 0, centroidLateral: 0, centroidDorsal: 0, spreadLateral: 0, spreadDorsal: 0, correlation: 0)

  /// Whether the region exists in the segment.
  public var isPresent: Bool { areaFraction > 0 }
}
