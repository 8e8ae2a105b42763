import MyelonFields
import MyelonRandom

extension DoseFindingDesign {
  /// Operating characteristics by simulation, with results of each cohort known before the next.
  ///
  /// Trial t draws from the stream (seed, t) and takes one draw for the toxicity and one for the efficacy of each patient in
  /// order; so designs that are compared with the same seed meet the same patients, and the numbers are the same for any number of threads.
  ///
  /// - Parameters:
  ///   - scenario: true rates.
  ///   - trials: number of trials, 1 to 10⁸.
  ///   - seed: seed of the streams.
  ///   - threads: threads that may work at once.
  /// - Returns: the characteristics with their standard errors.
  /// - Throws: `TrialDesignError` naming what is wrong.
  public func simulatedCharacteristics(
    _ scenario: DoseScenario, trials: Int, seed: UInt64, threads: Int = 1
  ) throws(TrialDesignError) -> OperatingCharacteristics {
    let engine = try engine()
    try TrialDesignError.require(
      scenario.findings(doses: plan.doses) + TrialDesignError.count(trials, 1...100_000_000, "trials"))
    // Slabs are cut from the number of trials alone.
    let size = 64
    let slabs = (trials + size - 1) / size
    var counts = [CharacteristicsCount](
      repeating: CharacteristicsCount(doses: plan.doses), count: slabs)
    counts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      SlabExecutor(threads: threads).run(slabs: slabs) { slab in
        var count = CharacteristicsCount(doses: engine.plan.doses)
        for trial in slab * size..<min(trials, (slab + 1) * size) {
          Self.simulate(engine, scenario, trial, seed, into: &count)
        }
        buffer[slab] = count
      }
    }
    var total = CharacteristicsCount(doses: plan.doses)
    for count in counts { total.add(count) }
    return total.characteristics(design: name, toxicity: scenario.toxicity, seed: seed)
  }

  private static func simulate(
    _ engine: Engine, _ scenario: DoseScenario, _ trial: Int, _ seed: UInt64,
    into count: inout CharacteristicsCount
  ) {
    var stream = RandomStream(seed: seed, entity: UInt32(trial))
    var state = DoseState()
    while true {
      let decision = engine.decision(state)
      guard case .treat(let dose) = decision.action else {
        var selected: Int?
        if case .stop(let dose) = decision.action { selected = dose }
        let isFull = state.escalationPatients >= engine.plan.maximumPatients
        count.add(state, selected: selected, rule: decision.rule, isFull: isFull)
        return
      }
      let size = engine.plan.nextCohort(after: state.escalationPatients)
      var toxicities = 0
      var efficacies = 0
      let toxic = scenario.toxicity[dose - 1]
      let effective = scenario.efficacy.map { $0[dose - 1] } ?? 0
      for _ in 0..<size {
        if stream.uniform() < toxic { toxicities += 1 }
        if stream.uniform() < effective { efficacies += 1 }
      }
      state.add(dose: dose, patients: size, toxicities: toxicities, efficacies: efficacies)
    }
  }
}
