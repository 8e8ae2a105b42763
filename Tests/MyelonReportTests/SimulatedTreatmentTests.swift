import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonReport
import MyelonSimulation
import MyelonTestSupport
import MyelonTherapies
import Testing

@Suite("Report of a simulated treatment") struct SimulatedTreatmentTests {
  /// A rat for three days in coarse voxels: untreated, with cells and a drug, and without the drug.
  private var scenario: Scenario {
    let cells = Intervention.cells(
      CellTransplant(
        name: "cells", product: SampleTreatment.product, day: 1, dose: 20_000, labels: [.reporter]))
    let drug = Intervention.drug(
      DrugCourse(
        name: "minocycline", drug: .minocycline, route: .intraperitoneal, day: 0.1, dose: 45, interval: 12,
        duration: 2))
    return Scenario(
      name: "simulated treatment",
      subject: Scenario.Subject(species: .rat, age: 0.19, sex: .female, weight: 250),
      injury: Injury(mechanism: .weightDrop(height: 25, mass: 10), level: "T10"),
      arms: [
        .untreated, Scenario.Arm(name: "both", therapies: TreatmentProtocol([cells, drug])),
        Scenario.Arm(
          name: "no drug", therapies: TreatmentProtocol([cells]), componentOf: "both", removed: "minocycline"),
      ], run: Scenario.Run(days: 3, voxel: 0.5, seed: 3, visits: [1, 3]))
  }

  @Test("a treated run of the engine is compared and reported, from memory and from its file alike")
  func simulated() throws {
    let scratch = try ScratchDirectory()
    let plan = try RunPlan(scenario: scenario, scenarioPath: "treated.yaml", anatomyDirectory: nil)
    let directory = RunDirectory("\(scratch.path)/run")
    guard
      case .finished(let record) = try Simulation(plan: plan, directory: directory).start(overwrite: false)
    else {
      Issue.record("the run did not end")
      return
    }
    let html = try RunReport(record: record, directory: directory.path, assets: .none).html()
    #expect(TagBalance.faults(in: html) == [])
    for id in ["treatment", "graft", "factors", "hazards", "outcomes", "components"] {
      let found = html.contains("<section id=\"\(id)\"")
      #expect(found, "the page lacks \(id)")
    }
    let comparison = ArmComparison(record)
    let both = try #require(comparison["both"])
    #expect(comparison.untreated(for: both)?.name == "untreated")
    #expect((both.values["graft_cells"]?.number ?? 0) > 0)
    let table = try #require(ComponentTable.all(of: record, comparison: comparison).first)
    #expect(table.copies.map(\.removed) == ["minocycline"] && table.missing == ["cells"])
    #expect(table.rows.allSatisfy { $0.reading == .unknown })
    #expect(ArmComparison(try directory.readRecord()) == comparison)
    if let root = PageSamples.folder {
      try RunReport(record: record, directory: directory.path, assets: .none).write(
        to: "\(root)/simulated.html")
    }
  }
}
