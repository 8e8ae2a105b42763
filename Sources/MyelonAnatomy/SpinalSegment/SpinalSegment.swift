/// A spinal segment: its place along the cord and its mean cross-section.
public struct SpinalSegment: Sendable, Hashable, Codable {
  /// Name, such as "C5".
  public let name: String
  /// Position in the list of segments, 0 for C1.
  public let index: Int
  /// Rostral end, mm from the rostral end of C1.
  public let rostral: Double
  /// Caudal end, mm from the rostral end of C1.
  public let caudal: Double
  /// Mean cross-sectional area of the cord, mm2.
  public let area: Double
  /// Mean anteroposterior (ventral-dorsal) diameter, mm.
  public let anteroposterior: Double
  /// Mean lateral (left-right) diameter, mm.
  public let lateral: Double
  /// Dorsal position of the widest level, half anteroposterior diameters from mid-depth (negative is ventral).
  public let widestLevel: Double
  /// Grey matter as a fraction of the cord's area.
  public let greyFraction: Double
  /// Where the numbers come from.
  public let source: String

  /// Makes a segment; all lengths in mm, areas in mm2.
  public init(
    name: String, index: Int, rostral: Double, caudal: Double, area: Double, anteroposterior: Double,
    lateral: Double, widestLevel: Double, greyFraction: Double, source: String
  ) {
    self.name = name
    self.index = index
    self.rostral = rostral
    self.caudal = caudal
    self.area = area
    self.anteroposterior = anteroposterior
    self.lateral = lateral
    self.widestLevel = widestLevel
    self.greyFraction = greyFraction
    self.source = source
  }

  /// Length along the cord, mm.
  public var length: Double { caudal - rostral }

  /// Middle of the segment, mm from the rostral end of C1.
  public var middle: Double { 0.5 * (rostral + caudal) }

  /// Region of the cord.
  public var region: CordRegion { CordRegion(letter: name.first ?? "C") }
}
