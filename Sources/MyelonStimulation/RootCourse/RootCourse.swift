import MyelonAnatomy

/// How the fibres of a root run, where the anatomy leaves it open.
public struct RootCourse: Sendable, Hashable, Codable {
  /// Where a dorsal root fibre goes after it has entered the cord.
  public enum Branch: String, Sendable, Hashable, Codable, CaseIterable {
    /// Rostrally in the dorsal column.
    case ascending
    /// Caudally in the dorsal column.
    case descending
  }

  /// Number of rootlets, spread evenly over the entry zone.
  public var rootlets: Int
  /// Share of the segment's length that the entry zone takes.
  public var zoneShare: Double
  /// Length of nerve beyond the middle of the foramen, mm.
  public var peripheral: Double
  /// Branch of dorsal root fibres that the path follows.
  public var branch: Branch
  /// Length of that branch in the dorsal column, mm.
  public var inColumn: Double
  /// Standard deviation of the rounding of bends, mm.
  public var rounding: Double

  /// Makes a course; lengths in mm.
  public init(
    rootlets: Int, zoneShare: Double, peripheral: Double, branch: Branch = .ascending, inColumn: Double,
    rounding: Double
  ) {
    self.rootlets = rootlets
    self.zoneShare = zoneShare
    self.peripheral = peripheral
    self.branch = branch
    self.inColumn = inColumn
    self.rounding = rounding
  }

  /// Refuses numbers that no course can have.
  func check() throws(SpinalRootError) {
    let lengths = [
      ("outer length, mm,", peripheral), ("length in the column, mm,", inColumn), ("rounding, mm,", rounding),
    ]
    for (what, value) in lengths where !(value > 0 && value <= 500) {
      throw .unusableCourse(what: what, value: "\(value)")
    }
    guard (0...1).contains(zoneShare) else {
      throw .unusableCourse(what: "share of the entry zone (at most 1)", value: "\(zoneShare)")
    }
  }

  /// The standard course of a species.
  ///
  /// The entry zone of a cervical root spans 10 to 12 mm (J Korean Neurosurg Soc 2012;52:384) of segments of
  /// 15 to 16.5 mm. Lengths outside are assumed: long enough that the ends of the modelled fibre lie in
  /// nearly even potential. Bends rounded with 0.8 mm turn over about 2 mm, more than an internode of the
  /// largest fibres; the true radius is not known. The rat's lengths are a fifth, its rounding 0.35 mm.
  public static func standard(_ species: Species) -> RootCourse {
    switch species {
    case .human: RootCourse(rootlets: 5, zoneShare: 0.7, peripheral: 30, inColumn: 40, rounding: 0.8)
    case .rat: RootCourse(rootlets: 3, zoneShare: 0.7, peripheral: 6, inColumn: 10, rounding: 0.35)
    }
  }
}
