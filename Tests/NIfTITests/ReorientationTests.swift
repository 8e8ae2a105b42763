import NIfTI
import MyelonTestSupport
import Testing

struct ReorientationTests {
  /// All 48 ways to name three axes.
  static var allCodes: [String] {
    let pairs = [["L", "R"], ["P", "A"], ["I", "S"]]
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    return orders.flatMap { order in
      (0..<8).map { bits in (0..<3).map { pairs[order[$0]][(bits >> $0) & 1] }.joined() }
    }
  }

  @Test func `every voxel keeps its place in space for all 48 orders`() throws {
    var random = SeededGenerator(seed: 31)
    for codes in Self.allCodes {
      let dimensions = [3, 4, 5, 2]
      let affine = randomAffine(&random)
      let volume = NIfTIVolume(dimensions: dimensions, voxels: (0..<120).map { Float($0) }, affine: affine)
      let turned = try volume.reoriented(to: codes)
      #expect(turned.affine.axisCodes == codes)
      #expect(turned.voxels.sorted() == volume.voxels)
      #expect(turned.header.dimensions == turned.dimensions)
      let back = try #require(volume.affine.inverse)
      for t in 0..<2 {
        for z in 0..<turned.dimensions[2] {
          for y in 0..<turned.dimensions[1] {
            for x in 0..<turned.dimensions[0] {
              let point = turned.affine.apply(SIMD3(Double(x), Double(y), Double(z)))
              let old = back.apply(point).rounded(.toNearestOrEven)
              let place = volume.index(Int(old.x), Int(old.y), Int(old.z), t)
              #expect(turned.voxels[turned.index(x, y, z, t)] == volume.voxels[place])
            }
          }
        }
      }
    }
  }

  @Test func `turning there and back changes nothing`() throws {
    let affine = NIfTIAffine(
      x: SIMD4(-0.5, 0, 0, 35), y: SIMD4(0, 0.5, 0, -81.25), z: SIMD4(0, 0, 0.5, -561.75))
    let volume = NIfTIVolume(dimensions: [2, 3, 4], voxels: (0..<24).map { Float($0) }, affine: affine)
    for codes in Self.allCodes {
      let back = try volume.reoriented(to: codes).reoriented(to: "LAS")
      #expect(back.voxels == volume.voxels)
      #expect(back.affine == volume.affine)
      #expect(back.dimensions == volume.dimensions)
    }
    #expect(try volume.reoriented(to: "las") == volume)
  }

  @Test(arguments: ["", "LP", "LPIS", "LRI", "LPX", "LLL", "L P", "RA\u{0301}S"])
  func `codes that are no axes are refused`(codes: String) {
    let volume = NIfTIVolume(dimensions: [1, 1, 1], voxels: [0], affine: .identity)
    let error = nifTIError { () throws(NIfTIError) in try volume.reoriented(to: codes) }
    #expect(error == .invalidAxisCodes(found: codes))
  }
}
