import MyelonAnatomy

/// The threshold of one fibre under one montage.
public struct ThresholdRecord: Sendable, Hashable, Codable {
  /// Class of the fibre.
  public let fibreClass: FibreClass
  /// Segment of its root; for a fibre of the cord's tracts the segment beside the middle of its course.
  public let segment: String
  /// Side of the body.
  public let side: Side
  /// Which rootlet, or which place in the cross-section, from 0.
  public let strand: Int
  /// Share of the population that is thinner, 0 to 1.
  public let probability: Double
  /// Fibre diameter, um.
  public let diameter: Double
  /// Threshold, mA; nil above the highest amplitude.
  public let threshold: Double?
  /// Where the spike begins; nil without a threshold.
  public let site: SpikeSite?
  /// Position along the cord at which it begins, mm; nil without a threshold.
  public let position: Double?
  /// Time from the beginning of the pulse at which it begins, us; nil without a threshold.
  public let time: Double?
}
