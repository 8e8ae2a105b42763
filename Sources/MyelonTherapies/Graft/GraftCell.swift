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
