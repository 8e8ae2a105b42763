/// What a radiologist would measure of a lesion, in the frame of the cord.
///
/// Definitions and formulas: Docs/Imaging.md.
public struct ImageMeasures: Sendable, Hashable, Codable {
  /// Rostral end of the lesion, arc length in mm.
  public let start: Double
  /// Caudal end of the lesion, arc length in mm.
  public let end: Double
  /// Length along the centreline from end to end, mm.
  public let length: Double
  /// Length of cord with lesion, mm: less than `length` where the lesion has gaps.
  public let affectedLength: Double
  /// Straight distance between the ends of the lesion in the midsagittal plane, mm; nil where it is not in it.
  public let midsagittalExtent: Double?
  /// Largest left-right extent in a section, mm.
  public let width: Double
  /// Largest ventral-dorsal extent in a section, mm.
  public let height: Double
  /// Volume of the lesion's voxels that lie in the cord, mm3.
  public let volume: Double
  /// Volume in the cord with each voxel counted by its value, mm3; equals `volume` in a mask of zeros and ones.
  public let partialVolume: Double
  /// Volume of the lesion's voxels outside the cord, mm3, not measured otherwise.
  public let volumeOutsideCord: Double
  /// Share of the lesion that lies in the left half, 0 to 1.
  public let leftShare: Double
  /// Largest share of a section that is lesion, 0 to 1.
  public let axialDamageRatio: Double
  /// Middle of the stretch in which the damage ratio is at least nine tenths of the largest, arc length in mm.
  public let epicentre: Double
  /// Centroid of the lesion at the epicentre, half lateral diameters, left positive.
  public let lateral: Double
  /// Centroid of the lesion at the epicentre, half ventral-dorsal diameters, dorsal positive.
  public let depth: Double
  /// Tissue bridges.
  public let bridges: TissueBridges
  /// Compression; nil where no normal cord is shown.
  public let compression: CordCompression?
  /// Volume of the cord's voxels, mm3.
  public let cordVolume: Double
  /// Length of the cord's mask along its centreline, mm.
  public let cordLength: Double
  /// Diameter of the circle of the cord's mean area, mm.
  public let cordDiameter: Double
}
