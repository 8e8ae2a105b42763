import MyelonSimulation
import MyelonTherapies

extension ReportContext {
  /// What was done in an arm; empty for an untreated one.
  func plan(_ arm: Int) -> TreatmentProtocol {
    arms[arm].therapy?.plan ?? scenarioArm(arm)?.therapies ?? TreatmentProtocol()
  }

  /// The arm as the scenario describes it.
  func scenarioArm(_ arm: Int) -> Scenario.Arm? {
    facts.arm(arms[arm].name)
  }

  /// Arms in which anything was done.
  var treated: [Int] { arms.indices.filter { !plan($0).isEmpty } }

  /// Whether an arm is a copy of another without one component, so that it is told of beside that one.
  func isCopy(_ arm: Int) -> Bool {
    guard let original = scenarioArm(arm)?.componentOf else { return false }
    return arms.contains { $0.name == original }
  }

  /// Treated arms that are no copies.
  var protocols: [Int] { treated.filter { !isCopy($0) } }

  /// Cell transplants (no vesicles) of an arm, in order of the plan.
  func transplants(_ arm: Int) -> [CellTransplant] {
    plan(arm).interventions.compactMap { intervention in
      guard case .cells(let cells) = intervention, cells.product.kind != .vesicles else { return nil }
      return cells
    }
  }

  /// Names of all transplants of the run, each once.
  var transplantNames: [String] {
    var names: [String] = []
    for arm in treated {
      for transplant in transplants(arm) where !names.contains(transplant.name) {
        names.append(transplant.name)
      }
    }
    return names
  }

  /// A transplant of an arm at each visit after its placing.
  func summaries(_ arm: Int, transplant: String) -> [(day: Double, summary: GraftSummary)] {
    (arms[arm].therapy?.visits ?? []).compactMap { visit in
      visit.transplants.first { $0.name == transplant }.map { (visit.day, $0) }
    }
  }

  /// The colour marks of some arms in a line.
  func legend(_ arms: [Int]) -> String {
    "<p class=\"arms\">\(arms.map(badge).joined(separator: " "))</p>\n"
  }
}
