import Foundation
import NIfTI
import MyelonTestSupport
import Testing

struct GzipCodecTests {
  /// Bytes that pack, but not to nothing.
  static func sample(_ count: Int) -> Data {
    var random = SeededGenerator(seed: UInt64(count))
    return Data((0..<count).map { _ in UInt8.random(in: 0...9, using: &random) })
  }

  @Test(arguments: [0, 1, 1000, 262_143, 262_144, 262_145, 700_001])
  func `packing and unpacking gives the same bytes`(count: Int) throws {
    let data = Self.sample(count)
    for level in [-3, 0, 1, 6, 9, 40] {
      let packed = try GzipCodec.compress(data, level: level)
      #expect(GzipCodec.isGzip(packed))
      // RFC 1952: bytes 4 to 7 are the modification time; 0 means none.
      #expect(Array(packed[4..<8]) == [0, 0, 0, 0])
      #expect(try GzipCodec.decompress(packed, maximumBytes: count) == data)
      #expect(try GzipCodec.compress(data, level: level) == packed)
    }
  }

  @Test func `members follow one another, zeros may follow the last`() throws {
    let parts = [Self.sample(300_000), Data(), Self.sample(10), Self.sample(70_000)]
    let packed = try parts.map { try GzipCodec.compress($0) }.reduce(Data(), +)
    let whole = parts.reduce(Data(), +)
    #expect(try GzipCodec.decompress(packed, maximumBytes: whole.count) == whole)
    let padded = packed + Data(repeating: 0, count: 600_000)
    #expect(try GzipCodec.decompress(padded, maximumBytes: whole.count) == whole)
    for junk in [Data([7]), Data([0x1f]), Data([0, 0, 1]), Data([0x1f, 0x8b]), Data("\u{1f}junk".utf8)] {
      #expect(throws: GzipError.self) {
        try GzipCodec.decompress(packed + junk, maximumBytes: whole.count)
      }
    }
  }

  @Test func `a volume may come in several members`() throws {
    let file = HeaderFixture().file
    for cut in [1, 4, 100, 348, 352, 400, file.count - 1] {
      let packed = try GzipCodec.compress(file.prefix(cut)) + GzipCodec.compress(file.dropFirst(cut))
      #expect(try NIfTIVolume(data: packed) == NIfTIVolume(data: file))
    }
  }

  @Test func `a bomb stops at the limit`() throws {
    let bomb = try GzipCodec.compress(Data(repeating: 0, count: 50_000_000), level: 9)
    #expect(bomb.count < 60_000)
    #expect(throws: GzipError.tooLarge(limitBytes: 1_000_000)) {
      try GzipCodec.decompress(bomb, maximumBytes: 1_000_000)
    }
    // A small volume with a bomb behind it, in the same member and in a further one.
    let file = HeaderFixture().file
    let sameMember = try GzipCodec.compress(file + Data(repeating: 0, count: 50_000_000), level: 9)
    let nextMember = try GzipCodec.compress(file) + bomb
    for data in [sameMember, nextMember] {
      let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: data) }
      #expect(error == .trailingBytes(expectedBytes: 352 + 96))
      let limits = NIfTILimits(maximumUncompressedBytes: 1_000_000, allowsTrailingBytes: true)
      let bounded = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: data, limits: limits) }
      #expect(bounded == .tooLarge(requiredBytes: 1_000_001, limitBytes: 1_000_000))
    }
  }

  @Test func `a header that promises more than gzip could hold is refused unread`() throws {
    var fixture = HeaderFixture()
    fixture.dim = [3, 1000, 1000, 1000, 1, 1, 1, 1]
    let packed = try GzipCodec.compress(fixture.file(voxels: []))
    let error = nifTIError { () throws(NIfTIError) in try NIfTIVolume(data: packed) }
    #expect(error == .truncated(requiredBytes: 352 + 4_000_000_000, foundBytes: packed.count * 1032))
  }

  @Test func `one flipped bit in the packed bytes is noticed or changes nothing`() throws {
    let data = Self.sample(500)
    let packed = try GzipCodec.compress(data)
    var unnoticed = 0
    // From the first byte behind the ten of the header, which carries no checksum, to the last.
    for position in 10..<packed.count {
      for bit in 0..<8 {
        var damaged = packed
        damaged[position] ^= 1 << UInt8(bit)
        // A few bits carry nothing, such as those that fill up the last byte before the checksum.
        if let result = try? GzipCodec.decompress(damaged, maximumBytes: 100_000) {
          #expect(result == data)
          unnoticed += 1
        }
      }
    }
    #expect(unnoticed <= 16)
  }
}
