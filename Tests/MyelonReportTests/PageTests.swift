import Foundation
import MyelonReport
import MyelonSimulation
import MyelonTestSupport
import Testing

@Suite("Report page") struct PageTests {
  /// The page of a sample run, without libraries unless given.
  private func page(_ sample: SampleRun, assets: ReportAssets = .none) throws -> String {
    let scratch = try ScratchDirectory()
    let record = try sample.make(in: scratch.path)
    return try RunReport(record: record, directory: scratch.path, assets: assets).html()
  }

  @Test("a person's page has all sections, the warning twice and a worksheet per visit")
  func sections() throws {
    let html = try page(.human())
    let ids = ["cord", "courses", "tracts", "examination", "parameters", "provenance"]
    for id in ids { PageCheck.holds(html, "<section id=\"\(id)\"") }
    #expect(PageCheck.count("It predicts no person's outcome", in: html) == 2)
    #expect(PageCheck.count("<details class=\"sheet\"", in: html) == 8)
    #expect(PageCheck.count("<details class=\"sheet\" open", in: html) == 1)
    PageCheck.holds(html, "A 38-year-old man suffered, at spinal segment C5,")
    PageCheck.holds(html, "SCIM III</caption>")
    PageCheck.holds(html, "The mapping is assumed, not measured: it predicts nobody's outcome.")
    PageCheck.holds(html, "Walking rule: the chance")
    PageCheck.lacks(html, "id=\"comparison\"")
  }

  @Test("rats get BBB with published means, landmarks and a verdict per published result")
  func rats() throws {
    let html = try page(.rat())
    PageCheck.holds(html, "BBB score at each visit")
    PageCheck.holds(html, "class=\"published\"")
    PageCheck.holds(html, "no hind-limb movement")
    #expect(PageCheck.count("class=\"yes\"", in: html) + PageCheck.count("class=\"no\"", in: html) == 10)
    PageCheck.holds(html, "49–63")
    PageCheck.lacks(html, "class=\"isncsci-sheet")
  }

  @Test("tags are balanced and identifiers unique, for people and rats")
  func wellFormed() throws {
    for sample in [SampleRun.human(arms: ["one", "two"]), .rat()] {
      let html = try page(sample)
      #expect(TagBalance.faults(in: html) == [])
      let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test("names full of markup stay text everywhere")
  func hostileNames() throws {
    let hostile =
      "</title></script><script>alert(1)</script><img src=x onerror=\"alert('2')\"> & \u{202E}evil"
    var sample = SampleRun.human(name: hostile, arms: [hostile, "plain"])
    sample.about = hostile
    let html = try page(sample, assets: FakeAssets.both)
    PageCheck.lacks(html, "<script>alert")
    PageCheck.lacks(html, "<img")
    PageCheck.lacks(html, "\u{202E}")
    PageCheck.holds(html, "&lt;script&gt;alert(1)&lt;/script&gt;")
    #expect(TagBalance.faults(in: html) == [])
    // The name is in the scripts' data too, as JSON that cannot end its element.
    PageCheck.holds(html, "\\u003cscript>alert(1)")
  }

  @Test("a page without libraries is complete, has no script and says what is missing")
  func withoutLibraries() throws {
    let html = try page(.human())
    PageCheck.holds(html, "The interactive viewer was not available")
    PageCheck.lacks(html, "<script")
    #expect(PageCheck.count("<svg class=\"chart\"", in: html) > 20)
    #expect(PageCheck.count("data:image/png;base64,", in: html) == 16)
  }

  @Test("libraries are embedded, and nothing on the page points outside it")
  func selfContained() throws {
    let html = try page(.human(), assets: FakeAssets.both)
    PageCheck.holds(html, "id=\"library-niivue\"")
    PageCheck.holds(html, "id=\"library-echarts\"")
    PageCheck.holds(html, "id=\"volume-cord\"")
    PageCheck.holds(html, "id=\"volume-0-tissue\"")
    PageCheck.holds(html, "default-src 'none'")
    for match in html.matches(of: #/(?:src|href)="([^"]*)"/#) {
      let target = match.output.1
      #expect(target.hasPrefix("#") || target.hasPrefix("data:"), "points to \(target.prefix(60))")
    }
    PageCheck.lacks(html, "url(")
    PageCheck.lacks(html, "@import")
  }

  @Test("volumes that are missing or damaged leave their part out and are named")
  func damagedVolumes() throws {
    let scratch = try ScratchDirectory()
    let record = try SampleRun.human().make(in: scratch.path)
    let manager = FileManager.default
    try manager.removeItem(atPath: "\(scratch.path)/arm-0/fibrosis.nii.gz")
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: "\(scratch.path)/arm-0/cavity.nii.gz"))
    let report = RunReport(record: record, directory: scratch.path, assets: FakeAssets.both)
    let partial = try report.html()
    PageCheck.holds(partial, "fibrosis.nii.gz is not there")
    PageCheck.holds(partial, "data:image/png;base64,")
    PageCheck.lacks(partial, "id=\"volume-0-fibrosis\"")

    try manager.removeItem(atPath: "\(scratch.path)/cord.nii.gz")
    let without = try report.html()
    PageCheck.holds(without, "The slices could not be drawn: cord.nii.gz is not there")
    PageCheck.holds(without, "<section id=\"provenance\"")
  }

  @Test("a record without arms, and a place that cannot be written, are errors that leave nothing behind")
  func errors() throws {
    let scratch = try ScratchDirectory()
    let record = try SampleRun.human().make(in: scratch.path)
    let empty = SampleRun.human().runRecord([])
    #expect(throws: ReportError.noArms(scenario: "C5 contusion")) {
      try RunReport(record: empty, directory: scratch.path, assets: .none).html()
    }
    let report = RunReport(record: record, directory: scratch.path, assets: .none)
    let nowhere = "\(scratch.path)/none/report.html"
    let error = #expect(throws: ReportError.self) { try report.write(to: nowhere) }
    if case .unwritable(let path, let reason) = error {
      #expect(path == nowhere)
      #expect(!reason.isEmpty)
    } else {
      Issue.record("Expected an unwritable path, found \(String(describing: error))")
    }
    try report.write(to: "\(scratch.path)/report.html")
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(left.contains("report.html"))
    #expect(!left.contains { $0.contains("partial") })
  }

  /// Writes pages to be looked at: of the runs that MYELON_REPORT_RUNS lists (separated by colons), to the
  /// directory MYELON_REPORT_SAMPLES.
  @Test(
    "pages of given runs are written where the environment asks for them",
    .enabled(if: PageSamples.isAskedFor, PageSamples.hint))
  func samples() throws {
    let environment = ProcessInfo.processInfo.environment
    let root = try #require(PageSamples.folder)
    let assets = ReportAssets.locate(
      environmentValue: environment["MYELON_ASSETS"], executablePath: nil, workingDirectory: ".")
    for run in (environment["MYELON_REPORT_RUNS"] ?? "").split(separator: ":").map(String.init) {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(run)/run.json"))
      let record = try JSONDecoder().decode(RunRecord.self, from: data)
      let name = URL(fileURLWithPath: run).lastPathComponent
      let began = Date()
      try RunReport(record: record, directory: run, assets: assets).write(to: "\(root)/\(name).html")
      print("report of \(name): \(Date().timeIntervalSince(began)) s")
    }
    var aside = SampleRun.human(name: "Left dorsal lesion")
    aside.offset = SIMD2(0.45, 0.35)
    aside.arms = [("untreated", 0.25)]
    aside.voxel = 1
    let directory = "\(root)/aside"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try RunReport(record: try aside.make(in: directory), directory: directory, assets: assets)
      .write(to: "\(root)/aside.html")
  }
}
