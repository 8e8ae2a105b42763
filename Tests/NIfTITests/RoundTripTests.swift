import Foundation
import NIfTI
import MyelonTestSupport
import Testing

struct RoundTripTests {
  @Test(arguments: NIfTIDataType.writable, [nil, 1, 6])
  func `a written volume comes back the same`(dataType: NIfTIDataType, level: Int?) throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      let axes = Int.random(in: 3...4, using: &random)
      // The last axis is longer than 1: trailing axes of length 1 fold away.
      let dimensions = (0..<axes).map { Int.random(in: $0 == axes - 1 ? 2...5 : 1...9, using: &random) }
      let voxels = (0..<dimensions.reduce(1, *)).map { _ -> Float in
        switch dataType {
        case .uint8: Float(UInt8.random(in: 0 ... .max, using: &random))
        case .int16: Float(Int16.random(in: .min ... .max, using: &random))
        default: Float.random(in: -1e6...1e6, using: &random)
        }
      }
      let affine = randomAffine(&random)
      var volume = NIfTIVolume(dimensions: dimensions, voxels: voxels, affine: affine)
      volume.header.description = "Round trip, µ"
      volume.header.intentName = "test"
      volume.header.timeUnit = .seconds
      volume.header.timeStep = 86_400
      let data = try volume.encoded(dataType: dataType, compressionLevel: level)
      #expect(GzipCodec.isGzip(data) == (level != nil))
      let back = try NIfTIVolume(data: data)
      #expect(back.dimensions == dimensions)
      #expect(back.voxels == voxels)
      #expect(back.affine == affine.roundedToFloat)
      #expect(back.header.dataType == dataType)
      #expect(back.header.description == "Round trip, µ")
      #expect(back.header.intentName == "test")
      #expect(back.header.timeUnit == .seconds)
      #expect(back.header.timeStepInSeconds == (axes == 4 ? 86_400 : 0))
      #expect(try volume.encoded(dataType: dataType, compressionLevel: level) == data)
      // Once rounded, an affine stays as it is through any number of generations.
      #expect(try NIfTIVolume(data: back.encoded(dataType: dataType)).affine == back.affine)
    }
  }

  @Test func `the qform says the same as the sform`() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      let affine = randomAffine(&random)
      let volume = NIfTIVolume(dimensions: [1, 1, 1], voxels: [0], affine: affine)
      var header = try NIfTIHeader(data: volume.encoded())
      #expect(header.sformCode == 2 && header.qformCode == 2)
      header.sformCode = 0
      // The format stores b, c, d in Float32 and leaves a = sqrt(1 - b2 - c2 - d2) to the reader, so near a
      // half turn (a near 0) a is off by up to 1e-7 / a, and by 3.2e-4 where a2 < 1e-7 counts as 0.
      let sizes = affine.voxelSizes
      let handed: Double = affine.determinant < 0 ? -1 : 1
      let trace = affine[0, 0] / sizes.x + affine[1, 1] / sizes.y + handed * affine[2, 2] / sizes.z
      let a = (max(0, 1 + trace) / 4).squareRoot()
      let rotationError = 2 * min(3.2e-4, 1e-7 / max(a, 1e-9)) + 1e-6
      for column in 0..<4 {
        let error = header.affine.column(column) - affine.column(column)
        // 300 mm in Float32 are off by up to 1.6e-5 mm.
        let allowed = column < 3 ? rotationError * sizes[column] : 1.6e-5
        #expect((error * error).max().squareRoot() <= allowed)
      }
    }
  }
}

extension NIfTIAffine {
  /// What Float32 header fields keep of the affine.
  var roundedToFloat: NIfTIAffine {
    func rounded(_ row: SIMD4<Double>) -> SIMD4<Double> { SIMD4<Double>(SIMD4<Float>(row)) }
    return NIfTIAffine(x: rounded(x), y: rounded(y), z: rounded(z))
  }
}

/// A random rotation with random voxel sizes, handedness and offset; no shear.
func randomAffine(_ random: inout SeededGenerator) -> NIfTIAffine {
  func unit() -> SIMD3<Double> {
    while true {
      let v = SIMD3<Double>((0..<3).map { _ in Double.random(in: -1...1, using: &random) })
      let square = (v * v).sum()
      if square > 0.01 && square < 1 { return v / square.squareRoot() }
    }
  }
  func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
  }
  let first = unit()
  var other = unit()
  while abs((first * other).sum()) > 0.9 { other = unit() }
  let normal = cross(first, other)
  let third = normal / (normal * normal).sum().squareRoot()
  let second = cross(third, first)
  let sizes = (0..<3).map { _ in Double.random(in: 0.1...3, using: &random) }
  let sign: Double = Bool.random(using: &random) ? 1 : -1
  return NIfTIAffine(
    first: first * sizes[0], second: second * sizes[1], third: third * (sizes[2] * sign),
    translation: SIMD3((0..<3).map { _ in Double.random(in: -300...300, using: &random) }))
}
