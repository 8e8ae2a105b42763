import Foundation
import NIfTI
import Testing

@testable import MyelonReport

@Suite("Slices and pictures") struct PictureTests {
  @Test("checksums give their published check values")
  func checksums() {
    // Check value of CRC-32 over "123456789" (catalogue of parametrised CRC algorithms); Adler-32 of
    // "Wikipedia" is the worked example of the algorithm.
    #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
  }

  @Test("a PNG holds the pixels that were put in")
  func pngRoundTrip() throws {
    var image = PNGImage(width: 13, height: 7)
    for index in image.pixels.indices { image.pixels[index] = UInt8((index * 37 + index / 5) % 256) }
    let file = Array(try image.encoded())
    #expect(Array(file.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    var chunks: [String: [UInt8]] = [:]
    var place = 8
    while place < file.count {
      let length = file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let named = Array(file[place + 4..<place + 8 + length])
      let crc = file[place + 8 + length..<place + 12 + length].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      #expect(crc == Checksum.crc32(named))
      chunks[String(decoding: named.prefix(4), as: UTF8.self)] = Array(named.dropFirst(4))
      place += 12 + length
    }
    #expect(chunks["IHDR"] == [0, 0, 0, 13, 0, 0, 0, 7, 8, 6, 0, 0, 0])
    let stream = try #require(chunks["IDAT"])
    #expect((Int(stream[0]) << 8 | Int(stream[1])) % 31 == 0, "zlib header check")
    let rows = try inflate(stream, count: 7 * (13 * 4 + 1))
    #expect(unfiltered(rows, stride: 13 * 4) == image.pixels)
  }

  /// Unpacks a zlib stream and compares its checksum.
  private func inflate(_ stream: [UInt8], count: Int) throws -> [UInt8] {
    let body = Array(stream.dropFirst(2).dropLast(4))
    let adler = stream.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let bytes = try RawInflate.bytes(body, count: count)
    #expect(Checksum.adler32(bytes) == adler)
    return bytes
  }

  private func unfiltered(_ rows: [UInt8], stride: Int) -> [UInt8] {
    var result: [UInt8] = []
    var above = [UInt8](repeating: 0, count: stride)
    for start in Swift.stride(from: 0, to: rows.count, by: stride + 1) {
      var line = Array(rows[start + 1..<start + 1 + stride])
      for index in 0..<stride {
        switch rows[start] {
        case 1: line[index] &+= index >= 4 ? line[index - 4] : 0
        case 2: line[index] &+= above[index]
        default: break
        }
      }
      result += line
      above = line
    }
    return result
  }

  @Test("a mix of one class has that class's colour")
  func pureColours() {
    func mix(_ changes: [TissueMix.Field: Float]) -> TissueMix {
      TissueMix(values: TissueMix.Field.allCases.map { changes[$0] ?? $0.intact })
    }
    #expect(mix([:]).colour(grey: 0) == TissueMix.Class.whiteMatter.colour)
    #expect(mix([:]).colour(grey: 1) == TissueMix.Class.greyMatter.colour)
    #expect(mix([.tissue: 0, .cavity: 1]).colour(grey: 0.3) == TissueMix.Class.cavity.colour)
    #expect(mix([.tissue: 0, .fibrosis: 1]).colour(grey: 0) == TissueMix.Class.fibrosis.colour)
    #expect(mix([.tissue: 0, .necrosis: 1]).colour(grey: 0) == TissueMix.Class.necrosis.colour)
    #expect(mix([.myelin: 0]).colour(grey: 0) == TissueMix.Class.demyelinated.colour)
    #expect(mix([.axons: 0]).colour(grey: 0) == TissueMix.Class.depleted.colour)
    let half = mix([.tissue: 0.5, .cavity: 0.5]).colour(grey: 0)
    let middle = (TissueMix.Class.whiteMatter.colour + TissueMix.Class.cavity.colour) / 2
    #expect(abs((half - middle).sum()) < 0.01)
  }

  @Test("planes keep orientation and interpolate between voxels")
  func planes() {
    // The value names its place: x + 10 y + 100 z + 1000 t.
    let volume = VolumeFile(
      nx: 4, ny: 3, nz: 5, nt: 2,
      voxels: (0..<120).map { index in
        let (x, y, z, t) = (index % 4, index / 4 % 3, index / 12 % 5, index / 60)
        return Float(x + 10 * y) + Float(100 * z + 1000 * t)
      })
    let sagittal = SlicePlane(sagittal: volume, column: 1.5, slices: 1...3, visit: 1)
    #expect((sagittal.width, sagittal.height) == (3, 3))
    #expect(sagittal.values == [1101.5, 1111.5, 1121.5, 1201.5, 1211.5, 1221.5, 1301.5, 1311.5, 1321.5])
    let axial = SlicePlane(axial: volume, slice: 2.25, visit: 0)
    #expect(axial.values == [225, 226, 227, 228, 235, 236, 237, 238, 245, 246, 247, 248])
  }

  @Test("a picture keeps colours in place, does not mix in what lies outside, and flips")
  func picture() {
    let red = SIMD3<Float>(200, 0, 0)
    let blue = SIMD3<Float>(0, 0, 200)
    let picture = SlicePicture(
      width: 3, height: 1, colours: [red, blue, SIMD3(9, 99, 9)], cord: [1, 1, 0])
    let image = picture.image(scaleU: 10, scaleV: 10)
    #expect((image.width, image.height) == (30, 10))
    func pixel(_ x: Int) -> [UInt8] { Array(image.pixels[(5 * 30 + x) * 4..<(5 * 30 + x) * 4 + 4]) }
    #expect(pixel(2) == [200, 0, 0, 255])
    #expect(pixel(16)[2] == 200)
    #expect(pixel(16)[1] == 0, "the voxel outside the cord has no say")
    #expect(pixel(29)[3] == 0)
    let flipped = picture.flipped(horizontally: true, vertically: false)
    #expect(flipped.colours == [SIMD3(9, 99, 9), blue, red])
    #expect(flipped.cord == [0, 1, 1])
  }
}
