import MyelonFields
import MyelonStatistics

extension DoseFindingDesign {
  /// Operating characteristics of the trial in time, by simulation.
  ///
  /// Trial t draws arrivals from the stream (seed, t) and each patient's fate from (seed, t, number of arrival); the numbers are
  /// the same for any number of threads.
  ///
  /// - Parameters:
  ///   - scenario: true rates.
  ///   - calendar: arrivals, window of observation, gaps and added patients.
  ///   - trials: number of trials, 1 to 10⁶.
  ///   - seed: seed of the streams.
  ///   - threads: threads that may work at once.
  /// - Returns: the characteristics with duration and patients turned away.
  /// - Throws: `TrialDesignError` naming what is wrong.
  public func simulatedConduct(
    _ scenario: DoseScenario, calendar: TrialCalendar, trials: Int, seed: UInt64, threads: Int = 1
  ) throws(TrialDesignError) -> ConductCharacteristics {
    let reach = plan.maximumPatients + (calendar.backfill?.largestAtDose ?? 0)
    try TrialDesignError.require(
      findings() + scenario.findings(doses: plan.doses) + calendar.findings()
        + TrialDesignError.count(trials, 1...1_000_000, "trials")
        + TrialDesignError.count(
          reach, 1...DoseTally.maximumPatients, "maximumPatients and backfill, largestAtDose together"))
    let engine = try engine(reach: reach)
    let size = 16
    let slabs = (trials + size - 1) / size
    var counts = [ConductCount](repeating: ConductCount(doses: plan.doses), count: slabs)
    var durations = [Double](repeating: 0, count: trials)
    counts.withUnsafeMutableBufferPointer { counts in
      durations.withUnsafeMutableBufferPointer { durations in
        nonisolated(unsafe) let counts = counts
        nonisolated(unsafe) let durations = durations
        SlabExecutor(threads: threads).run(slabs: slabs) { slab in
          var count = ConductCount(doses: engine.plan.doses)
          for trial in slab * size..<min(trials, (slab + 1) * size) {
            var simulation = ConductSimulation(
              engine: engine, scenario: scenario, calendar: calendar, seed: seed, trial: UInt32(trial))
            simulation.run()
            count.add(simulation)
            durations[trial] = simulation.end
          }
          counts[slab] = count
        }
      }
    }
    var total = ConductCount(doses: plan.doses)
    for count in counts { total.add(count) }
    return characteristics(total, durations, toxicity: scenario.toxicity, seed: seed)
  }

  private func characteristics(
    _ total: ConductCount, _ durations: [Double], toxicity: [Double], seed: UInt64
  ) -> ConductCharacteristics {
    let n = Double(durations.count)
    let mean = durations.reduce(0, +) / n
    let variance = durations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, n - 1)
    let error = (variance / n).squareRoot()
    let reach = NormalDistribution.standard.upperQuantile(0.025) * error
    let sorted = durations.sorted()
    return ConductCharacteristics(
      characteristics: total.counts.characteristics(design: name, toxicity: toxicity, seed: seed),
      duration: Estimate(value: mean, standardError: error, low: mean - reach, high: mean + reach),
      durationQuantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map { share in
        sorted[min(sorted.count - 1, Int(share * n))]
      },
      backfill: total.backfill.map { Double($0) / n }, turnedAway: Double(total.turnedAway) / n,
      wait: total.waited / Double(max(1, total.treated)))
  }
}
