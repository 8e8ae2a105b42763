import Foundation
import Testing

/// A disk that fills gives one clear error, no half file, and a run that can be continued.
@Suite struct FullDiskTests {
  /// Writes volumes large enough to fill a small disk at every stage.
  private static let scenario = ScenarioText.rat
    .replacing("days: 1, ", with: "days: 3, ").replacing("visits: [1]", with: "visits: [1, 2, 3]")
    .replacing("fields: [tissue]", with: "fields: all")

  @Test func aRunGoesOnAfterSpaceIsFreed() throws {
    let scratch = try Scratch()
    try scratch.write(Self.scenario, to: "rat.yaml")
    guard let disk = try SmallDisk(size: "4k", in: scratch) else {
      print("Skipped: mounting a small file system is not permitted here")
      return
    }
    #expect(try Program.run(["run", "rat.yaml", "--output", "whole"], in: scratch.path).status == 0)
    var messages: [String] = []
    var arguments = ["run", "rat.yaml", "--output", "disk/out"]
    var status: Int32 = 1
    // From no space at all in steps to enough: each failure comes at a later stage.
    for kilobytes in stride(from: 4, to: 40_000, by: 256) {
      try disk.resize(to: "\(kilobytes)k")
      let found = try Program.run(arguments, in: scratch.path)
      status = found.status
      guard status != 0 else { break }
      #expect(status == 1 && !found.wasKilled && found.output.isEmpty, "\(found.remarks)")
      let faults = found.remarks.split(separator: "\n").filter { $0.hasPrefix("myelon: ") }
      #expect(faults.count == 1 && faults[0].contains("disk/out"), "\(found.remarks)")
      messages.append(String(faults.first ?? ""))
      let names = scratch.names("disk/out")
      #expect(!names.contains { $0.contains("partial") }, "\(names)")
      arguments = Self.continuation(from: found, names: names)
    }
    #expect(status == 0)
    #expect(Set(messages).count > 2, "\(Set(messages))")
    #expect(scratch.text("disk/out/report.html").contains("</html>"))
    #expect(differences(try scratch.results("whole"), try scratch.results("disk/out")) == [])
  }

  /// What the remarks tell the user to do next.
  private static func continuation(from found: Program.Result, names: Set<String>) -> [String] {
    if names.contains("run.json") {
      #expect(found.remarks.contains("myelon report disk/out"))
      return ["report", "disk/out"]
    }
    if names.contains(".unfinished/scenario.yaml") {
      #expect(found.remarks.contains("myelon resume disk/out"))
      return ["resume", "disk/out"]
    }
    #expect(names.isEmpty, "\(names)")
    return ["run", "rat.yaml", "--output", "disk/out"]
  }
}
