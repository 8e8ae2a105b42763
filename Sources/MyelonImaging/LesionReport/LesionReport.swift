import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// Everything that is measured of a lesion, for tables and files.
public struct LesionReport: Sendable, Codable {
  /// Version of the form of this record.
  public var form = 1
  /// Species of the reference cord.
  public let species: Species
  /// Where tracts come from: the parametric cord or the PAM50 atlas.
  public let atlas: String
  /// Voxel edges of lesion and cord mask, mm.
  public let voxelSizes: [String: [Double]]
  /// Length, width, bridges and the rest; mm, mm3, arc lengths from the rostral end of the cord mask.
  public let measures: ImageMeasures
  /// Places known in both cords; nil where levels are unknown.
  public let levels: LevelMap?
  /// How the lesion would be stated as an injury; nil where levels are unknown.
  public let suggestion: InjurySuggestion?
  /// Damage of tracts and segments; nil where levels are unknown.
  public let damage: DamageTable?
  /// Sections along the cord.
  public let profile: [CordSection]
  /// What a reader should know, as sentences.
  public let notes: [String]

  /// Gathers a report.
  ///
  /// - Parameters:
  ///   - image: the measured lesion.
  ///   - template: the PAM50 template whose atlas names the tracts, in place of the parametric cord.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Throws: `ImagingError` where the reference cord cannot be voxelised.
  public init(
    _ image: LesionImage, template: PAM50Anatomy? = nil, executor: SlabExecutor = SlabExecutor(threads: 1)
  ) throws(ImagingError) {
    species = image.anatomy.species
    atlas = template == nil ? "parametric cord" : "PAM50"
    voxelSizes = [
      "lesion": (0..<3).map { image.lesion.voxelSizes[$0] },
      "cord": (0..<3).map { image.cord.voxelSizes[$0] },
    ]
    measures = image.measures
    levels = image.levels
    profile = image.sections.filter { $0.area > 0 }
    var notes = image.notes
    if let extent = image.extent {
      suggestion = try image.suggestion()
      let model = try image.referenceModel(template: template, executor: executor)
      damage = DamageTable(
        damage: try image.damage(on: model, executor: executor), on: model, extent: extent)
      if let template, extent.upperBound > template.coveredTo {
        notes.append(.beyondAtlas(coveredTo: template.coveredTo))
      }
    } else {
      suggestion = nil
      damage = nil
    }
    self.notes = notes.map(\.description)
  }

  /// The report as JSON, keys sorted.
  ///
  /// - Throws: an encoding error; there is none for a report that was measured.
  public func json() throws -> Data {
    try SortedJSON.data(self)
  }
}
