import MyelonAnatomy
import NIfTI

/// Why an image could not be measured.
public enum ImagingError: Error, Sendable, Equatable {
  // MARK: One image

  /// The file cannot be read, is damaged, too large or holds voxels that are no numbers.
  case file(role: ImageRole, error: NIfTIError)
  /// The image is a series.
  case severalVolumes(role: ImageRole, found: Int)
  /// The header has neither sform nor qform, so left and right are unknown.
  case noOrientation(role: ImageRole)
  /// The affine has no inverse.
  case singularAffine(role: ImageRole)
  /// A voxel edge, mm, is not one of an image of a cord.
  case unusableVoxelSize(role: ImageRole, found: [Double], allowed: ClosedRange<Double>)
  /// No voxel reaches 0.5.
  case empty(role: ImageRole)
  /// The box around the mask is too large.
  case boxTooLarge(role: ImageRole, voxels: Int, limit: Int)

  // MARK: The cord

  /// The cord is too short to have a direction: length and equivalent diameter, mm, and slices.
  case cordTooShort(length: Double, diameter: Double, slices: Int)
  /// The cord is in pieces; volumes in mm3, largest first.
  case cordInPieces(volumes: [Double])
  /// The cord runs across the body; angle to the head-foot axis, degrees.
  case cordAcross(angle: Double, largest: Double)

  // MARK: Lesion and cord

  /// The boxes of two images have nothing in common.
  case notOverlapping(role: ImageRole)
  /// Less than half of the lesion lies in the cord.
  case lesionOutsideCord(shareInside: Double)

  // MARK: Levels

  /// A label is no whole number.
  case labelsNotWhole(value: Float)
  /// No label names a level that the cord has.
  case unknownLabels(found: [Int], kind: LevelKind)
  /// Labels do not follow each other along the cord; positions in mm from the rostral end of the mask.
  case labelsOutOfOrder(first: Int, firstPosition: Double, second: Int, secondPosition: Double)
  /// The labels lie far from the cord; mm.
  case labelsAwayFromCord(distance: Double, largest: Double)
  /// The labels stretch or shrink the cord too much; mm of reference cord a mm of this one.
  case implausibleScale(found: Double, allowed: ClosedRange<Double>)
  /// The cord does not lie where the template's does; world z in mm.
  case notInTemplate(found: ClosedRange<Double>, template: ClosedRange<Double>)
  /// No segment of the cord has this name.
  case unknownSegment(name: String, known: [String])
  /// Vertebral labels need a human cord.
  case vertebraeOfAnimal
  /// A place along the cord is needed and no levels were given.
  case noLevels
  /// The reference cord around the lesion cannot be voxelised.
  case anatomy(AnatomyError)
  /// The voxel model and the anatomy are of different species.
  case otherSpecies(model: String, image: String)
}
