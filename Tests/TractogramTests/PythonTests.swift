import Foundation
import MyelonTestSupport
import Testing
import Tractogram

/// Opens track files with nibabel where an interpreter that has it is named by MYELON_PYTHON.
@Suite("Track files in Python") struct PythonTests {
  @Test(
    "nibabel opens the lines and their weights, and writes them again",
    .enabled(if: PythonScript.interpreter != nil, "set MYELON_PYTHON to a Python with nibabel"))
  func opens() throws {
    let scratch = try ScratchDirectory()
    var generator = SeededGenerator(seed: 2)
    var lines = Streamlines()
    for length in 1...300 {
      lines.append((0..<length).map { _ in SIMD3<Float>.random(in: -100...100, using: &generator) })
    }
    lines.weights["axons"] = (1...300).map { Float($0) / 7 }
    let path = "\(scratch.path)/axons.tck"
    try TrackFile(lines, fields: ["comments": "a\nb: c", "step": "0.3"]).write(to: path)
    try lines.writeWeights("axons", to: "\(scratch.path)/axons.txt")
    let found = try PythonScript.run("check-tck", [path, "--weights", "\(scratch.path)/axons.txt"])
    #expect(found.status == 0, "\(found.text)")
    #expect(found.text.contains("300 lines, 45150 points"), "\(found.text)")
  }
}
