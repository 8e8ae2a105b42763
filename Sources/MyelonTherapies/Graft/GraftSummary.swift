/// The state of one transplant in numbers, for time series and reports.
public struct GraftSummary: Sendable, Hashable, Codable {
  /// Name of the transplant.
  public var name: String
  /// Cells placed in the cord.
  public var placed: Double
  /// Living cells by fate, in the order of `GraftFate`; without clones.
  public var alive: [Double]
  /// Dead cells by cause, in the order of `GraftCondition`.
  public var dead: [Double]
  /// Cells born by division.
  public var born: Double
  /// Living over placed cells; 0 when none was placed.
  public var survival: Double
  /// Volume of the living cells, mm3; without clones.
  public var volume: Double
  /// Cells and volume (mm3) of clones, and the number of clones that live.
  public var cloneCells: Double
  /// Volume of the clones, mm3.
  public var tumourVolume: Double
  /// Clones that have cells.
  public var clones: Int
  /// Mean stress of the living cells, 0 to 1.
  public var stress: Double
  /// Strength of the host's adaptive response, 0 to 1.
  public var response: Double
  /// Cells elsewhere in the body that still act.
  public var remote: Double
  /// Risk of allodynia or spasticity from aberrant sprouting, 0 to 1.
  public var sproutingRisk: Double
}

/// One agent, for export and imaging.
public struct GraftCell: Sendable, Hashable {
  /// Number that no other agent of the run has.
  public var id: UInt32
  /// Agent of the dose from which it descends.
  public var clone: UInt32
  /// Index of the transplant.
  public var transplant: Int
  /// Position, mm.
  public var position: SIMD3<Float>
  /// Voxel of the cord.
  public var voxel: Int
  /// What it has become.
  public var fate: GraftFate
  /// Whether it lives, or what it died of.
  public var condition: GraftCondition
  /// Divisions since it was labelled: a diluted label has `2^-generation` left.
  public var generation: Int
  /// Hours after injury of placing or birth.
  public var birth: Float
  /// Hours after injury of death; 0 while it lives.
  public var death: Float
  /// Mean stress of about the last day, 0 to 1.
  public var stress: Float
  /// 0 for a progenitor, rising to 1 after the choice of a fate.
  public var maturity: Float
}
