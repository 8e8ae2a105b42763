import Foundation

/// Something about an image that a reader of its measures should know.
public enum ImagingNote: Sendable, Hashable, Codable {
  /// A part of the lesion lies outside the cord and was not measured, as a share of its voxels.
  case lesionPartlyOutside(share: Double)
  /// Small pieces apart from the cord were ignored, mm3.
  case strayCordPieces(count: Int, volume: Double)
  /// The lesion is in several pieces, measured as one.
  case lesionInPieces(count: Int)
  /// The long axis of the cord's section is turned from the image's left-right axis, degrees: the patient lay turned,
  /// and left, right, front and back are the image's.
  case turned(degrees: Double)
  /// The lesion reaches the end of the cord's mask, so that it may go on.
  case lesionAtEnd(isRostral: Bool)
  /// Only one side of the lesion shows cord that can serve as a normal diameter, or none.
  case fewReferences(count: Int)
  /// The lesion does not touch the midsagittal plane; bridges there are not defined.
  case lesionOffMidline
  /// The place along the cord rests on one level alone; its length was taken as in the reference cord.
  case oneLevel
  /// Labels that name no level of the cord were ignored.
  case ignoredLabels([Int])
  /// A voxel is longer than a fifth of the cord's diameter; mm.
  case coarseVoxels(edge: Double)
  /// The atlas names no tracts in a part of the lesion's segments, from there on, mm.
  case beyondAtlas(coveredTo: Double)
}

extension ImagingNote: CustomStringConvertible {
  /// The note as a sentence.
  public var description: String {
    func text(_ number: Double) -> String { String(format: "%.3g", number) }
    switch self {
    case .lesionPartlyOutside(let share):
      return "\(text(100 * share)) % of the lesion mask lies outside the cord and was not measured."
    case .strayCordPieces(let count, let volume):
      return "\(count) small pieces apart from the cord (\(text(volume)) mm3) were ignored."
    case .lesionInPieces(let count):
      return "The lesion is in \(count) pieces, measured as one."
    case .turned(let degrees):
      return
        "The cord's section is turned by \(text(degrees)) degrees against the image; left, right, front and "
        + "back are the image's."
    case .lesionAtEnd(let isRostral):
      return "The lesion reaches the \(isRostral ? "rostral" : "caudal") end of the cord mask and may go on."
    case .fewReferences(let count):
      return count == 0
        ? "No normal cord far enough from the lesion is shown; compression is not given."
        : "Normal cord is shown on one side of the lesion only; compression rests on that side."
    case .lesionOffMidline:
      return "The lesion does not touch the midsagittal plane; tissue bridges there are not defined."
    case .oneLevel:
      return
        "The place along the cord rests on one level; lengths along it are taken as in the reference cord."
    case .ignoredLabels(let labels):
      return "Labels \(labels) name no level of the cord and were ignored."
    case .coarseVoxels(let edge):
      return "Voxels of \(text(edge)) mm are coarse for this cord; measures are good to about half of that."
    case .beyondAtlas(let end):
      return "The atlas names tracts down to \(text(end)) mm; damage beyond is not in the tables."
    }
  }
}
