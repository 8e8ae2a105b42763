import MyelonStatistics
import MyelonTrialDesigns
import Testing

@testable import MyelonTrials

@Suite("Trials on a cohort")
struct VirtualTrialTests {
  private func run(
    _ text: String, bank: CohortBank, trials: Int = 2_000, threads: Int = 2, rules: [String] = []
  ) throws -> VirtualTrialResult {
    let list = rules.isEmpty ? "" : "eligibility: {inclusion: [\(rules.joined(separator: ", "))]}\n"
    let trial = try TrialProtocol.read(text: "myelon-protocol: 1\nname: t\n" + list + text, name: "t.yaml")
    let virtual = try VirtualTrial(trial, bank: bank)
    return try virtual.run(TrialSettings(trials: trials, seed: 4, threads: threads))
  }

  static let comparison = """
    randomised:
      arms: {control: control, treated: high}
      outcome: {measure: motor-score, day: 365, as: change}
      design:
        endpoint:
          continuous: {difference: 6, deviation: 12.8, baseline-correlation: 0.49, analysis: covariance}
        significance: 5 %
        is-two-sided: yes
        power: 80 %
    """

  @Test("A comparison without effect succeeds at the level, with an effect about as often as planned")
  func power() throws {
    // Gains have the deviation 8, so final scores vary by sqrt(10² + 8²) and correlate with the baseline by 100/164 = 0.61
    // through the person; planned with a little less.
    let bank = try CohortSupport.bank(people: 2_000, effects: [0, 3, 6])
    let result = try run(Self.comparison, bank: bank)
    let null = try #require(result.world(.null)).success
    let modelled = try #require(result.world(.modelled)).success
    // Half of the level of a two-sided test lies on the side of benefit.
    #expect(abs(null.value - 0.025) < CohortSupport.reach(0.025, 2_000), "\(null.value)")
    let harmful = Double(try #require(result.world(.null)).harmful) / 2_000
    #expect(abs(harmful - 0.025) < CohortSupport.reach(0.025, 2_000), "\(harmful)")
    #expect(modelled.value > 0.75, "\(modelled.value)")
    let effect = try #require(result.world(.modelled)?.comparison?.effect.value)
    #expect(abs(effect - 6) < 0.3)
    let nothing = try #require(result.world(.null)?.comparison?.effect.value)
    #expect(abs(nothing) < 0.3)
  }

  @Test("Results have the same bits for any number of threads")
  func threads() throws {
    let bank = try CohortSupport.bank(people: 300, effects: [0, 3, 6])
    let one = try run(Self.comparison, bank: bank, trials: 100, threads: 1)
    let two = try run(Self.comparison, bank: bank, trials: 100, threads: 2)
    #expect(one.worlds == two.worlds)
  }

  static let doses = """
    doses: [{name: a, arm: low}, {name: b, arm: high}]
    dose-finding:
      design: boin
      target: 25 %
      plan: {cohort-size: 3, maximum-patients: 18}
      assumptions: [{name: true, toxicity: [12 %, 30 %]}]
    """

  @Test("Dose finding on a cohort has the design's exact characteristics")
  func doseFinding() throws {
    let bank = try CohortSupport.bank(people: 100)
    let trials = 20_000
    let world = try #require(try run(Self.doses, bank: bank, trials: trials).world(.modelled))
    let design = BOIN(plan: EscalationPlan(doses: 2, cohortSize: 3, maximumPatients: 18), target: 0.25)
    let exact = try design.exactCharacteristics(toxicity: [0.12, 0.30])
    for dose in 0..<2 {
      let share = Double(world.selected[dose + 1]) / Double(trials)
      #expect(abs(share - exact.selection[dose]) < CohortSupport.reach(share, trials), "\(dose): \(share)")
      // Between 0 and 18 patients are at a dose, so their deviation is at most 9.
      #expect(abs(world.patients[dose] - exact.patients[dose]) < 4.5 * 9 / Double(trials).squareRoot())
    }
  }

  @Test("An expansion stops as often as its monitor says")
  func expansion() throws {
    let text =
      """
      doses: [{name: a, arm: low}]
      expansion:
        monitor:
          maximum-patients: 15
          futility: {limit: 0.4, cutoff: 0.8, prior-events: 0.8, prior-non-events: 1.2, side: below}
        response: {measure: motor-score, day: 365, as: responder, responder-gain: 12}
      """
    let bank = try CohortSupport.bank(people: 4_000)
    let trials = 5_000
    let result = try run(text, bank: bank, trials: trials)
    let rate = try #require(result.natural?.responders).value
    let monitor = BayesianMonitor(
      maximumPatients: 15,
      futility: BetaBinomialRule(limit: 0.4, cutoff: 0.8, side: .below, priorEvents: 0.8, priorNonEvents: 1.2)
    )
    let plan = try BayesianMonitorPlan(monitor)
    let exact = try plan.characteristics(toxicityRate: 0, responseRate: rate)
    let world = try #require(result.world(.null)?.expansion)
    let share = Double(world.withoutSuccess) / Double(trials)
    #expect(abs(share - exact.futilityStop) < CohortSupport.reach(share, trials), "\(share), \(exact)")
    // Natural gains of 10 points alone let nearly every uncontrolled series claim improvement.
    #expect(Double(world.claims) / Double(world.reached) > 0.5)
    // The mean over people of all trials is not biased by early stops (Wald), that of the bank is 10 within its own error.
    let gain = try #require(world.gain)
    #expect(abs(gain.value - (try #require(result.natural)).change.value) < 4.5 * gain.standardError)
  }

  @Test("What nature does is told apart from regression to the mean")
  func regression() throws {
    let bank = try CohortSupport.bank(people: 20_000)
    let result = try run(Self.comparison, bank: bank, trials: 1, rules: ["motor-score < 25"])
    let natural = try #require(result.natural)
    #expect(abs(try #require(natural.recovery).value - 10) < 1e-9)
    // Baseline error given a recorded score below 25: mean -64/sqrt(164) φ(z)/Φ(z), z = (25 - 30)/sqrt(164).
    let spread = 164.0.squareRoot()
    let normal = NormalDistribution.standard
    let z = -5 / spread
    let expected = 64 / spread * normal.density(z) / normal.cumulative(z)
    #expect(abs(try #require(natural.regressionToTheMean) - expected) < 4.5 * natural.change.standardError)
    #expect(abs(result.worlds[0].screenedPerEnrolled - 1 / normal.cumulative(z)) < 0.5)
  }

  @Test("A cohort with too few eligible people, or without the outcome, is refused")
  func refusals() throws {
    let bank = try CohortSupport.bank(people: 50)
    #expect(throws: CohortError.self) { try run(Self.comparison, bank: bank, rules: ["motor-score < 0"]) }
    let day = Self.comparison.replacing("day: 365", with: "day: 100")
    #expect(throws: CohortError.self) { try run(day, bank: bank) }
    let measure = Self.comparison.replacing("motor-score", with: "smile")
    #expect(throws: CohortError.self) { try run(measure, bank: bank) }
    let arm = Self.doses.replacing("arm: high", with: "arm: none")
    #expect(throws: CohortError.self) { try run(arm, bank: bank) }
  }

  @Test("Tables name what was concluded in both worlds and survive extreme results")
  func tables() throws {
    let bank = try CohortSupport.bank(people: 60)
    let result = try run(Self.doses + "\n" + Self.comparison, bank: bank, trials: 3)
    let tables = try result.tables()
    #expect(tables.map(\.title).contains { $0.contains("3 simulated trials") })
    #expect(tables.allSatisfy { !$0.text.contains("nan") })
  }
}
