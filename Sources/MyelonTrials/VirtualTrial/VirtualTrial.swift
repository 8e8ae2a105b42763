import MyelonFields
import MyelonRandom
import MyelonTrialDesigns

/// A protocol carried out on the people of a cohort, many times.
///
/// People come one by one, drawn from the cohort with replacement, are screened, enrolled, treated at the dose that the
/// protocol's own rules ask for, examined with the protocol's losses, and analysed as the protocol says. Because everybody has
/// lived under every arm, the same trials can be run in a world where the therapy does nothing: the same people, arms and losses,
/// but treated people live their untreated lives. Trial number i draws from streams (seed, i), so the result has the same bits for
/// any number of threads.
public struct VirtualTrial: Sendable {
  /// The protocol.
  public let trial: TrialProtocol
  /// The cohort.
  public let bank: CohortBank
  /// Who may take part.
  public var eligibility: Eligibility { trial.eligibility }
  /// Whether each person of the bank may take part.
  let isEligible: [Bool]
  /// Arms of the bank that live the doses, the lowest dose first.
  let armOfDose: [Int]
  /// Arm of the bank of controls.
  let controlArm: Int
  /// Arm of the bank of treated people when it is not that of the selected dose.
  let fixedArm: Int?
  /// Assumed rates of toxicity of the procedure at each dose.
  let assumedToxicity: [Double]
  /// Decides about doses; nil without dose finding.
  let engine: (any DoseEngine)?
  let attrition: Attrition
  /// The comparison's outcome; nil without one.
  let outcome: TrialOutcomeReader?
  /// The expansion's rule for responses; nil without one.
  let response: TrialOutcomeReader?
  /// Analyses and looks of the comparison; nil without one.
  let comparison: EfficacySimulation?
  /// Place of the motor score.
  let motor: Int
  /// Place of the impairment scale.
  let grade: Int

  /// Share of the cohort that must be eligible people for each person of a trial.
  ///
  /// Assumed because with fewer people than a trial has, trials repeat the same few lives.
  static let leastPeople = 20

  /// Prepares to carry out a protocol.
  ///
  /// - Parameters:
  ///   - trial: the protocol.
  ///   - bank: the lived cohort.
  /// - Throws: `CohortError` when cohort and protocol do not go together, `TrialDesignError` and `EfficacyError` when a design
  ///   cannot be used.
  public init(_ trial: TrialProtocol, bank: CohortBank) throws {
    self.trial = trial
    self.bank = bank
    isEligible = bank.people.indices.map { trial.eligibility.admits(bank.record(of: $0)) }
    let eligible = isEligible.filter(\.self).count
    guard eligible >= Self.leastPeople else {
      throw CohortError.tooFew(
        what: "eligible people among \(bank.count)", required: Self.leastPeople, found: eligible)
    }
    armOfDose = try Self.arms(of: trial.doses, bank: bank)
    controlArm = trial.randomised.flatMap { bank.arms.firstIndex(of: $0.controlArm) } ?? 0
    fixedArm = trial.randomised.flatMap { bank.arms.firstIndex(of: $0.treatedArm) }
    if armOfDose.isEmpty, trial.randomised != nil, fixedArm == nil {
      throw CohortError.noSuchOutcome(
        name: "arm \(trial.randomised?.treatedArm ?? "")", day: 0, known: bank.arms.joined(separator: ", "))
    }
    assumedToxicity =
      trial.doseFinding?.assumptions.first?.toxicity ?? [Double](repeating: 0, count: armOfDose.count)
    engine = try trial.doseFinding.map { try Self.engine($0.design) }
    attrition = trial.attrition
    outcome = try trial.randomised.map { stage in
      try TrialOutcomeReader(stage.outcome, bank: bank, categories: Self.categories(stage.design.endpoint))
    }
    let rule =
      trial.expansion?.response
      ?? trial.randomised.flatMap { $0.outcome.form == .responder ? $0.outcome : nil }
    response = try rule.map { try TrialOutcomeReader($0, bank: bank) }
    comparison = try trial.randomised.map { try EfficacySimulation($0.size, trials: 1) }
    guard let motor = bank.measure("motor_score"), let grade = bank.measure("impairment_scale") else {
      throw CohortError.noSuchOutcome(
        name: "motor_score", day: 0, known: bank.measures.joined(separator: ", "))
    }
    self.motor = motor
    self.grade = grade
  }

  private static func engine(_ design: some DoseFindingDesign) throws -> any DoseEngine {
    try design.engine()
  }

  private static func categories(_ endpoint: EfficacyEndpoint) -> Int {
    if case .ordinal(let ordinal) = endpoint { ordinal.controlProbabilities.count } else { 0 }
  }

  private static func arms(of doses: [ProtocolDose], bank: CohortBank) throws(CohortError) -> [Int] {
    var arms: [Int] = []
    for dose in doses {
      guard let arm = bank.arms.firstIndex(of: dose.arm ?? dose.name) else {
        throw .noSuchOutcome(
          name: "arm \(dose.arm ?? dose.name)", day: 0, known: "arms \(bank.arms.joined(separator: ", "))")
      }
      arms.append(arm)
    }
    return arms
  }

  /// Carries the protocol out many times, as modelled and with a therapy that does nothing.
  ///
  /// - Parameter settings: how often, from which seed.
  /// - Returns: what came out.
  /// - Throws: `CohortError.tooFew` when the number of trials is not allowed, and what an analysis throws.
  public func run(_ settings: TrialSettings) throws -> VirtualTrialResult {
    guard (1...TrialSettings.mostTrials).contains(settings.trials) else {
      throw CohortError.tooFew(what: "simulated trials", required: 1, found: settings.trials)
    }
    let found = try TrialTruth.allCases.map { (truth: $0, courses: try courses($0, settings)) }
    return VirtualTrialResult(
      self, settings: settings,
      worlds: found.map { TrialWorld($0.truth, courses: $0.courses, of: self) },
      distributions: TrialDistribution.all(found, doses: armOfDose.count))
  }

  private func courses(_ truth: TrialTruth, _ settings: TrialSettings) throws -> [TrialCourse] {
    let size = 8
    let slabs = (settings.trials + size - 1) / size
    var found = [Result<TrialCourse, any Error>?](repeating: nil, count: settings.trials)
    found.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let target = buffer
      SlabExecutor(threads: settings.threads).run(slabs: slabs) { slab in
        for trial in slab * size..<min(settings.trials, (slab + 1) * size) {
          target[trial] = Result {
            var conduct = TrialCarrier(self, truth: truth, seed: settings.seed, trial: trial)
            return try conduct.carryOut()
          }
        }
      }
    }
    return try found.compactMap { try $0?.get() }
  }

  /// Rate of toxicity of a person at a dose: the procedure's, and infection under immunosuppression as modelled.
  func toxicity(dose: Int, person: Int) -> Double {
    let procedure = assumedToxicity.indices.contains(dose - 1) ? assumedToxicity[dose - 1] : 0
    guard let measure = bank.measure("infection_risk"), armOfDose.indices.contains(dose - 1) else {
      return procedure
    }
    let window = trial.doseFinding?.calendar?.window ?? 90
    let visit = bank.plan.visits.firstIndex { $0 >= window } ?? bank.plan.visits.count - 1
    let infection = bank.value(person: person, arm: armOfDose[dose - 1], visit: visit, measure: measure) ?? 0
    return 1 - (1 - procedure) * (1 - infection)
  }
}
