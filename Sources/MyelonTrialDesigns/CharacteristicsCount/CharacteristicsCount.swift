/// Counts over simulated trials; whole numbers, so that the order of adding does not matter.
struct CharacteristicsCount: Sendable {
  var trials = 0
  var selection: [Int]
  var none = 0
  var patients: [Int]
  var squares: [Int]
  var toxicities: [Int]
  var early = 0
  var safety = 0

  init(doses: Int) {
    selection = [Int](repeating: 0, count: doses)
    patients = selection
    squares = selection
    toxicities = selection
  }

  /// Adds a finished trial.
  mutating func add(_ state: DoseState, selected: Int?, rule: DoseRule, isFull: Bool) {
    trials += 1
    if let selected { selection[selected - 1] += 1 } else { none += 1 }
    for dose in patients.indices {
      let treated = Int(state.tally.treated[dose])
      patients[dose] += treated
      squares[dose] += treated * treated
      toxicities[dose] += Int(state.tally.toxic[dose])
    }
    if !isFull { early += 1 }
    if rule.isSafetyStop { safety += 1 }
  }

  /// Adds the counts of other trials.
  mutating func add(_ other: CharacteristicsCount) {
    trials += other.trials
    none += other.none
    early += other.early
    safety += other.safety
    for dose in selection.indices {
      selection[dose] += other.selection[dose]
      patients[dose] += other.patients[dose]
      squares[dose] += other.squares[dose]
      toxicities[dose] += other.toxicities[dose]
    }
  }

  /// Shares and means.
  func characteristics(design: String, toxicity: [Double], seed: UInt64) -> OperatingCharacteristics {
    let n = Double(max(1, trials))
    func mean(_ count: Int) -> Double { Double(count) / n }
    let deviation = patients.indices.map { dose in
      let variance = mean(squares[dose]) - mean(patients[dose]) * mean(patients[dose])
      return (max(0, variance) * n / max(1, n - 1)).squareRoot()
    }
    return OperatingCharacteristics(
      design: design, toxicity: toxicity, selection: selection.map(mean), noSelection: mean(none),
      patients: patients.map(mean), toxicities: toxicities.map(mean), earlyStop: mean(early),
      safetyStop: mean(safety), method: .simulation(trials: trials, seed: seed), patientDeviation: deviation)
  }
}
