import Foundation
import MyelonTestSupport
import Testing
import Tractogram

@Suite("Streamlines") struct StreamlinesTests {
  @Test("Nothing holds nothing")
  func empty() {
    #expect(Streamlines().points.isEmpty)
    #expect(Streamlines().count == 0)
    #expect(Streamlines().faults == [])
  }

  @Test("Appended lines come back one by one")
  func appended() {
    var lines = Streamlines()
    lines.append([SIMD3(1, 2, 3), SIMD3(4, 5, 6)])
    lines.append([SIMD3(7, 8, 9)])
    #expect(lines.lengths == [2, 1])
    #expect(lines.lines.map(Array.init) == [[SIMD3(1, 2, 3), SIMD3(4, 5, 6)], [SIMD3(7, 8, 9)]])
  }

  @Test("Every contradiction is found, not the first only")
  func faults() {
    let lines = Streamlines(
      points: [SIMD3(0, 0, 0), SIMD3(0, .nan, 0)], lengths: [1, 0, 2], weights: ["axons": [1, .infinity]])
    #expect(
      lines.faults == [
        .emptyLine(line: 1, points: 0), .count(part: "The points of all lines", required: 3, found: 2),
        .notFinite(part: "Points", position: 1),
        .count(part: "Weights 'axons'", required: 3, found: 2),
        .notFinite(part: "Weights 'axons'", position: 1),
      ])
  }

  @Test("Large finite coordinates are no fault, although their sum is infinite")
  func large() {
    let far = Float.greatestFiniteMagnitude
    #expect(Streamlines(points: [SIMD3(far, far, far)], lengths: [1]).faults == [])
    #expect(Streamlines(points: [SIMD3(.infinity, -.infinity, 0)], lengths: [1]).faults.count == 1)
  }

  @Test("Lengths that add up to more than an integer holds are a fault and no crash")
  func hugeLengths() {
    let lines = Streamlines(points: [SIMD3(0, 0, 0)], lengths: [Int.max, Int.max, 3])
    #expect(!lines.faults.isEmpty)
    #expect(lines.lines.map(\.count) == [1, 0, 0])
  }

  @Test("Weights are one number a row and read back to the same bits")
  func weights() throws {
    let scratch = try ScratchDirectory()
    var generator = SeededGenerator(seed: 5)
    let values = (0..<500).map { _ in Float(bitPattern: UInt32.random(in: 0...0x7F7F_FFFF, using: &generator))
    }
    let points = values.map { _ in SIMD3<Float>(0, 0, 0) }
    let lines = Streamlines(
      points: points, lengths: values.map { _ in 1 }, weights: ["axons": values])
    let path = "\(scratch.path)/weights.txt"
    try lines.writeWeights("axons", to: path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 501)
    #expect(try Streamlines.readWeights(path) == values)
    #expect(try scratch.files == ["weights.txt"])
  }

  @Test("Weights of 12.5 and 3 are the text that MRtrix's tools read")
  func weightText() throws {
    let scratch = try ScratchDirectory()
    let lines = Streamlines(
      points: [SIMD3(0, 0, 0), SIMD3(1, 0, 0)], lengths: [1, 1], weights: ["axons": [12.5, 3]])
    try lines.writeWeights("axons", to: "\(scratch.path)/w.txt")
    #expect(try String(contentsOfFile: "\(scratch.path)/w.txt", encoding: .utf8) == "12.5\n3.0\n")
  }

  @Test("Files of weights from elsewhere may hold remarks, blanks and commas, and nothing else")
  func foreignWeights() throws {
    let scratch = try ScratchDirectory()
    let path = "\(scratch.path)/w.txt"
    try Data("# tcksift2\n1 2,3 # three\r\n\n4e-1\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try Streamlines.readWeights(path) == [1, 2, 3, 0.4])
    for (text, word) in [("1\nnan\n", "nan"), ("1\n2 x\n", "x"), ("1\ninf", "inf"), ("1\n0x", "0x")] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      #expect(throws: TractogramError.brokenWeight(line: 2, text: word)) { try Streamlines.readWeights(path) }
    }
  }

  @Test("Weights that are not there are named, with those that are")
  func missingWeights() {
    let lines = Streamlines(points: [SIMD3(0, 0, 0)], lengths: [1], weights: ["axons": [1]])
    #expect(throws: TractogramError.noWeights(name: "neurons", known: ["axons"])) {
      try lines.writeWeights("neurons", to: "/nowhere/at/all")
    }
  }
}
