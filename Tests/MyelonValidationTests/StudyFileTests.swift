import Foundation
import MyelonSimulation
import Testing

@testable import MyelonValidation

@Suite("Files of published studies")
struct StudyFileTests {
  typealias Support = ValidationSupport

  @Test("every shipped file is read, is called as its study, and is in one half with a reason")
  func shipped() throws {
    let studies = try ValidationStudy.readAll(in: Support.folder)
    #expect(studies.count >= 52)
    for study in studies {
      #expect(study.path.hasSuffix("/\(study.id).yaml"))
      #expect(!study.reason.isEmpty)
      #expect(!study.rows.isEmpty || !study.omissions.isEmpty)
    }
    let fit = studies.count { $0.half == .fit }
    #expect(fit >= studies.count / 3 && fit <= 2 * studies.count / 3)
  }

  @Test("the meta-analyses that the baselines use are in the fit half")
  func metaAnalyses() throws {
    let studies = try ValidationStudy.readAll(in: Support.folder)
    for id in ["meta-oliveri2014", "meta-exosome-bmsc2024", "meta-qian2020-nsc", "meta-chabc2022"] {
      #expect(studies.first { $0.id == id }?.half == .fit, "\(id)")
    }
  }

  @Test("every published experiment of the facts is encoded with all its findings")
  func coverage() throws {
    let facts = URL(fileURLWithPath: Support.folder)
      .appendingPathComponent("../../shared/facts/preclinical.yaml").standardized
    guard let text = try? String(contentsOf: facts, encoding: .utf8) else {
      print("Skipped: the facts are not there.")
      return
    }
    let studies = try ValidationStudy.readAll(in: Support.folder)
    var findings: [String: Int] = [:]
    var id = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("- id: ") { id = String(line.dropFirst(6)) }
      if line.contains("- {measure:") { findings[id, default: 0] += 1 }
    }
    #expect(findings.count == 51)
    for (id, count) in findings.sorted(by: { $0.key < $1.key }) {
      let name = id.lowercased().replacing("_", with: "-")
      let study = studies.first { $0.id == name }
      #expect(study != nil, "\(name)")
      guard let study else { continue }
      // A control that is a paper's reference has no row of its own.
      let encoded = study.rows.count + study.omissions.count
      #expect(encoded >= max(1, count / 2), "\(name): \(encoded) of \(count)")
    }
  }

  @Test(
    "what a row cannot mean is refused with its line",
    arguments: [
      ("  - {arm: treated, measure: BBB, day: 14, published: x, provenance: recalled}", "one expectation"),
      (
        "  - {arm: treated, measure: BBB, day: 14, value: 1, direction: up, published: x, provenance: recalled}",
        "one expectation"
      ),
      (
        "  - {arm: nobody, measure: BBB, day: 14, value: 1, published: x, provenance: recalled}",
        "no such arm"
      ),
      (
        "  - {arm: treated, measure: BBC, day: 14, value: 1, published: x, provenance: recalled}",
        "no such column"
      ),
      (
        "  - {arm: treated, measure: BBB, day: 15, value: 1, published: x, provenance: recalled}",
        "ends before"
      ),
      ("  - {arm: treated, measure: BBB, day: -1, value: 1, published: x, provenance: recalled}", "day"),
      (
        "  - {arm: treated, measure: BBB, day: 14, direction: up, published: x, provenance: recalled}",
        "a direction needs"
      ),
      (
        "  - {arm: treated, measure: BBB, day: 14, value: 1, spread: 2, published: x, provenance: recalled}",
        "belong together"
      ),
      (
        "  - {arm: treated, measure: BBB, day: 14, reading: peak-day, value: 1, published: x, provenance: recalled}",
        "a first and a last day"
      ),
      (
        "  - {measure: BBB, day: 14, compared-as: r-squared, value: 1, published: x, provenance: recalled}",
        "a correlation needs"
      ),
      ("  - {arm: treated, measure: BBB, dya: 14, value: 1, published: x, provenance: recalled}", "day"),
      ("  - 7", "a group"),
    ])
  func refused(row: String, problem: String) throws {
    let path = try Support.file(Support.text(rows: row))
    let error = try #require(throws: ScenarioError.self) { try ValidationStudy.read(path: path) }
    #expect(error.description.contains(problem), "\(error)")
    #expect(error.description.contains(":1") || error.description.contains(":2"), "\(error)")
  }

  @Test("a folder without studies and an unknown name are said so")
  func choosing() throws {
    #expect(throws: ValidationError.noStudies(folder: "/nowhere")) {
      try ValidationStudy.choose(nil, in: "/nowhere")
    }
    #expect {
      try ValidationStudy.choose("bradbury2020", in: Support.folder)
    } throws: {
      "\($0)".contains("bradbury2002")
    }
  }
}
