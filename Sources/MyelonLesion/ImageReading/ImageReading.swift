import MyelonAnatomy
import MyelonFields

/// What would be measured of the lesion in an image of the simulated cord, by the definitions for real images.
///
/// The mask of the lesion is `m = (2 s - 1/2)` held within 0 and 1, where s is the share of a voxel's tissue that is gone:
/// half of a voxel that has lost half, as a reader or a segmentation outlines it at subvoxel accuracy. All measures are
/// continuous in the state, so that fitting sees no steps of a voxel. Oedema and blood without loss of tissue are no part
/// of it: images are taken to be those of the subacute lesion, whose edges are of lost tissue (Huber et al. 2017
/// Ann Neurol 81:740 measure at one month).
public struct ImageReading: Sendable, Hashable, Codable {
  /// Length of the lesion: each section counts with the largest mask in it, mm.
  public var length = 0.0
  /// Largest share of a section that is lesion.
  public var axialDamageRatio = 0.0
  /// Position of the epicentre, mm from the rostral end of C1: centroid of the sections with nine tenths of the largest
  /// share or more.
  public var epicentre = 0.0
  /// Centroid of the lesion at the epicentre, half lateral diameters, left positive.
  public var lateral = 0.0
  /// Centroid of the lesion at the epicentre, half ventral-dorsal diameters, dorsal positive.
  public var depth = 0.0
  /// Narrowest spared tissue dorsal to the lesion in the midsagittal plane, mm; the whole diameter without a lesion.
  public var dorsalBridge = 0.0
  /// Narrowest spared tissue ventral to the lesion in the midsagittal plane, mm.
  public var ventralBridge = 0.0

  /// Share of the largest damage above which a section belongs to the epicentre, as in `ImageMeasures.epicentre`.
  static let epicentreShare = 0.9

  /// Mask of a voxel that has lost a share of its tissue.
  @inline(__always)
  static func mask(lost: Double) -> Double { min(1, max(0, 2 * lost - 0.5)) }
}
