/// Counts and sums over trials simulated in time.
struct ConductCount: Sendable {
  var counts: CharacteristicsCount
  var backfill: [Int]
  var turnedAway = 0
  /// Sums in order of trial within a slab, slabs added in order.
  var waited = 0.0
  var treated = 0

  init(doses: Int) {
    counts = CharacteristicsCount(doses: doses)
    backfill = [Int](repeating: 0, count: doses)
  }

  mutating func add<Engine>(_ trial: ConductSimulation<Engine>) {
    // Toxicities that come after the end of the trial are counted too: the patients have them all the same.
    let state = trial.state(at: .greatestFiniteMagnitude)
    let isFull = state.escalationPatients >= trial.engine.plan.maximumPatients
    counts.add(state, selected: trial.selected, rule: trial.rule, isFull: isFull)
    for patient in trial.patients where patient.isBackfill { backfill[patient.dose - 1] += 1 }
    turnedAway += trial.turnedAway
    waited += trial.waited
    treated += trial.patients.count
  }

  mutating func add(_ other: ConductCount) {
    counts.add(other.counts)
    for dose in backfill.indices { backfill[dose] += other.backfill[dose] }
    turnedAway += other.turnedAway
    waited += other.waited
    treated += other.treated
  }
}
