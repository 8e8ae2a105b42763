import Foundation
import MyelonAnatomy
import MyelonImaging
import NIfTI
import Testing

/// The real PAM50 template, where it is at hand.
private enum Template {
  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/pam50").path
  static let isPresent = FileManager.default.fileExists(atPath: directory + "/template/PAM50_cord.nii.gz")
}

@Suite(.enabled(if: Template.isPresent, "needs the PAM50 template in ../shared/data/pam50"))
struct TemplateTests {
  /// The left lateral corticospinal tract of the atlas in the slices of segment C6, as a lesion.
  static func lesion() throws -> NIfTIVolume {
    var volume = try NIfTIVolume(contentsOf: Template.directory + "/atlas/PAM50_atlas_04.nii.gz")
    let levels = try NIfTIVolume(contentsOf: Template.directory + "/template/PAM50_spinal_levels.nii.gz")
    let plane = volume.dimensions[0] * volume.dimensions[1]
    for slice in 0..<volume.dimensions[2] {
      let range = (slice * plane)..<((slice + 1) * plane)
      let isC6 = levels.voxels[range].contains { $0 == 6 }
      for index in range { volume.voxels[index] = isC6 && volume.voxels[index] >= 0.5 ? 1 : 0 }
    }
    return volume
  }

  @Test("A tract of the atlas as a lesion takes that tract and little else, in its segment")
  func tract() throws {
    let cord = try MaskVolume(
      contentsOf: Template.directory + "/template/PAM50_cord.nii.gz", role: .cord)
    let image = try LesionImage(
      lesion: MaskVolume(Self.lesion(), role: .lesion), cord: cord, levels: .template)
    #expect(image.epicentreSegment?.name == "C6")
    let extent = try #require(image.extent)
    #expect(isNear(extent.lowerBound, 67.5, 0.5) && isNear(extent.upperBound, 83, 0.5), "\(extent)")
    let atlas = try PAM50Anatomy(directory: Template.directory)
    let model = try image.referenceModel(template: atlas)
    let table = DamageTable(damage: try image.damage(on: model), on: model, extent: extent)
    for row in table.tracts {
      // Neighbours share voxels with it where the atlas is less than certain.
      if row.tract == .lateralCorticospinal, row.side == .left {
        #expect((row.interrupted ?? 0) > 0.8 && row.worstSection > 0.8, "\(row)")
      } else if row.side == .right {
        #expect(row.worstSection < 0.02 && (row.interrupted ?? 0) < 0.02, "\(row)")
      } else {
        #expect(row.overLesion < 0.25, "\(row)")
      }
    }
    // The same lesion on the parametric cord, which was fitted to the template.
    let parametric = try image.referenceModel()
    let other = DamageTable(damage: try image.damage(on: parametric), on: parametric, extent: extent)
    let row = other.tracts.first { $0.tract == .lateralCorticospinal && $0.side == .left }
    #expect((row?.overLesion ?? 0) > 0.6, "\(String(describing: row))")
  }

  @Test("Vertebral levels, discs, segments and world coordinates of the template agree on a place")
  func levels() throws {
    let cord = try MaskVolume(contentsOf: Template.directory + "/template/PAM50_cord.nii.gz", role: .cord)
    let lesion = try MaskVolume(Self.lesion(), role: .lesion)
    func place(_ source: LevelSource) throws -> Double {
      try #require(try LesionImage(lesion: lesion, cord: cord, levels: source).epicentre)
    }
    func labels(_ name: String, _ kind: LevelKind) throws -> LevelSource {
      .labels(try LevelLabels(contentsOf: Template.directory + "/template/" + name, kind: kind))
    }
    let wanted = try place(.template)
    #expect(try isNear(place(labels("PAM50_levels.nii.gz", .vertebrae)), wanted, 0.5))
    #expect(try isNear(place(labels("PAM50_spinal_levels.nii.gz", .segments)), wanted, 0.5))
    #expect(try isNear(place(labels("PAM50_spinal_midpoint.nii.gz", .segments)), wanted, 1))
    // Discs lie before the cord, not square to it: a millimetre or two.
    #expect(try isNear(place(labels("PAM50_label_disc.nii.gz", .vertebrae)), wanted, 1.5))
  }
}
