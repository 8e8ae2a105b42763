import Foundation
import MyelonReport
import MyelonSimulation
import Testing

@Suite("Report page") struct PageTests {
  /// Writes sample pages where MYELON_REPORT_SAMPLES says, to be looked at; does nothing without it.
  @Test("sample pages are written where the environment asks for them")
  func samples() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let root = environment["MYELON_REPORT_SAMPLES"] else { return }
    let assets = ReportAssets.locate(
      environmentValue: environment["MYELON_ASSETS"], executablePath: nil, workingDirectory: ".")
    var fine = SampleRun.human()
    fine.voxel = 0.5
    var leftDorsal = SampleRun.human(name: "Left dorsal lesion")
    leftDorsal.offset = SIMD2(0.45, 0.35)
    leftDorsal.arms = [("untreated", 0.25)]
    for (name, sample, assets) in [
      ("left-dorsal", leftDorsal, assets),
      ("human", fine, assets), ("rat", .rat(), assets),
      ("human-arms", .human(name: "Two arms", arms: ["untreated", "early decompression"]), assets),
      ("bare", .human(), .none),
    ] {
      let directory = "\(root)/\(name)"
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      let record = try sample.make(in: directory)
      try RunReport(record: record, directory: directory, assets: assets).write(
        to: "\(directory)/report.html")
    }
  }
}
