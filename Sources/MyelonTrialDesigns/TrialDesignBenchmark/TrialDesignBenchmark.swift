/// Measured speed of trial designs, for the cases that other programs were timed with.
public struct TrialDesignBenchmark: Sendable {
  /// One case.
  public struct Timing: Sendable {
    /// What was done.
    public let name: String
    /// Fastest repetition, s.
    public let seconds: Double
  }

  /// The cases in order.
  public let timings: [Timing]

  /// True rates of toxicity of the cases with five doses.
  private static let toxicity = [0.05, 0.15, 0.30, 0.45, 0.60]

  /// Measures; takes a few seconds.
  ///
  /// - Parameters:
  ///   - threads: threads of simulations; exact results and designs use one.
  ///   - repetitions: measurements of each case, of which the fastest counts.
  /// - Returns: the measured figures.
  /// - Throws: nothing for the cases written here; the errors are those of any design.
  public static func measure(threads: Int, repetitions: Int = 5) throws -> TrialDesignBenchmark {
    let plan = EscalationPlan(doses: 5, cohortSize: 3, maximumPatients: 30)
    let scenario = DoseScenario(toxicity: toxicity)
    let boin = BOIN(plan: plan, target: 0.3)
    let skeleton = try Skeleton.indifference(target: 0.3, halfWidth: 0.05, guess: 3, doses: 5)
    let crm = ContinualReassessment(plan: plan, target: 0.3, skeleton: skeleton)
    let sequential = GroupSequentialDesign(looks: 3)
    let cases: [(String, () throws -> Void)] = [
      (
        "BOIN, 10,000 trials of 30 at 5 doses",
        {
          _ = try boin.simulatedCharacteristics(scenario, trials: 10_000, seed: 1, threads: threads)
        }
      ),
      ("BOIN, exact, 30 at 5 doses", { _ = try boin.exactCharacteristics(toxicity: toxicity) }),
      (
        "CRM, 1,000 trials of 30 in cohorts of 3",
        {
          _ = try crm.simulatedCharacteristics(scenario, trials: 1_000, seed: 1, threads: threads)
        }
      ),
      ("group-sequential design, 3 looks", { _ = try GroupSequentialPlan(sequential) }),
    ]
    let clock = ContinuousClock()
    return TrialDesignBenchmark(
      timings: try cases.map { name, work in
        try work()
        let times = try (0..<max(1, repetitions)).map { _ in try clock.measure { try work() } / .seconds(1) }
        return Timing(name: name, seconds: times.min() ?? 0)
      })
  }
}
