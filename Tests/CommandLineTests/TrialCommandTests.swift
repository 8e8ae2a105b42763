import Foundation
import Testing

/// `design`, `next` and `monitor` as a user calls them.
@Suite struct TrialCommandTests {
  private static let examples = "\(Program.package)/Examples/trials"
  private static let cervical = "\(examples)/cervical-progenitors.yaml"
  private static let thoracic = "\(examples)/thoracic-three-plus-three.yaml"

  @Test(arguments: ["design", "next", "monitor"])
  func everyCommandShowsAnExampleOfItself(command: String) throws {
    let found = try Program.run([command, "--help"])
    #expect(found.status == 0 && found.output.contains("myelon \(command) Examples/trials/"))
    #expect(found.output.contains("Research software"))
  }

  @Test func theDesignIsPrintedWrittenAndNeverReplacedUnasked() throws {
    let scratch = try Scratch()
    let found = try Program.run(
      ["design", Self.cervical, "--trials", "100", "--output", "out"], in: scratch.path)
    #expect(found.status == 0, "\(found.remarks)")
    for words in [
      "Research software", "== Dose finding: TITE-BOIN ==", "2.9626", "null therapy", "Sample size",
      "Allocation of",
      "Safety: deaths, stop",
    ] {
      #expect(found.output.contains(words), "\(words)")
    }
    let names = scratch.names("out")
    #expect(
      names.isSuperset(of: [
        "design.json", "dose-finding-decisions.csv", "randomised-looks.csv", "safety-1.csv",
      ]))
    #expect(!names.contains { $0.contains("partial") })
    let json = try Program.run(
      ["design", Self.cervical, "--trials", "100", "--json", "--threads", "1"], in: scratch.path)
    #expect(json.output == scratch.text("out/design.json"))
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    let again = try Program.run(["design", Self.thoracic, "--output", "out"], in: scratch.path)
    #expect(again.status == 2 && again.output.isEmpty, "\(again.remarks)")
    let over = try Program.run(["design", Self.thoracic, "--output", "out", "--overwrite"], in: scratch.path)
    #expect(over.status == 0 && over.output.contains("65.23"))
  }

  @Test func oneStageAloneIsPrinted() throws {
    let found = try Program.run(["design", Self.cervical, "--stage", "expansion"])
    #expect(
      found.status == 0 && found.output.contains("== Expansion ==") && !found.output.contains("== Dose"))
    let missing = try Program.run(["design", Self.thoracic, "--stage", "randomised"])
    #expect(missing.status == 2 && missing.remarks.contains("has no stage randomised; it has dose-finding"))
  }

  @Test func theNextStepIsSaidForEachStage() throws {
    let dose = try Program.run(
      ["next", Self.cervical, "\(Self.examples)/cervical-dose-finding.csv", "--today", "2027-05-31"])
    #expect(
      dose.status == 0 && dose.output.hasPrefix("TREAT the next 3 people at dose 1 (2 million cells)"),
      "\(dose)")
    let expansion = try Program.run(["next", Self.cervical, "\(Self.examples)/cervical-expansion.csv"])
    #expect(expansion.status == 0 && expansion.output.hasPrefix("CONTINUE"))
    let data = "\(Self.examples)/cervical-randomised.csv"
    let arm = try Program.run([
      "next", Self.cervical, data, "--person", "age-group=under 45, ais=A", "--json",
    ])
    let advice = try #require(try JSONSerialization.jsonObject(with: Data(arm.output.utf8)) as? [String: Any])
    #expect(advice["action"] as? String == "allocate")
    #expect(["standard-care", "selected-dose"].contains(advice["arm"] as? String ?? ""))
    let cohorts = try Program.run(["next", Self.thoracic, "\(Self.examples)/thoracic-cohorts.csv"])
    #expect(cohorts.output.hasPrefix("TREAT the next 3 people at dose 3 (15 million cells)"))
    for wrong in ["", "age-group=under 45", "age-group=under 45,ais=X", "ais", "ais=A,ais=B"] {
      let refused = try Program.run(["next", Self.cervical, data, "--person", wrong])
      #expect(refused.status == 2 && refused.output.isEmpty, "\(wrong)")
    }
  }

  @Test(arguments: [
    ("0,0,0", 0 as Int32, "CONTINUE"), ("0,0,1", 3, "PAUSE"), ("1,1,1", 4, "STOP"),
  ])
  func monitoringEndsWithAStatusOfItsOwn(deaths: String, status: Int32, word: String) throws {
    let scratch = try Scratch()
    let rows = deaths.split(separator: ",").enumerated().map { "p\($0.offset),1,0,\($0.element)\n" }.joined()
    try scratch.write("person,dose,toxicity,death\n" + rows, to: "data.csv")
    let found = try Program.run(["monitor", Self.cervical, "data.csv"], in: scratch.path)
    #expect(found.status == status && found.output.hasPrefix(word), "\(found)")
    let json = try Program.run(["monitor", Self.cervical, "data.csv", "--json"], in: scratch.path)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(json.status == status && report["action"] as? String == word.lowercased())
    #expect((report["checks"] as? [[String: Any]])?.count == 5)
  }

  @Test func whatIsWrongIsToldWithItsPlaceAndStatusTwo() throws {
    let scratch = try Scratch()
    try scratch.write("person,dose,toxicity\na,1,maybe\nb,nine,0\n", to: "data.csv")
    for command in ["next", "monitor"] {
      let found = try Program.run([command, Self.thoracic, "data.csv"], in: scratch.path)
      #expect(found.status == 2 && found.output.isEmpty)
      #expect(
        found.remarks.contains("data.csv: row 2, column toxicity: 0, 1 or empty is required; found 'maybe'"))
      #expect(found.remarks.contains("data.csv: row 3, column dose"))
    }
    try scratch.write(
      "myelon-protocol: 1\nname: x\ndoses: [a]\ndose-finding: {design: boinn}\n", to: "broken.yaml")
    for command in [
      ["design", "broken.yaml"], ["next", "broken.yaml", "data.csv"], ["monitor", "broken.yaml", "data.csv"],
    ] {
      let found = try Program.run(command, in: scratch.path)
      #expect(found.status == 2 && found.output.isEmpty)
      #expect(
        found.remarks.contains("broken.yaml:4: dose-finding.design") && found.remarks.contains("'boin'"))
    }
    #expect(try Program.run(["next", Self.thoracic, "missing.csv"], in: scratch.path).status == 2)
    #expect(
      try Program.run(["next", Self.thoracic, "data.csv", "--today", "soon"], in: scratch.path).status == 2)
    #expect(try Program.run(["design", Self.thoracic, "--trials", "1"], in: scratch.path).status == 2)
    #expect(scratch.names() == ["data.csv", "broken.yaml"])
  }
}
