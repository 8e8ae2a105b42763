import Foundation
import MyelonTestSupport
import Testing
import Tractogram

@Suite("Broken track files") struct DamageTests {
  private func replaced(_ old: String, _ new: String) -> [UInt8] {
    let header = String(decoding: TrackFileTests.reference[..<90], as: UTF8.self)
    precondition(header.contains(old))
    return Array(header.replacing(old, with: new).utf8) + TrackFileTests.reference[90...]
  }

  @Test("Every shorter part of a file is refused")
  func cutOff() {
    for length in TrackFileTests.reference.indices {
      #expect(throws: TractogramError.self) {
        try TrackFile(decoding: Array(TrackFileTests.reference[..<length]))
      }
    }
    #expect(throws: TractogramError.cutOff(lines: 1, bytes: 150)) {
      try TrackFile(decoding: Array(TrackFileTests.reference[..<150]))
    }
  }

  @Test("No changed byte crashes the reader, and nothing that is not finite comes through")
  func changedBytes() {
    for position in TrackFileTests.reference.indices {
      for byte: UInt8 in [0, 10, 32, 58, 127, 128, 192, 255] {
        var bytes = TrackFileTests.reference
        bytes[position] = byte
        guard let file = try? TrackFile(decoding: bytes) else { continue }
        #expect(file.lines.points.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite })
        #expect(file.lines.lengths.reduce(0, +) == file.lines.points.count)
      }
    }
  }

  @Test("Random bytes after a good beginning never crash the reader")
  func noise() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let keep = Int.random(in: 0...TrackFileTests.reference.count, using: &generator)
      let noise = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      if let file = try? TrackFile(decoding: Array(TrackFileTests.reference[..<keep]) + noise) {
        #expect(file.lines == TrackFileTests.lines)
      }
    }
  }

  @Test("Headers that are none say what is wrong")
  func headers() {
    let cases: [(bytes: [UInt8], words: String)] = [
      ([], "must begin with 'mrtrix tracks'"),
      (Array("mrtrix image\n".utf8), "must begin with 'mrtrix tracks'"),
      (Array("mrtrix tracks2\nEND\n".utf8), "the first line must be"),
      (Array("mrtrix tracks\ncount: 1\n".utf8), "must end with a line 'END'"),
      (replaced("datatype: Float32LE", "datatype: Int8"), "found 'Int8'"),
      (replaced("datatype", "dadatype"), "found ''"),
      (replaced("total_count", "count"), "'count' must occur once"),
      (replaced("count: 0000000002\nt", "count: some\nt"), "found 'some'"),
      (replaced("count: 0000000002\nt", "count: -2\nt"), "found '-2'"),
      (replaced("count: 0000000002\nt", "count 2\nt"), "'name: value'"),
      (replaced("file: . 92", "file: a.dat 0"), "found 'a.dat 0'"),
      (replaced("file: . 92", "file: . 12"), "the data must begin between"),
      (replaced("file: . 92", "file: . 9999"), "the data must begin between"),
      (replaced("file: . 92", "file: . -92"), "the data must begin between"),
      (replaced("file: . 92", "file: . 99999999999999999999999"), "found '. 9999"),
    ]
    for (bytes, words) in cases {
      let error = #expect(throws: TractogramError.self) { try TrackFile(decoding: bytes) }
      guard case .header = error else {
        Issue.record("expected a fault of the header, found \(String(describing: error)) for \(words)")
        continue
      }
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "") lacks \(words)")
    }
  }

  @Test("A count that the data do not keep is refused")
  func count() {
    #expect(throws: TractogramError.lineCount(required: 7, found: 2)) {
      try TrackFile(decoding: replaced("count: 0000000002\nt", "count: 0000000007\nt"))
    }
  }

  @Test("A point of which a part is no number is named by its place")
  func brokenPoint() {
    var bytes = TrackFileTests.reference
    bytes.replaceSubrange(108..<112, with: [0, 0, 0xC0, 0x7F])
    #expect(throws: TractogramError.brokenPoint(byte: 104)) { try TrackFile(decoding: bytes) }
  }

  @Test("Files that are not there, directories and pipes are refused at once")
  func places() throws {
    let scratch = try ScratchDirectory()
    #expect(mkfifo("\(scratch.path)/pipe", 0o600) == 0)
    for path in ["\(scratch.path)/none.tck", scratch.path, "\(scratch.path)/pipe", "a\u{0}b"] {
      for read in [{ _ = try TrackFile(contentsOf: path) }, { _ = try Streamlines.readWeights(path) }] {
        let error = #expect(throws: TractogramError.self) { try read() }
        guard case .notRead(let named, _) = error else {
          Issue.record("expected notRead, found \(String(describing: error))")
          continue
        }
        #expect(named == path)
      }
    }
  }
}
