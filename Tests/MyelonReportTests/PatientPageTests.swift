import Foundation
import MyelonReport
import MyelonStatistics
import MyelonStudies
import MyelonTestSupport
import Testing

@Suite("Patient page") struct PatientPageTests {
  /// What every page must keep, whatever is on it.
  private func check(_ html: String) {
    #expect(TagBalance.faults(in: html) == [])
    let all = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(all).count == all.count)
    #expect(PageCheck.count("This page predicts nobody's outcome", in: html) == 2)
    #expect(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"))
    for word in ["nan", "inf", "nil", "Optional("] {
      let found = html.contains(">\(word)<") || html.contains("\"\(word)\"") || html.contains(" \(word) ")
      #expect(!found, "\(word) stands on the page")
    }
    // Links of the contents lead to sections.
    for link in html.matches(of: #/<a href="#([^"]+)"/#) {
      #expect(all.contains(String(link.output.1)))
    }
  }

  @Test("A fit and its forecast give every section, the warning twice, and nothing of the files as markup")
  func whole() throws {
    let patient = SamplePatient(name: "A <i>name</i>")
    let html = try PatientReport(
      fit: try patient.fit(), forecast: try patient.forecast(),
      commands: ["myelon fit 'a file.yaml' --seed 5", "myelon forecast <study>"]
    ).html()
    check(html)
    #expect(
      PageCheck.sections(html) == [
        "baseline", "fit", "posterior", "courses", "grades", "outcomes", "odds", "strata", "hazards", "made",
      ])
    let escaped = html.contains("A &lt;i&gt;name&lt;/i&gt;") && !html.contains("<i>name")
    let facts = html.contains("18 mm &lt;b&gt;long&lt;/b&gt;") && html.contains("&lt;script&gt;alert(1)")
    let commands = html.contains("myelon forecast &lt;study&gt;")
    #expect(escaped && facts && commands)
    #expect(html.contains("Reproduced.") && !html.contains("class=\"refused\""))
    // Three outcomes, three arms; the arms but the first repeat the first one's median.
    #expect(PageCheck.count("<figure class=\"panel\">", in: html) == 9)
    #expect(
      PageCheck.count("class=\"fan wide", in: html) == 9
        && PageCheck.count("stroke-dasharray=\"1.5 3\"", in: html) == 6)
    // The found motor score and length of the lesion stand in their charts.
    #expect(PageCheck.count("class=\"published\"", in: html) == 6)
    // The first visit and three arms, whose parts fill the bar.
    #expect(PageCheck.count("class=\"grade-bar\"", in: html) == 4)
  }

  @Test("A refused fit shows its reasons in front and no forecast, even if there is one")
  func refused() throws {
    var patient = SamplePatient()
    patient.motorScore = 92
    let fit = try patient.fit()
    guard case .notReproduced(let reasons) = fit.report.verdict else {
      Issue.record("the sample was to be refused")
      return
    }
    let html = try PatientReport(fit: fit, forecast: try patient.forecast()).html()
    check(html)
    #expect(PageCheck.sections(html) == ["baseline", "fit", "posterior", "made"])
    let box = try #require(html.range(of: "class=\"refused\""))
    let lead = try #require(html.range(of: "class=\"lead\""))
    #expect(box.lowerBound < lead.lowerBound && PageCheck.count("<li>", in: html) >= reasons.count)
    for word in ["fan wide", "grade-bar\"", "odds-bar\"", "cells and training"] {
      let found = html.contains("class=\"\(word)") || html.contains(">\(word)")
      #expect(!found, "\(word) is part of a forecast")
    }
  }

  @Test("An ensemble that was fitted to nobody says so and shows its forecast")
  func unfitted() throws {
    var patient = SamplePatient()
    patient.isWeighted = false
    let html = try PatientReport(fit: nil, forecast: try patient.forecast()).html()
    check(html)
    #expect(
      PageCheck.sections(html) == ["courses", "grades", "outcomes", "odds", "strata", "hazards", "made"])
    #expect(html.contains("fitted to nobody") && html.contains("none: all lives count alike"))
    #expect(html.contains("5 of 300 members failed"))
  }

  @Test("One arm has nothing to be set against; a fit alone shows what it found")
  func less() throws {
    var patient = SamplePatient()
    patient.arms = ["untreated"]
    let html = try PatientReport(fit: nil, forecast: try patient.forecast()).html()
    check(html)
    #expect(PageCheck.sections(html) == ["courses", "grades", "outcomes", "hazards", "made"])
    let alone = try PatientReport(fit: try patient.fit(), forecast: nil).html()
    check(alone)
    #expect(
      PageCheck.sections(alone) == ["baseline", "fit", "posterior", "made"]
        && alone.contains("No forecast was computed"))
    #expect(throws: ReportError.nothingToShow) { try PatientReport(fit: nil, forecast: nil).html() }
  }

  @Test("A rat's study has its score and no grades")
  func rat() throws {
    let days = [1.0, 14, 42]
    let description = StudyDescription(
      name: "rats", scenario: "", identity: "", seed: 1, parameters: [],
      outcomes: ["untreated", "cells"].flatMap { arm in
        days.flatMap { day in
          [("bbb", "points"), ("lesion_length", "mm")].map {
            StudyOutcome(arm: arm, day: day, name: $0.0, unit: $0.1, meaning: "")
          }
        }
      })
    let records = (0..<40).map { index in
      MemberRecord(
        StudyMember(index: index, seed: 1, values: []), status: .done,
        outcomes: description.outcomes.map { outcome in
          outcome.name == "bbb"
            ? Double(index % 5) + outcome.day / 5 + (outcome.arm == "cells" ? 2 : 0) : 3 + 0.1 * Double(index)
        })
    }
    let html = try PatientReport(
      fit: nil,
      forecast: try Forecast(description, records: records, settings: try ForecastSettings(replicates: 100))
    ).html()
    check(html)
    #expect(PageCheck.sections(html) == ["courses", "outcomes", "odds", "strata", "made"])
    #expect(html.contains("BBB") && html.contains("better in most lives"))
  }

  @Test("The page is written whole or not at all")
  func writing() throws {
    let folder = try ScratchDirectory()
    let report = PatientReport(fit: try SamplePatient().fit(), forecast: nil)
    try report.write(to: "\(folder.path)/page.html")
    #expect(try String(contentsOfFile: "\(folder.path)/page.html", encoding: .utf8) == (try report.html()))
    #expect(throws: ReportError.self) { try report.write(to: "\(folder.path)/none/page.html") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["page.html"])
  }

  @Test(
    "Writes sample pages to look at, where MYELON_REPORT_SAMPLES names a folder",
    .enabled(if: PageSamples.isAskedFor, PageSamples.hint))
  func samples() throws {
    let root = try #require(PageSamples.folder)
    var patient = SamplePatient()
    let forecast = try patient.forecast()
    try PatientReport(fit: try patient.fit(), forecast: forecast, commands: ["myelon fit patient.yaml"])
      .write(to: "\(root)/patient.html")
    patient.motorScore = 92
    try PatientReport(fit: try patient.fit(), forecast: forecast).write(to: "\(root)/patient-refused.html")
  }
}
