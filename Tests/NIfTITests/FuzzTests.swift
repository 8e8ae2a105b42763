import Foundation
import NIfTI
import MyelonTestSupport
import Testing

/// Mutated files must end in a value that holds together, or in an error of this library.
///
/// A crash, an endless loop or memory out of bounds would end the test process.
struct FuzzTests {
  static let limits = NIfTILimits(maximumUncompressedBytes: 1 << 20)

  /// Small valid files in every layout, type and packing.
  static func seeds() throws -> [[UInt8]] {
    var seeds: [[UInt8]] = []
    for version in [NIfTIHeader.Version.one, .two] {
      for order in [NIfTIHeader.ByteOrder.little, .big] {
        for type in NIfTIDataType.allCases {
          var fixture = HeaderFixture(version: version, order: order)
          fixture.datatype = type.rawValue
          fixture.dim = [4, 2, 3, 2, 2, 1, 1, 1]
          fixture.qformCode = 1
          fixture.sformCode = type == .float32 ? 0 : 1
          fixture.slope = 0.5
          seeds.append(Array(fixture.file))
          if type == .int16 { seeds.append(Array(try GzipCodec.compress(fixture.file))) }
        }
      }
    }
    return seeds
  }

  /// Values that sit on the borders of what header fields may be.
  static let borders: [UInt64] = [
    0, 1, 2, 7, 8, 255, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x7f80_0000,
    0x7fc0_0000,
    0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000, .max, 0x7ff0_0000_0000_0000, 0x43e0_0000_0000_0000,
  ]

  static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { return }
      // Most changes go into the header; what follows it is mere voxels.
      let position = Int.random(
        in: 0..<(Bool.random(using: &random) ? bytes.count : min(bytes.count, 352)), using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[position] = UInt8.random(in: 0 ... .max, using: &random)
      case 2, 3:
        let value = borders[Int.random(in: 0..<borders.count, using: &random)]
        let width = [1, 2, 4, 8][Int.random(in: 0..<4, using: &random)]
        let big = Bool.random(using: &random)
        let aligned = position / width * width
        for index in 0..<width where aligned + index < bytes.count {
          bytes[aligned + index] = UInt8(
            truncatingIfNeeded: value >> UInt64(8 * (big ? width - 1 - index : index)))
        }
      case 4:
        bytes.removeSubrange(position..<min(bytes.count, position + Int.random(in: 1...40, using: &random)))
      default:
        let count = Int.random(in: 1...40, using: &random)
        bytes.insert(
          contentsOf: (0..<count).map { _ in UInt8.random(in: 0 ... .max, using: &random) }, at: position)
      }
    }
  }

  @Test(arguments: 0..<8)
  func `no mutated file does worse than an error`(part: Int) throws {
    let seeds = try Self.seeds()
    var random = SeededGenerator(seed: UInt64(1000 + part))
    var read = 0
    var refused = 0
    for round in 0..<3000 {
      var bytes = seeds[round % seeds.count]
      Self.mutate(&bytes, &random)
      if round.isMultiple(of: 5) { bytes = Array(try GzipCodec.compress(Data(bytes), level: 1)) }
      do throws(NIfTIError) {
        let volume = try NIfTIVolume(data: Data(bytes), limits: Self.limits)
        read += 1
        #expect(volume.voxels.count == volume.dimensions.reduce(1, *))
        #expect((3...4).contains(volume.dimensions.count))
        #expect(volume.affine.isFinite && volume.affine.axisCodes != nil && volume.affine.inverse != nil)
        let turned = try volume.reoriented(to: "LPI")
        #expect(turned.affine.axisCodes == "LPI")
        let raw = try NIfTIRawVolume(data: Data(bytes), limits: Self.limits)
        #expect(raw.doubles().count == volume.voxels.count)
        try roundTrip(volume)
      } catch {
        refused += 1
        #expect(!error.description.isEmpty)
      }
    }
    // Both ends are reached often, so neither check above is idle.
    #expect(read > 300 && refused > 300)
  }

  /// What was read can be written, unless the format's narrower fields forbid it, and then reads again.
  func roundTrip(_ volume: NIfTIVolume) throws(NIfTIError) {
    do throws(NIfTIError) {
      let data = try volume.encoded()
      let back = try NIfTIVolume(data: data, limits: Self.limits)
      #expect(back.dimensions == volume.dimensions)
      #expect(back.voxels.map(\.bitPattern) == volume.voxels.map(\.bitPattern))
    } catch .invalidVolume {
    } catch .invalidHeader(let faults) {
      // Float64 sizes below Float32's smallest number become zero.
      #expect(volume.affine.voxelSizes.min() < Double(Float.leastNormalMagnitude), "\(faults)")
    }
  }
}
