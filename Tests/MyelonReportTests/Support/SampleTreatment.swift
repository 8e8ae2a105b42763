import Foundation
import MyelonAnatomy
import MyelonQuantities
import MyelonRecovery
import MyelonSimulation
import MyelonTherapies

/// Gives a made-up run treated arms: cells in a scaffold with NT-3 and tacrolimus, and copies without one of them.
///
/// Nothing is simulated; the numbers only have the form of a treatment, so that the page can be made and looked at.
struct SampleTreatment {
  /// Name of the arm with all components; of the copies, "without " and the component.
  var full = "combination"
  var cells = "cells"
  var hasUntreated = true
  var hasEvents = true
  /// What every treated arm gets besides.
  var besides: [Intervention] = []
  /// Fields that are written for treated arms.
  var fields = ["graft", "scaffold", "nt3", "chondroitinase"]

  var components: [String] { [cells, "channels", "NT-3", "tacrolimus"] }
  var armNames: [String] {
    (hasUntreated ? ["untreated"] : []) + [full] + components.map { "without \($0)" }
  }

  /// Writes a run with these arms and returns its record.
  func make(in directory: String, isHuman: Bool = true) throws -> RunRecord {
    var run = isHuman ? SampleRun.human() : SampleRun.rat()
    run.name = "Sample treatment"
    run.voxel = isHuman ? 2 : 0.5
    run.arms = armNames.map { name in
      // Severity decides the made-up outcomes: the full protocol is better, without cells and NT-3 less so, and
      // tacrolimus did nothing.
      let severity =
        name == "untreated" ? 0.72 : name.hasSuffix(cells) ? 0.7 : name.hasSuffix("NT-3") ? 0.6 : 0.5
      return (name: name, severity: severity)
    }
    let plain = try run.make(in: directory)
    var scenario = plain.scenario
    scenario.injury = plain.arms[0].injury
    scenario.arms = armNames.map(arm)
    let grid = plain.grid
    let arms = try plain.arms.enumerated().map { index, record in
      var volumes = record.volumes
      if !scenario.arms[index].therapies.isEmpty {
        for field in fields {
          volumes[field] = "\(record.slug)/\(field).nii.gz"
          try SampleField(name: field, grid: grid, days: run.days).write(
            to: "\(directory)/\(record.slug)/\(field).nii.gz")
        }
      }
      return ArmRecord(
        name: record.name, slug: record.slug, injury: scenario.injury, epicentre: record.epicentre,
        series: series(record.series, plan: scenario.arms[index].therapies), visits: record.visits,
        volumes: volumes,
        published: [], therapy: try therapy(scenario.arms[index].therapies, days: run.days))
    }
    return RunRecord(
      version: plain.version, scenario: scenario, scenarioPath: plain.scenarioPath,
      parameters: plain.parameters.appending(RecoveryParameters.table(for: isHuman ? .human : .rat)),
      grid: grid, segments: plain.segments, anatomySource: plain.anatomySource, arms: arms,
      timings: plain.timings,
      steps: plain.steps)
  }

  /// The plan of an arm by its name.
  func arm(_ name: String) -> Scenario.Arm {
    if name == "untreated" { return Scenario.Arm(name: name) }
    let removed = components.first { name == "without \($0)" }
    let plan = interventions.filter { $0.name != removed } + besides
    return Scenario.Arm(
      name: name, therapies: TreatmentProtocol(plan), componentOf: removed == nil ? nil : full,
      removed: removed)
  }

  private var interventions: [Intervention] {
    [
      .cells(
        CellTransplant(
          name: cells, product: Self.product, day: 21, dose: 2_000_000, scaffold: nil, tissueMatch: 0.5,
          engineering: [.secretes(.bdnf, rate: 40), .safetySwitch(killedShare: 0.95)],
          labels: [.iron, .reporter])),
      .scaffold(
        ScaffoldImplant(
          name: "channels", day: 21, form: .channels, placement: .lesion(volume: 200), alignment: 0.9,
          channels: .init(diameter: 200, wall: 60), halfLife: 40)),
      .release(
        FactorRelease(
          name: "NT-3", day: 21, factor: .nt3, amount: 2000,
          kinetics: .burstFirstOrder(burst: 0.2, rate: 0.05),
          origin: .scaffold("channels"))),
      .drug(
        DrugCourse(
          name: "tacrolimus", drug: .tacrolimus, route: .oral, day: 20, dose: 0.1, interval: 24, duration: 300
        )),
    ]
  }

  /// A made-up product with every number.
  static let product = CellProduct(
    id: "sample-npc", title: "Sample neural progenitors <made up>", kind: .pluripotentNeural,
    summary: "Made up for a test.",
    parameters: ParameterTable(
      CellProductTerm.allCases.map { term in
        Parameter(
          term.rawValue, "x", 0.5, term.unit, 0...1, "number \(term.rawValue)",
          .assumed(because: "made up for a test"))
      }))

  private func series(_ table: SeriesTable, plan: TreatmentProtocol) -> SeriesTable {
    let names: [(String, String)] = [
      ("graft_cells", "cells"), ("graft_survival", "%"), ("graft_neurons", "cells"),
      ("graft_astrocytes", "cells"),
      ("graft_oligodendrocytes", "cells"), ("graft_undifferentiated", "cells"), ("graft_volume", "mm3"),
      ("tumour_volume", "mm3"), ("immune_response", "fraction"), ("scaffold_volume", "mm3"),
      ("immunosuppression", "fraction"), ("infection_risk", "fraction"), ("sprouting_risk", "fraction"),
      ("peak_BDNF", "ng/mL"), ("peak_NT3", "ng/mL"), ("peak_chondroitinase", "U/mL"),
    ]
    var result = SeriesTable(
      columns: table.columns + names.map { SeriesTable.Column($0.0, $0.1, "made up for a test") })
    let has = Set(plan.interventions.map(\.name))
    for row in table.rows {
      let since = max(0, row[0] - 21)
      let placed = has.contains(cells) && row[0] >= 21
      let living = placed ? Self.survival(since) * 2e6 : 0
      let drug = has.contains("tacrolimus") && row[0] >= 20 ? 0.8 : 0
      let release = has.contains("NT-3") && since > 0 ? 120 * exp(-0.05 * since) : 0
      let scaffold = has.contains("channels") && since > 0 ? 200 * exp(-0.693 * since / 40) : 0
      result.append(
        row + [
          living, living / 2e4, 0.3 * living, 0.3 * living, 0.2 * living, 0.2 * living, living * 1e-6, 0,
          placed ? 0.3 * (1 - exp(-since / 10)) : 0, scaffold, drug, drug * 0.0002 * since, placed ? 0.04 : 0,
          placed ? 12 * Self.survival(since) : 0, release, 0,
        ])
    }
    return result
  }

  static func survival(_ since: Double) -> Double { 0.08 + 0.92 * exp(-since / 4) }
}
