import Foundation
import MyelonQuantities
import MyelonReport
import MyelonStatistics
import MyelonStudies
import Testing

@Suite("Sensitivity page") struct SensitivityPageTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "sensitivity-\(UUID().uuidString)")

  private static let hostile = "<script>alert(1)</script>"

  /// A study of arithmetic whose names would be markup if nobody took care.
  private func record(
    _ scheme: SensitivityScheme, failing: Bool = false,
    _ function: @escaping @Sendable ([Double]) -> Double = { $0[0] + 4 * $0[1] * $0[2] }
  ) throws -> SensitivityRecord {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let parameters = ["alpha_1", "b", "<b>c", "idle"].map {
      StudyParameter(name: $0, unit: "mm", scale: .linear, range: -1...1, usual: 0, meaning: "about \($0)")
    }
    let outcomes = ["one", "<i>two"].map {
      StudyOutcome(arm: $0, day: 28, name: "motor_drive", unit: "points", meaning: Self.hostile)
    }
    struct Broken: Error, CustomStringConvertible { let description = SensitivityPageTests.hostile }
    let model = ClosureModel(
      name: Self.hostile, scenarioText: Self.hostile, parameterNames: parameters.map(\.name),
      outcomes: outcomes
    ) { member in
      if failing, member.index == 3 { throw Broken() }
      return [function(member.values), 1 - function(member.values)]
    }
    let study = try SensitivityStudy.create(
      at: folder.appendingPathComponent("s.db").path,
      StudyDescription(model, parameters: parameters, seed: 1), scheme: scheme)
    try Ensemble(model, settings: try EnsembleSettings(workers: 1, attempts: 1)).run(study.store)
    let table = ParameterTable([
      Parameter("alpha_1", "α_1<b>", 0, "mm", -1...1, "first", .assumed(because: "of the test")),
      Parameter("b", "β", 0, "mm", -1...1, "second", .measured(source: "nobody")),
    ])
    return try SensitivityRecord(
      SensitivityAnalysis(study, replicates: 50),
      outcomes: SensitivityOutcome.list(["motor_drive", "one-<i>two:motor_drive@28"], of: outcomes),
      table: table)
  }

  private func expectSound(_ html: String, outcomes: Int) {
    #expect(TagBalance.faults(in: html) == [])
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("<b>c") && !html.contains("<i>two") && !html.contains("α_1<b>"))
    #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("nan"))
    let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for id in (0..<outcomes).map({ "outcome-\($0)" }) + ["reading", "made"] {
      #expect(ids.contains(id), "\(id)")
    }
  }

  @Test(
    "Effects: every outcome has verdict, bars, scatter, convergence and table; nothing of the study is markup"
  )
  func effects() throws {
    let method = SensitivityMethod.morris(blocks: 8, kind: .trajectories(levels: 4, candidates: 8))
    let html = SensitivityReport(try record(SensitivityScheme(method: method), failing: true)).html()
    expectSound(html, outcomes: 3)
    #expect(html.components(separatedBy: "<p class=\"notice verdict").count == 4)
    #expect(html.components(separatedBy: "class=\"table-box\"").count - 1 == 3 * 2 + 1)
    #expect(html.contains("Of 8 trajectories 7 were used; 1 were left out because a row failed."))
    #expect(html.contains("<code>idle</code>") && html.contains("changed no bit of it"))
    #expect(html.contains("<span class=\"symbol\">β</span>") && html.contains("ev-measured"))
    #expect(html.contains("μ*") && !html.contains("S<sub>T</sub>"))
    #expect(html.contains("7 (35 rows)") && html.contains("3 (15 rows)"))
  }

  @Test("Shares of variance: first order within total, pairs, groups")
  func shares() throws {
    let scheme = SensitivityScheme(
      method: .sobol(points: 16, withSecondOrder: true),
      groups: [SensitivityGroup("rest & more", parameters: ["idle", "<b>c"])])
    let html = SensitivityReport(try record(scheme)).html()
    expectSound(html, outcomes: 3)
    #expect(html.contains("<h3>Pairs</h3>") && html.contains("S<sub>T</sub>"))
    #expect(html.contains("rest &amp; more"))
  }

  @Test("An outcome that never changes is told so, without charts")
  func constant() throws {
    let method = SensitivityMethod.morris(blocks: 2, kind: .radial)
    let html = SensitivityReport(try record(SensitivityScheme(method: method)) { _ in 3 }).html()
    expectSound(html, outcomes: 3)
    #expect(
      html.components(separatedBy: "It is the same in every row").count == 4
        && !html.contains("class=\"chart\""))
  }
}
