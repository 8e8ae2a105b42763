import Foundation
import NIfTI
import Testing

/// Reference numbers: nibabel 5.4.2 on `PAM50_cord.nii.gz` of the PAM50 template (De Leener et al., NeuroImage
/// 165:170, 2018): shape, affine, `aff2axcodes`, count and sum of the voxels above zero.
struct ReferenceVolumeTests {
  static var path: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/data/pam50/template/PAM50_cord.nii.gz").standardized.path
  }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  @Test(.enabled(if: isPresent, "The PAM50 template is not beside this clone: skipped"))
  func `the PAM50 cord mask reads as nibabel reads it`() throws {
    let volume = try NIfTIVolume(contentsOf: Self.path)
    #expect(volume.dimensions == [141, 141, 991])
    #expect(volume.header.dataType == .uint8)
    #expect(volume.header.sformCode == 1 && volume.header.qformCode == 2)
    #expect(volume.affine.axisCodes == "LAS")
    #expect(volume.affine.voxelSizes == SIMD3(repeating: 0.5))
    let expected = NIfTIAffine(
      x: SIMD4(-0.5, 0, 0, 35), y: SIMD4(0, 0.5, 0, Double(Float(-81.2200012))),
      z: SIMD4(0, 0, 0.5, Double(Float(-561.840027))))
    #expect(volume.affine == expected)
    var count = 0
    var sum = 0.0
    volume.voxels.withUnsafeBufferPointer { voxels in
      for value in voxels where value > 0 {
        count += 1
        sum += Double(value)
      }
    }
    #expect(count == 161_472)
    #expect(sum == 161_472)
  }
}
