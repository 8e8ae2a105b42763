/// One section across the cord: its size, and the lesion in it.
public struct CordSection: Sendable, Hashable, Codable {
  /// Arc length from the rostral end of the mask, mm.
  public var arc = 0.0
  /// Position in the reference cord, mm from the rostral end of C1, where levels are known.
  public var z: Double?
  /// Whether the section is whole: farther than half a diameter from both ends of the mask.
  public var isWhole = true
  /// Area of the cord, mm2.
  public var area = 0.0
  /// Left-right diameter, mm: four standard deviations of the area, the diameter of an ellipse.
  public var lateral = 0.0
  /// Ventral-dorsal diameter, mm: four standard deviations of the area.
  public var anteroposterior = 0.0
  /// Ventral-dorsal extent of the cord on the midsagittal line, the one through the section's centroid, mm.
  public var midsagittalDiameter = 0.0
  /// Centroid of the section, mm to the left of the centreline.
  public var middleLeft = 0.0
  /// Centroid of the section, mm dorsal to the centreline.
  public var middleDorsal = 0.0
  /// Angle of the section's long axis from the image's left-right axis, degrees.
  public var turn = 0.0
  /// Long over short axis of the section, by second moments.
  public var elongation = 1.0

  /// Area of the lesion in the cord, mm2.
  public var lesionArea = 0.0
  /// Highest value of the lesion's mask in the cord; the lesion is there from 0.5 on.
  public var lesionPeak: Float = 0
  /// The same on the midsagittal line.
  public var midsagittalPeak: Float = 0
  /// The part of the lesion's area left of the section's centroid, mm2.
  public var lesionLeftArea = 0.0
  /// Left-right extent of the lesion, mm.
  public var lesionWidth = 0.0
  /// Ventral-dorsal extent of the lesion, mm.
  public var lesionHeight = 0.0
  /// Centroid of the lesion, half lateral diameters from that of the section, left positive.
  public var lesionLateral = 0.0
  /// Centroid of the lesion, half ventral-dorsal diameters from that of the section, dorsal positive.
  public var lesionDorsal = 0.0
  /// Lesion as a share of the cord's area, 0 to 1: the axial damage ratio.
  public var damage = 0.0
  /// The same of the left half.
  public var leftDamage = 0.0
  /// The same of the right half.
  public var rightDamage = 0.0
  /// The same of the dorsal half.
  public var dorsalDamage = 0.0
  /// The same of the ventral half.
  public var ventralDamage = 0.0
  /// Tissue between lesion and dorsal surface on the midsagittal line, mm; nil where the lesion does not touch it.
  public var dorsalBridge: Double?
  /// Tissue between lesion and ventral surface on the midsagittal line, mm.
  public var ventralBridge: Double?
  /// Tissue between lesion and left surface on the left-right line through the section's centroid, mm.
  public var leftBridge: Double?
  /// Tissue between lesion and right surface on that line, mm.
  public var rightBridge: Double?
}
