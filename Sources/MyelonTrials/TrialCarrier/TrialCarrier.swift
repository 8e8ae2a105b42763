import Foundation
import MyelonRandom
import MyelonStatistics
import MyelonTrialDesigns

/// Carries a protocol out once, stage by stage.
struct TrialCarrier {
  let setup: VirtualTrial
  let truth: TrialTruth
  private let seed: UInt64
  private let number: UInt32
  private var arrivals: RandomStream
  private var fates: RandomStream
  var course = TrialCourse()

  /// Sets trials apart from lives and draws: "trial" in ASCII.
  private static let mark: UInt64 = 0x0000_0074_7269_616c

  init(_ setup: VirtualTrial, truth: TrialTruth, seed: UInt64, trial: Int) {
    self.setup = setup
    self.truth = truth
    self.seed = seed ^ Self.mark
    number = UInt32(truncatingIfNeeded: trial)
    arrivals = RandomStream(seed: self.seed, entity: number, step: 0)
    fates = RandomStream(seed: self.seed, entity: number, step: 1)
  }

  /// Runs all stages in order.
  mutating func carryOut() throws -> TrialCourse {
    let doses = setup.armOfDose.count
    course.patients = [Int](repeating: 0, count: doses)
    course.toxicities = course.patients
    if let engine = setup.engine {
      try findDose(engine)
      guard course.selected != nil else { return course }
    } else if doses > 0 {
      course.selected = doses
    }
    if let stage = setup.trial.expansion, let dose = course.selected {
      try expand(stage, dose: dose)
      guard course.expansion != .harm, course.expansion != .futility, course.expansion != .noSuccess else {
        return course
      }
    }
    try compare()
    return course
  }

  /// Screens people until one may take part; time passes between them.
  private mutating func enrol() -> Int {
    while true {
      course.screened += 1
      let person = arrivals.index(below: setup.bank.count)
      guard setup.isEligible[person] else { continue }
      course.enrolled += 1
      if let calendar = setup.trial.doseFinding?.calendar {
        course.days += calendar.arrivalInterval * (calendar.arrivesAtRandom ? arrivals.exponential() : 1)
      }
      return person
    }
  }

  /// Arm that a treated person lives in this world.
  private func livedArm(_ arm: Int) -> Int { truth == .null ? setup.controlArm : arm }

  /// The course of a measure as the trial sees it; the same losses for every measure and in both worlds.
  private func seen(_ person: Int, arm: Int, measure: Int, ordinal: Int) -> [Double?] {
    var stream = RandomStream(seed: seed, entity: number, step: UInt32(16 + ordinal))
    let gain = setup.bank.motorGain(person: person, arm: arm)
    return setup.attrition.seen(
      days: setup.bank.plan.visits, course: setup.bank.course(person: person, arm: arm, measure: measure),
      gain: gain, stream: &stream)
  }

  // MARK: - Dose finding

  /// Cohort by cohort; each is observed to the end of its window before the next decision.
  private mutating func findDose(_ engine: any DoseEngine) throws {
    var state = DoseState()
    while true {
      switch engine.decision(state).action {
      case .stop(let selected):
        course.selected = selected
        return
      case .wait:
        // Nobody is pending here, so that no design has a reason to wait.
        throw TrialDesignError.notFollowed(
          cell: "dose finding", required: "a decision once everybody has been observed", found: "a wait")
      case .treat(let dose):
        let size = engine.plan.nextCohort(after: state.escalationPatients)
        var toxicities = 0
        var efficacies = 0
        for _ in 0..<size {
          let person = enrol()
          if fates.uniform() < setup.toxicity(dose: dose, person: person) { toxicities += 1 }
          if responds(person, dose: dose) == true { efficacies += 1 }
        }
        course.days += setup.trial.doseFinding?.calendar?.window ?? 0
        course.patients[dose - 1] += size
        course.toxicities[dose - 1] += toxicities
        state.add(dose: dose, patients: size, toxicities: toxicities, efficacies: efficacies)
      }
    }
  }

  /// Whether a treated person responds as far as was seen.
  private func responds(_ person: Int, dose: Int) -> Bool? {
    guard let reader = setup.response else { return nil }
    let seen = seen(
      person, arm: livedArm(setup.armOfDose[dose - 1]), measure: reader.measure, ordinal: course.enrolled)
    return reader.isResponse(seen)
  }

  // MARK: - Expansion

  private mutating func expand(_ stage: ExpansionStage, dose: Int) throws {
    var (people, toxicities, responses) = (0, 0, 0)
    if stage.countsDoseFinding {
      (people, toxicities) = (course.patients[dose - 1], course.toxicities[dose - 1])
      people = min(people, stage.plan.maximumPeople)
    }
    var gains: [Double] = []
    var conversions: [Bool] = []
    let arm = livedArm(setup.armOfDose[dose - 1])
    while people < stage.plan.maximumPeople, course.expansion == nil {
      let person = enrol()
      people += 1
      course.expansionPeople += 1
      if fates.uniform() < setup.toxicity(dose: dose, person: person) { toxicities += 1 }
      if let isResponse = responds(person, dose: dose) {
        course.judged += 1
        if isResponse { responses += 1 }
      }
      let motor = seen(person, arm: arm, measure: setup.motor, ordinal: course.enrolled)
      if let first = motor.first.flatMap({ $0 }), let last = motor.last.flatMap({ $0 }) {
        gains.append(last - first)
      }
      let grades = seen(person, arm: arm, measure: setup.grade, ordinal: course.enrolled)
      if let first = grades.first.flatMap({ $0 }), let last = grades.last.flatMap({ $0 }) {
        conversions.append(last.rounded() > first)
      }
      course.expansion = try end(
        stage, people: people, toxicities: min(people, toxicities), responses: min(people, responses))
    }
    course.responses = responses
    judgeWithoutControls(gains, conversions)
  }

  /// What the protocol's rules say; nil to go on.
  private func end(
    _ stage: ExpansionStage, people: Int, toxicities: Int, responses: Int
  ) throws -> TrialCourse.ExpansionEnd? {
    let advice =
      switch stage.plan {
      case .monitor(let plan):
        try plan.recommendation(patients: people, toxicities: toxicities, responses: responses)
      case .twoStage(let plan): try plan.recommendation(treated: people, responses: responses)
      }
    switch advice.action {
    case .goOn: return nil
    case .stopForHarm: return .harm
    case .stopForFutility: return .futility
    case .stopForSuccess, .endWithSuccess: return .success
    case .endWithoutSuccess:
      // A monitor without a rule for success ends where it is full and has nothing against the therapy.
      if case .monitor(let plan) = stage.plan, plan.monitor.success == nil { return .success }
      return .noSuccess
    }
  }

  /// What a report without controls would claim.
  private mutating func judgeWithoutControls(_ gains: [Double], _ conversions: [Bool]) {
    course.gain = (gains.reduce(0, +), gains.count)
    if let estimate = Estimate(meanOf: gains) { course.claimsImprovement = estimate.low > 0 }
    if !conversions.isEmpty {
      course.converted = Double(conversions.filter(\.self).count) / Double(conversions.count)
    }
  }

  // MARK: - Comparison

  private mutating func compare() throws {
    guard let stage = setup.trial.randomised, let reader = setup.outcome, let comparison = setup.comparison
    else {
      return
    }
    let arm = setup.fixedArm ?? course.selected.map { setup.armOfDose[$0 - 1] } ?? 0
    let people = (0..<stage.size.enrolled).map { _ in enrol() }
    let first = course.enrolled - people.count
    let levels = people.map { factors(of: $0, stage) }
    let seedOfAllocation = arrivals.next()
    let choices = try stage.allocation.allocate(levels, seed: seedOfAllocation)
    var isTreated: [Bool] = []
    var baseline: [Double] = []
    var outcomes: [Double] = []
    for (place, person) in people.enumerated() {
      let treated = choices[place].arm == stage.treatedIndex
      let lived = treated ? livedArm(arm) : setup.controlArm
      let seen = seen(person, arm: lived, measure: reader.measure, ordinal: first + place)
      let analysed = reader.analysed(seen)
      isTreated.append(treated)
      baseline.append(analysed.baseline)
      outcomes += analysed.outcomes
    }
    var matrix = DenseMatrix(rows: people.count, columns: reader.visits.count)
    matrix.elements = outcomes
    let data = TrialData(
      isTreated: isTreated, baseline: baseline.contains(where: \.isNaN) ? [] : baseline, outcomes: matrix)
    course.comparison = comparison.conduct(data, trueEffect: nil)
    course.days += reader.outcome.lastDay
  }

  /// Levels of the factors of allocation: what is known of the person, else drawn as the protocol says the population is.
  private mutating func factors(of person: Int, _ stage: RandomisedStage) -> [String: String] {
    guard !stage.factors.isEmpty else { return [:] }
    let record = setup.bank.record(of: person)
    var levels: [String: String] = [:]
    for (place, factor) in stage.factors.enumerated() {
      let draw = arrivals.uniform()
      if case .word(let word)? = record[factor.name], factor.levels.contains(word) {
        levels[factor.name] = word
      } else {
        levels[factor.name] = factor.levels[PersonSampler.choice(stage.levelShares[place], draw)]
      }
    }
    return levels
  }
}
