import Foundation
import MyelonTestSupport
import Testing
import Tractogram

/// Opens track files with nibabel where an interpreter that has it is named by MYELON_PYTHON.
@Suite("Track files in Python") struct PythonTests {
  private static let interpreter = ProcessInfo.processInfo.environment["MYELON_PYTHON"]

  @Test(
    "nibabel opens the lines and their weights, and writes them again",
    .enabled(if: interpreter != nil, "set MYELON_PYTHON to a Python with nibabel"))
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
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("scripts/check-tck").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.interpreter))
    process.arguments = [script, path, "--weights", "\(scratch.path)/axons.txt"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains("300 lines, 45150 points"), "\(text)")
  }
}
