import Foundation
import Testing

/// `compare` as a user calls it.
@Suite struct CompareTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(ScenarioText.rat, to: "one.yaml")
    let arms = "arms: [{name: untreated}, {name: drug}, {name: without riluzole}]\nrun:"
    try scratch.write(ScenarioText.rat.replacing("run:", with: arms), to: "three.yaml")
  }

  private func myelon(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments, in: scratch.path)
  }

  /// Turns the arms of a finished run into a treated one and its copy, and gives the treated one a better score.
  private func treat(_ folder: String, gain: Double) throws {
    let data = Data(scratch.text("\(folder)/run.json").utf8)
    var record = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var scenario = try #require(record["scenario"] as? [String: Any])
    var plans = try #require(scenario["arms"] as? [[String: Any]])
    let course: [String: Any] = [
      "name": "riluzole", "drug": "riluzole", "route": "intraperitoneal", "day": 0.1, "dose": 6,
      "interval": 12,
      "duration": 1,
    ]
    plans[1]["therapies"] = ["interventions": [["drug": ["_0": course]]]]
    plans[2]["componentOf"] = "drug"
    plans[2]["removed"] = "riluzole"
    scenario["arms"] = plans
    record["scenario"] = scenario
    var arms = try #require(record["arms"] as? [[String: Any]])
    var series = try #require(arms[1]["series"] as? [String: Any])
    let columns = try #require(series["columns"] as? [[String: Any]])
    let place = try #require(columns.firstIndex { $0["name"] as? String == "BBB" })
    var rows = try #require(series["rows"] as? [[Double]])
    rows[rows.count - 1][place] += gain
    series["rows"] = rows
    arms[1]["series"] = series
    record["arms"] = arms
    try scratch.write(
      String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self),
      to: "\(folder)/run.json")
  }

  @Test func armsAreSetAgainstTheFirstAndEqualArmsDoNotDiffer() throws {
    #expect(try myelon("run", "three.yaml", "-o", "three").status == 0)
    let plain = try myelon("compare", "three")
    #expect(plain.status == 0, "\(plain.remarks)")
    #expect(plain.output.contains("drug against untreated, day 1"))
    #expect(plain.remarks.contains("predicts nobody's outcome"))
    let lines = plain.output.split(separator: "\n").filter { $0.hasPrefix("BBB") || $0.hasPrefix("Lesion") }
    #expect(lines.count == 4 && lines.allSatisfy { $0.hasSuffix("  none") }, "\(plain.output)")

    try treat("three", gain: 3)
    let treated = try myelon("compare", "three")
    let score = try #require(treated.output.split(separator: "\n").first { $0.hasPrefix("BBB") })
    #expect(score.contains("+3") && score.contains("beyond the smallest, in favour"), "\(treated.output)")
    #expect(treated.output.contains("contribution to drug") && treated.output.contains("sum against full"))

    let json = try myelon("compare", "three", "--json", "--arm", "untreated", "--arm", "drug")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let pairs = try #require(answer["comparisons"] as? [[String: Any]])
    #expect(pairs.count == 1 && pairs[0]["arm"] as? String == "drug")
    let differences = try #require(pairs[0]["differences"] as? [[String: Any]])
    let bbb = differences.first { ($0["measure"] as? [String: Any])?["id"] as? String == "BBB" }
    let change = try #require(bbb?["difference"] as? Double)
    #expect(abs(change - 3) < 1e-9)
    #expect((answer["notice"] as? String)?.contains("nobody's outcome") == true)

    try #expect(myelon("report", "three").status == 0)
    #expect(scratch.text("three/report.html").contains("<section id=\"components\""))

    let unknown = try myelon("compare", "three", "--arm", "nothing")
    #expect(unknown.status == 2 && unknown.output.isEmpty && unknown.remarks.contains("'without riluzole'"))
  }

  @Test func aRunOfOneArmAndAMissingRunAreRefused() throws {
    #expect(try myelon("run", "one.yaml", "-o", "one").status == 0)
    let single = try myelon("compare", "one")
    #expect(single.status == 2 && single.output.isEmpty && single.remarks.contains("two different arms"))
    let missing = try myelon("compare", "none")
    #expect(missing.status == 2 && missing.output.isEmpty && !missing.remarks.isEmpty)
  }
}
