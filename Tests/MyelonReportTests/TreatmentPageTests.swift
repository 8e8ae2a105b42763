import Foundation
import MyelonReport
import MyelonSimulation
import MyelonTestSupport
import Testing

@Suite("Report of treated arms") struct TreatmentPageTests {
  private static let sections = ["treatment", "graft", "factors", "hazards", "outcomes", "components"]

  private func page(
    _ sample: SampleTreatment, isHuman: Bool = true, assets: ReportAssets = .none
  ) throws -> String {
    let scratch = try ScratchDirectory()
    let record = try sample.make(in: scratch.path, isHuman: isHuman)
    return try RunReport(record: record, directory: scratch.path, assets: assets).html()
  }

  @Test("every section is there with its warning, every arm, transplant and component in it")
  func sections() throws {
    let sample = SampleTreatment()
    let html = try page(sample)
    for id in Self.sections {
      let text = try PageCheck.section(id, of: html)
      #expect(text.contains("predicts nobody's outcome"), "\(id)")
      #expect(text.contains("combination"), "\(id)")
    }
    #expect(TagBalance.faults(in: html) == [])
    let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for match in html.matches(of: #/href="#([^"]*)"/#) { #expect(ids.contains(String(match.output.1))) }
    let done = try PageCheck.section("treatment", of: html)
    for component in sample.components { #expect(done.contains(component)) }
    for name in sample.armNames { #expect(done.contains(name), "\(name)") }
    #expect(done.contains("class=\"chart strip-plan\""))
    #expect(done.contains("made to secrete BDNF"))
    #expect(done.contains("number injection_loss"), "the product's numbers are in the page")
    let graft = try PageCheck.section("graft", of: html)
    for word in [
      "lack of blood flow", "rejection", "safety switch", "neurons", "True survivors", "cells.h5ad",
    ] {
      #expect(graft.contains(word), "\(word)")
    }
    // One composition figure for the one protocol that is no copy, one chart a measure.
    #expect(PageCheck.count("class=\"fates\"", in: graft) == 1)
    PageCheck.holds(graft, "data-panel=\"transplant-0-survival\"")
    PageCheck.holds(graft, "data-panel=\"tracking-1\"")
  }

  @Test("fields are drawn where they are above zero, with unit and scale, and zero fields are named")
  func maps() throws {
    let text = try PageCheck.section("factors", of: try page(SampleTreatment()))
    // Graft, scaffold and NT-3 at days 28, 84, 168 and 365, two sections each.
    #expect(PageCheck.count("data:image/png;base64,", in: text) == 3 * 4 * 2)
    PageCheck.holds(text, "ng/mL, by powers of ten")
    PageCheck.holds(text, "Next to nothing at every visit, and therefore not drawn: chondroitinase activity.")
    PageCheck.holds(text, "data-panel=\"scaffold_volume\"")
    PageCheck.holds(text, "data-panel=\"peak_NT3\"")
    PageCheck.lacks(text, "data-panel=\"peak_chondroitinase\"")
  }

  @Test("hazards tell the day of an event, and what a single life cannot show")
  func hazards() throws {
    let with = try PageCheck.section("hazards", of: try page(SampleTreatment()))
    PageCheck.holds(with, "Day 200: a clone of undifferentiated cells has grown")
    var quiet = SampleTreatment()
    quiet.hasEvents = false
    let without = try PageCheck.section("hazards", of: try page(quiet))
    PageCheck.holds(without, "none in this life")
    PageCheck.holds(without, "one simulated life cannot show a rare event")
    PageCheck.holds(without, "no cells given")
    PageCheck.lacks(without, "a clone of undifferentiated cells has grown")
  }

  @Test("a run without treatment has none of these sections and no style of a map")
  func untreated() throws {
    let scratch = try ScratchDirectory()
    let record = try SampleRun.human(arms: ["one", "two"]).make(in: scratch.path)
    let html = try RunReport(record: record, directory: scratch.path, assets: .none).html()
    for id in Self.sections { PageCheck.lacks(html, "<section id=\"\(id)\"") }
    PageCheck.lacks(html, "nobody's outcome, and a difference here")
    PageCheck.lacks(html, "strip-plan")
  }

  @Test("without an untreated arm no difference is given, and the page says so")
  func noReference() throws {
    var sample = SampleTreatment()
    sample.hasUntreated = false
    let html = try page(sample)
    PageCheck.holds(try PageCheck.section("outcomes", of: html), "so no difference is given")
    PageCheck.lacks(
      try PageCheck.section("outcomes", of: html), "Differences from the untreated arm at the last visit")
    PageCheck.holds(try PageCheck.section("components", of: html), "the full effect is not known")
    PageCheck.holds(try PageCheck.section("treatment", of: html), "No arm of this run is untreated")
    #expect(TagBalance.faults(in: html) == [])
  }

  @Test("rats are compared by BBB, with the raters' deviation as the smallest difference")
  func rats() throws {
    let html = try page(SampleTreatment(), isHuman: false)
    let text = try PageCheck.section("outcomes", of: html)
    PageCheck.holds(text, "BBB")
    PageCheck.holds(text, "bbb_examiner_deviation")
    PageCheck.lacks(text, "AIS")
    #expect(TagBalance.faults(in: html) == [])
  }

  @Test("names of arms and components full of markup stay text everywhere")
  func hostileNames() throws {
    var sample = SampleTreatment()
    sample.full = "<script>alert(1)</script> & \u{202E}arm"
    sample.cells = "\"><img src=x onerror='alert(2)'>"
    let html = try page(sample, assets: FakeAssets.both)
    PageCheck.lacks(html, "<script>alert")
    PageCheck.lacks(html, "<img")
    PageCheck.lacks(html, "\u{202E}")
    PageCheck.lacks(html, "<made up>")
    PageCheck.holds(html, "&lt;img src=x")
    #expect(TagBalance.faults(in: html) == [])
    for match in html.matches(of: #/(?:src|href)="([^"]*)"/#) {
      let target = match.output.1
      #expect(target.hasPrefix("#") || target.hasPrefix("data:"), "points to \(target.prefix(60))")
    }
  }

  @Test("a missing map leaves its part out and is named")
  func missingMap() throws {
    let scratch = try ScratchDirectory()
    let record = try SampleTreatment().make(in: scratch.path)
    try FileManager.default.removeItem(atPath: "\(scratch.path)/arm-1/nt3.nii.gz")
    let html = try RunReport(record: record, directory: scratch.path, assets: .none).html()
    PageCheck.holds(html, "Not all maps could be read: nt3.nii.gz is not there")
  }

  /// Writes sample pages to be looked at to the directory MYELON_REPORT_SAMPLES.
  @Test(
    "sample pages of treated arms are written where the environment asks for them",
    .enabled(if: PageSamples.isAskedFor, PageSamples.hint))
  func samples() throws {
    let environment = ProcessInfo.processInfo.environment
    let root = try #require(PageSamples.folder)
    let assets = ReportAssets.locate(
      environmentValue: environment["MYELON_ASSETS"], executablePath: nil, workingDirectory: ".")
    for isHuman in [true, false] {
      let name = isHuman ? "treated-human" : "treated-rat"
      let directory = "\(root)/\(name)"
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      let record = try SampleTreatment().make(in: directory, isHuman: isHuman)
      try RunReport(record: record, directory: directory, assets: assets).write(to: "\(root)/\(name).html")
    }
  }
}
