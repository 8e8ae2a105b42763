import Foundation

/// Counts all possible courses of a trial, cohort by cohort.
///
/// The state is the current dose with patients and toxicities of each dose; states that can be reached in several ways are
/// merged, so that the work grows with the number of states and not of courses. Probabilities are summed in a fixed order.
struct ExactEnumeration<Engine: DoseEngine> {
  let engine: Engine
  let toxicity: [Double]
  let limit: Int

  private var selection: [Double]
  private var none = 0.0
  private var patients: [Double]
  private var toxicities: [Double]
  private var early = 0.0
  private var safety = 0.0

  init(engine: Engine, toxicity: [Double], limit: Int) {
    self.engine = engine
    self.toxicity = toxicity
    self.limit = limit
    selection = toxicity.map { _ in 0 }
    patients = selection
    toxicities = selection
  }

  /// Runs all courses.
  ///
  /// - Parameter design: name for the result.
  /// - Returns: the operating characteristics.
  /// - Throws: `TrialDesignError.tooLarge` if there are too many states at once.
  mutating func run(design: String) throws(TrialDesignError) -> OperatingCharacteristics {
    var level = StateTable()
    var start = DoseState()
    start.current = engine.plan.startingDose
    var next = StateTable()
    let first = engine.plan.nextCohort(after: 0)
    spread(start, 1, engine.plan.startingDose, first, into: &level)
    while level.count > 0 {
      guard level.count <= limit else {
        throw .tooLarge(cell: "states of the trial", limit: limit, found: level.count)
      }
      next.removeAll()
      for index in 0..<level.count {
        let state = level.state(index)
        let weight = level.probability(index)
        let decision = engine.decision(state)
        switch decision.action {
        case .treat(let dose):
          spread(state, weight, dose, engine.plan.nextCohort(after: state.escalationPatients), into: &next)
        case .wait: break
        case .stop(let selected): finish(state, weight, selected, decision.rule)
        }
      }
      swap(&level, &next)
    }
    return OperatingCharacteristics(
      design: design, toxicity: toxicity, selection: selection, noSelection: none, patients: patients,
      toxicities: toxicities, earlyStop: early, safetyStop: safety, method: .exact)
  }

  /// Adds the results that a cohort can have.
  private func spread(
    _ state: DoseState, _ weight: Double, _ dose: Int, _ size: Int, into table: inout StateTable
  ) {
    let p = toxicity[dose - 1]
    // C(m, y) p^y (1 - p)^(m - y) by its recurrence would divide by 1 - p, which may be 0.
    var choices = 1.0
    for y in 0...size {
      let chance = choices * pow(p, Double(y)) * pow(1 - p, Double(size - y))
      choices *= Double(size - y) / Double(y + 1)
      guard chance > 0 else { continue }
      var tally = state.tally
      tally.add(dose: dose, patients: size, toxicities: y)
      table.add(tally, dose, weight * chance)
    }
  }

  private mutating func finish(_ state: DoseState, _ weight: Double, _ selected: Int?, _ rule: DoseRule) {
    if let selected { selection[selected - 1] += weight } else { none += weight }
    for dose in toxicity.indices {
      patients[dose] += weight * Double(state.tally.treated[dose])
      toxicities[dose] += weight * Double(state.tally.toxic[dose])
    }
    if state.escalationPatients < engine.plan.maximumPatients { early += weight }
    if rule.isSafetyStop { safety += weight }
  }
}
