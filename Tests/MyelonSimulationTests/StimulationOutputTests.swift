import MyelonFields
import Foundation
import MyelonAnatomy
import MyelonSimulation
import MyelonStimulation
import NIfTI
import Testing

@Suite("Directory of a study", .serialized) struct StimulationOutputTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "study-\(UUID().uuidString)"
  ).path

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  @Test("all files are written whole, with rows for everything, and read back")
  func written() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (result, file) = try StimulationSample.make()
    let directory = StimulationDirectory(folder)
    try directory.write(result, file: file, page: "<p>page</p>", seconds: nil, overwrite: false)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == StimulationDirectory.names.sorted())

    func rows(_ name: String) throws -> Int { try text(name).split(separator: "\n").count }
    let populations = result.montages[0].populations.count
    #expect(try rows("thresholds.csv") == 1 + result.thresholdCount)
    #expect(try rows("recruitment.csv") == 1 + 2 * populations * 12)
    #expect(try rows("muscles.csv") == 1 + 2 * result.montages[0].muscles.count * 12)
    #expect(try rows("selectivity.csv") == 1 + result.selectivity.count)
    #expect(try text("thresholds.csv").contains("from S1 to L2,group-I,L4,left,0,0.25,"))

    let volume = try NIfTIVolume(contentsOf: "\(folder)/potential.nii.gz")
    #expect(volume.voxels == result.map.values)
    #expect(volume.affine.x.x < 0)
    // The header stores single precision.
    #expect(abs(-volume.affine.x.x - result.map.grid.spacing.x) < 1e-6)

    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(text("summary.json").utf8)) as? [String: Any])
    #expect((summary["montages"] as? [Any])?.count == 2 && summary["notice"] as? String != nil)
    let safety = try #require(
      try JSONSerialization.jsonObject(with: Data(text("safety.json").utf8)) as? [String: Any])
    #expect((safety["atHighestAmplitude"] as? [Any])?.count == 3 && safety["isBalanced"] as? Bool == true)
  }

  @Test("an old directory is kept unless asked, and a user's own files even then")
  func overwriting() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (result, file) = try StimulationSample.make()
    let directory = StimulationDirectory(folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "mine".write(toFile: "\(folder)/notes.txt", atomically: true, encoding: .utf8)
    #expect(throws: RunError.directoryInUse(path: folder, isUnfinishedRun: false)) {
      try directory.write(result, file: file, page: "", seconds: nil, overwrite: false)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
    try directory.write(result, file: file, page: "new", seconds: nil, overwrite: true)
    #expect(try text("notes.txt") == "mine" && text("report.html") == "new")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!names.contains { $0.hasPrefix(".partial") })
  }

  @Test("equal studies give equal files")
  func equal() throws {
    let (first, file) = try StimulationSample.make()
    let (second, _) = try StimulationSample.make()
    #expect(first == second)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let texts = try [first, second].map { try encoder.encode(StimulationSummary($0, file: file.path)) }
    #expect(texts[0] == texts[1])
  }
}
