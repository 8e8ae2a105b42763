import Foundation
import MyelonAnatomy

extension ImagingError: CustomStringConvertible {
  /// What is required, what was found, and what to do.
  public var description: String {
    imageDescription ?? cordDescription ?? levelDescription
  }

  /// Sentences of faults of one image.
  private var imageDescription: String? {
    switch self {
    case .file(let role, let error):
      "The \(role.rawValue) image cannot be used. \(error)"
    case .severalVolumes(let role, let found):
      "The \(role.rawValue) image must be one volume, found a series of \(found): extract the one to measure."
    case .noOrientation(let role):
      "The \(role.rawValue) image must say how it lies (sform or qform), found neither: left and right would be "
        + "guessed; convert it again from the scanner's files."
    case .singularAffine(let role):
      "The affine of the \(role.rawValue) image must have an inverse, found none: repair its header."
    case .unusableVoxelSize(let role, let found, let allowed):
      "Voxel edges of the \(role.rawValue) image must be \(text(allowed.lowerBound)) to "
        + "\(text(allowed.upperBound)) mm, found \(found.map(text).joined(separator: " x ")) mm: check its unit."
    case .empty(let role):
      role == .levels
        ? "The levels image must hold labels above 0, found none."
        : "The \(role.rawValue) mask must hold voxels of at least 0.5, found none: check that it is the right file."
    case .boxTooLarge(let role, let voxels, let limit):
      "The box around the \(role.rawValue) mask may hold \(limit) voxels, found \(voxels): remove stray voxels or "
        + "resample it."
    default: nil
    }
  }

  /// Sentences of faults of cord and lesion.
  private var cordDescription: String? {
    switch self {
    case .cordTooShort(let length, let diameter, let slices):
      "The cord mask must be longer than its diameter and span at least 4 slices, found \(text(length)) mm, "
        + "diameter \(text(diameter)) mm, \(slices) slices: use an image that shows more of the cord."
    case .cordInPieces(let volumes):
      "The cord mask must be one piece, found \(volumes.count) of "
        + volumes.prefix(5).map { "\(text($0)) mm3" }.joined(separator: ", ")
        + ": close the gaps (the lesion belongs to the cord) or remove the other pieces."
    case .cordAcross(let angle, let largest):
      "The cord must run within \(text(largest)) degrees of the head-foot axis, found \(text(angle)): correct the "
        + "image's orientation."
    case .notOverlapping(let role):
      "The \(role.rawValue) image must lie where the cord is, found nothing in common: register both to one space."
    case .lesionOutsideCord(let share):
      "At least half of the lesion must lie in the cord, found \(text(100 * share)) %: check the registration, "
        + "and that the cord mask holds the lesion."
    default: nil
    }
  }

  /// Sentences of faults of the levels.
  private var levelDescription: String {
    switch self {
    case .labelsNotWhole(let value):
      "Labels of levels must be whole numbers, found \(value): use discrete labels, not interpolated ones."
    case .unknownLabels(let found, let kind):
      "Labels of \(kind.rawValue) must be \(kind.range), found \(found): say what the labels number."
    case .labelsOutOfOrder(let first, let at, let second, let then):
      "Levels must follow each other from rostral to caudal, found \(first) at \(text(at)) mm and \(second) at "
        + "\(text(then)) mm: check labels and orientation."
    case .labelsAwayFromCord(let distance, let largest):
      "Labels must lie within \(text(largest)) mm of the cord, found the nearest at \(text(distance)) mm: register "
        + "them to the cord's space."
    case .implausibleScale(let found, let allowed):
      "The levels must stretch the cord by \(text(allowed.lowerBound)) to \(text(allowed.upperBound)), found "
        + "\(text(found)): check what the labels number."
    case .notInTemplate(let found, let template):
      "A cord in PAM50 space lies at world z \(text(template.lowerBound)) to \(text(template.upperBound)) mm, found "
        + "\(text(found.lowerBound)) to \(text(found.upperBound)) mm: give level labels instead."
    case .unknownSegment(let name, let known):
      "A segment of this cord is required, found '\(name)': use one of \(known.joined(separator: ", "))."
    case .vertebraeOfAnimal:
      "Vertebral labels need a human cord, found another species: give labels of segments."
    case .noLevels:
      "Level labels, a registration to PAM50 or the segment of the epicentre is required to place the lesion, found "
        + "none."
    case .anatomy(let error):
      error.description
    case .otherSpecies(let model, let image):
      "Model and image must be of one species, found \(model) and \(image)."
    default: "\(String(reflecting: Self.self))"
    }
  }

  private func text(_ number: Double) -> String { String(format: "%.4g", number) }
}
