import Foundation
import MyelonTestSupport
import Testing
import Tractogram

@Suite("Track files") struct TrackFileTests {
  /// A file written by hand after MRtrix's description of the format: two lines, three points.
  static let reference: [UInt8] = {
    let header =
      "mrtrix tracks\ndatatype: Float32LE\ncount: 0000000002\ntotal_count: 0000000002\nfile: . 92\nEND\n"
    var bytes = Array(header.utf8)
    bytes += [UInt8](repeating: 0, count: 92 - bytes.count)
    let one: [UInt8] = [0, 0, 0x80, 0x3F]
    let minusTwo: [UInt8] = [0, 0, 0, 0xC0]
    let half: [UInt8] = [0, 0, 0, 0x3F]
    let zero: [UInt8] = [0, 0, 0, 0]
    let none: [UInt8] = [0, 0, 0xC0, 0x7F]
    let infinite: [UInt8] = [0, 0, 0x80, 0x7F]
    bytes += one + minusTwo + half + zero + zero + one + none + none + none
    bytes += minusTwo + half + one + none + none + none + infinite + infinite + infinite
    return bytes
  }()

  static let lines = Streamlines(
    points: [SIMD3(1, -2, 0.5), SIMD3(0, 0, 1), SIMD3(-2, 0.5, 1)], lengths: [2, 1])

  @Test("Two lines give the bytes of the reference, and the reference gives the two lines")
  func reference() throws {
    #expect(try TrackFile(Self.lines).encoded() == Self.reference)
    #expect(try TrackFile(decoding: Self.reference) == TrackFile(Self.lines))
  }

  @Test("No lines make a valid file")
  func empty() throws {
    let bytes = try TrackFile(Streamlines()).encoded()
    #expect(try TrackFile(decoding: bytes).lines.count == 0)
    #expect(bytes.suffix(12) == [0, 0, 0x80, 0x7F, 0, 0, 0x80, 0x7F, 0, 0, 0x80, 0x7F])
  }

  @Test("Random lines and fields come back the same, from memory and from a file")
  func roundTrip() throws {
    let scratch = try ScratchDirectory()
    var generator = SeededGenerator(seed: 11)
    for round in 0..<40 {
      var lines = Streamlines()
      for _ in 0..<Int.random(in: 0..<(round == 7 ? 3000 : 30), using: &generator) {
        lines.append(
          (0..<Int.random(in: 1..<60, using: &generator)).map { _ in
            SIMD3<Float>.random(in: -300...300, using: &generator)
          })
      }
      var fields = ["comments": "axons\nof round: \(round) µm", "roi": "seed"]
      // Headers of all lengths, so that every filling and every count of digits occurs.
      fields["filler"] = String(repeating: "x", count: 1 + round * 31)
      let file = TrackFile(lines, fields: fields)
      let bytes = try file.encoded()
      #expect(try TrackFile(decoding: bytes) == file)
      let path = "\(scratch.path)/axons.tck"
      try file.write(to: path)
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
      #expect(try TrackFile(contentsOf: path) == file)
      let text = String(decoding: bytes, as: UTF8.self)
      let offset = text.firstMatch(of: #/file: \. (\d+)\nEND\n/#).flatMap { Int($0.output.1) }
      #expect(offset.map { $0 % 4 } == 0, "data begin at a multiple of four")
    }
    #expect(try scratch.files == ["axons.tck"])
  }

  @Test(
    "The other byte order and double precision are read", arguments: ["Float32BE", "Float64LE", "Float64BE"])
  func encodings(_ name: String) throws {
    var bytes = Array("mrtrix tracks\ndatatype: \(name)\nfile: . 67\nEND\n".utf8)
    bytes += [UInt8](repeating: 32, count: 67 - bytes.count)
    let marks = [Float](repeating: .nan, count: 3) + [Float](repeating: .infinity, count: 3)
    for value in [1, -2, 0.5] + marks {
      let wide = Double(value).bitPattern
      let narrow = value.bitPattern
      switch name {
      case "Float32BE": bytes += stride(from: 24, through: 0, by: -8).map { UInt8(narrow >> $0 & 255) }
      case "Float64LE": bytes += stride(from: 0, through: 56, by: 8).map { UInt8(wide >> $0 & 255) }
      default: bytes += stride(from: 56, through: 0, by: -8).map { UInt8(wide >> $0 & 255) }
      }
    }
    #expect(try TrackFile(decoding: bytes).lines == Streamlines(points: [SIMD3(1, -2, 0.5)], lengths: [1]))
  }

  @Test("Lines without points are read, because other programs write them, and not written")
  func emptyLines() throws {
    var bytes = Self.reference
    let mark = Array(bytes[116..<128])
    bytes.insert(contentsOf: mark, at: 116)
    bytes.replaceSubrange(50..<51, with: "3".utf8)
    // Byte 50 is the last digit of the count.
    let file = try TrackFile(decoding: bytes)
    #expect(file.lines.lengths == [2, 0, 1])
    #expect(throws: TractogramError.invalid([.emptyLine(line: 1, points: 0)])) { try file.encoded() }
  }

  @Test("Names and values that a header cannot hold are refused before anything is written")
  func fields() throws {
    let scratch = try ScratchDirectory()
    for name in ["", "count", "datatype", "file", "total_count", "END", "a:b", " a", "a\nb", "a\rb"] {
      #expect(throws: TractogramError.invalid([.unusableField(name: name)])) {
        try TrackFile(Self.lines, fields: [name: "1"]).write(to: "\(scratch.path)/a.tck")
      }
    }
    for value in ["", " a", "a ", "a\n", "\na", "a\r\nb", "a\u{0}"] {
      #expect(throws: TractogramError.invalid([.unusableValue(name: "n", value: value)])) {
        try TrackFile(Self.lines, fields: ["n": value]).write(to: "\(scratch.path)/a.tck")
      }
    }
    #expect(try scratch.files == [])
  }

  @Test("A place that cannot be written is an error, and the earlier file stays")
  func unwritable() throws {
    let scratch = try ScratchDirectory()
    let error = #expect(throws: TractogramError.self) {
      try TrackFile(Self.lines).write(to: "\(scratch.path)/none/a.tck")
    }
    guard case .notWritten(let path, _) = error else {
      Issue.record("expected notWritten, found \(String(describing: error))")
      return
    }
    #expect(path.hasSuffix("none/a.tck"))
    // A directory of that name: the rename fails after everything has been written.
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/b.tck", withIntermediateDirectories: true)
    #expect(throws: TractogramError.self) { try TrackFile(Self.lines).write(to: "\(scratch.path)/b.tck") }
    #expect(try scratch.files == ["b.tck"])
    try TrackFile(Self.lines).write(to: "\(scratch.path)/c.tck")
    var broken = Self.lines
    broken.points[1].y = .nan
    #expect(throws: TractogramError.invalid([.notFinite(part: "Points", position: 1)])) {
      try TrackFile(broken).write(to: "\(scratch.path)/c.tck")
    }
    #expect(try TrackFile(contentsOf: "\(scratch.path)/c.tck").lines == Self.lines)
  }
}
