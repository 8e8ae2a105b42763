/// One vertebra with the disc below it, along the cord.
public struct VertebralLevel: Sendable, Hashable, Codable {
  /// Name, such as "T12".
  public let name: String
  /// Middle of the disc above, mm from the rostral end of the segment C1.
  public let rostral: Double
  /// Middle of the disc below, mm from the rostral end of the segment C1.
  public let caudal: Double
  /// Height of the disc below, mm; 0 in the sacrum.
  public let discHeight: Double
  /// Lateral width of the body, mm.
  public let bodyWidth: Double
  /// Anteroposterior depth of the body, mm.
  public let bodyDepth: Double
  /// Where the numbers come from.
  public let source: String

  /// Makes a level; all lengths in mm.
  public init(
    name: String, rostral: Double, caudal: Double, discHeight: Double, bodyWidth: Double, bodyDepth: Double,
    source: String
  ) {
    self.name = name
    self.rostral = rostral
    self.caudal = caudal
    self.discHeight = discHeight
    self.bodyWidth = bodyWidth
    self.bodyDepth = bodyDepth
    self.source = source
  }

  /// Distance from disc to disc, mm.
  public var height: Double { caudal - rostral }
  /// Middle of the level, mm.
  public var middle: Double { 0.5 * (rostral + caudal) }
  /// Region of the spine: the letter of the name.
  public var region: CordRegion { CordRegion(letter: name.first ?? "C") }

  /// Position at a share of the height below the disc above, mm: 0 is the disc above, 1 the disc below.
  public func position(_ share: Double) -> Double { rostral + share * height }
}
