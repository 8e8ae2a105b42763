import Foundation
import Testing

/// Every scenario of the examples, shortened and coarse.
@Suite struct ExampleTests {
  private static let examples =
    (try? FileManager.default.contentsOfDirectory(atPath: "\(Program.package)/Examples"))?
    .filter { $0.hasSuffix(".yaml") }.sorted() ?? []

  /// Days that a treated example must last for all its treatments to begin.
  private static let lastTreatment = [
    "rat-msc-timing.yaml": "22", "rat-exosome.yaml": "8", "human-ipsc-combination.yaml": "22",
    "rat-nt3.yaml": "91", "rat-transection-graft.yaml": "57", "rat-chondroitinase-training.yaml": "8",
    "human-epidural-stimulation.yaml": "85",
  ]

  @Test func thereAreExamples() {
    #expect(Self.examples.count >= 3)
  }

  @Test(arguments: examples)
  func anExampleRuns(name: String) throws {
    let scratch = try Scratch()
    var arguments = ["\(Program.package)/Examples/\(name)"]
    if name.contains("pam50") {
      let template = "\(Program.package)/../shared/data/pam50"
      guard FileManager.default.fileExists(atPath: template) else {
        print("Skipped: \(name) needs the PAM50 template in ../shared/data/pam50")
        return
      }
      arguments += ["--anatomy", template]
    }
    let check = try Program.run(["check"] + arguments, in: scratch.path)
    #expect(check.status == 0 && check.output.contains("fine"), "\(check.remarks)")
    let voxel = name.hasPrefix("rat") ? "0.5 mm" : "2 mm"
    let days = Self.lastTreatment[name] ?? "2"
    let found = try Program.run(
      ["run"] + arguments + ["--voxel", voxel, "--days", days, "--output", "out"], in: scratch.path)
    #expect(found.status == 0, "\(found.remarks)")
    #expect(found.output == "out/report.html\n")
    let names = scratch.names("out")
    #expect(names.isSuperset(of: ["run.json", "series.csv", "exams.json", "report.html", "cord.nii.gz"]))
    #expect(!names.contains { $0.hasPrefix(".") })
  }
}
