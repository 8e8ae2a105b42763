import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonSimulation
import MyelonStimulation
import MyelonTherapies
import NIfTI

extension SampleTreatment {
  /// A record of a treatment, by way of JSON: only a simulation can make one otherwise.
  func therapy(_ plan: TreatmentProtocol, days: [Double]) throws -> TherapyRecord? {
    guard !plan.isEmpty else { return nil }
    let hasCells = plan.interventions.contains { $0.name == cells }
    let visits = days.map { day -> TherapyForm.Visit in
      guard hasCells, day >= 21 else { return TherapyForm.Visit(day: day, transplants: []) }
      return TherapyForm.Visit(day: day, transplants: [TherapyForm.Summary(cells, since: day - 21)])
    }
    let tracking = hasCells ? days.filter { $0 >= 21 }.map(Self.tracked) : []
    let events =
      hasCells && hasEvents ? [TherapyForm.Event(kind: "tumour", transplant: cells, hours: 24 * 200)] : []
    let form = TherapyForm(
      plan: plan, visits: visits, events: events, ledger: .init(), tracking: tracking,
      files: hasCells ? ["cells": "arm-1/cells.h5ad"] : [:], stimulation: Self.effects(of: plan))
    return try JSONDecoder().decode(TherapyRecord.self, from: JSONEncoder().encode(form))
  }

  /// Group I afferents fire from 1 to 5 mA, and nothing else.
  private static func effects(of plan: TreatmentProtocol) -> [StimulationEffect] {
    let table = TherapyParameters.table(for: .human)
    let recruitment = CircuitRecruitment(curves: [.groupI: RecruitmentCurve(weighted: [(2, 1), (4, 1)])])
    return plan.interventions.compactMap {
      if case .stimulation(let course) = $0 { StimulationEffect(course, recruitment, table) } else { nil }
    }
  }

  private static func tracked(_ day: Double) -> TrackingComparison {
    let living = survival(day - 21) * 2e6
    return TrackingComparison(
      day: day, livingCells: living, ironEstimate: living + 3e5, falsePositives: 8e4,
      reporterEstimate: 0.9 * living,
      livingIron: living * 10, deadIron: 3e6, voidShare: 0.2)
  }
}

/// The form of a `TherapyRecord` in JSON.
struct TherapyForm: Encodable {
  struct Visit: Encodable {
    let day: Double
    let transplants: [Summary]
  }
  struct Event: Encodable {
    let kind: String
    let transplant: String
    let hours: Double
  }
  struct Ledger: Encodable {
    let entries: [Double] = []
  }
  struct Summary: Encodable {
    let name: String
    let placed = 2e6
    let alive: [Double]
    let dead: [Double]
    let born = 0.0
    let survival: Double
    let volume: Double
    let cloneCells = 0.0
    let tumourVolume = 0.0
    let clones = 0
    let stress = 0.1
    let response: Double
    let remote = 0.0
    let sproutingRisk = 0.04

    init(_ name: String, since: Double) {
      self.name = name
      survival = SampleTreatment.survival(since)
      let living = survival * 2e6
      let chosen = 1 - exp(-since / 20)
      alive = [1 - chosen, 0.4 * chosen, 0.3 * chosen, 0.25 * chosen, 0.05 * chosen].map { $0 * living }
      dead = [0, 0.5, 0.2, 0.1, 0.05, 0.03, 0.07, 0, 0.05, 0].map { $0 * (2e6 - living) }
      volume = living * 1e-6
      response = 0.3 * (1 - exp(-since / 10))
    }
  }
  let plan: TreatmentProtocol
  let visits: [Visit]
  let events: [Event]
  let ledger: Ledger
  let tracking: [TrackingComparison]
  let files: [String: String]
  let stimulation: [StimulationEffect]
}
