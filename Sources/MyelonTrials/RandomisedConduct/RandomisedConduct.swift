import MyelonRandom
import MyelonStatistics
import MyelonTrialDesigns

/// A running randomised stage: who is in which arm, and what interim looks say.
public struct RandomisedConduct: Sendable, Hashable {
  /// The stage.
  public let stage: RandomisedStage
  /// People in the order of enrolment.
  public let people: [ConductPerson]

  /// Puts the people of the stage together.
  ///
  /// - Parameters:
  ///   - stage: the stage.
  ///   - data: the data of the trial.
  public init(_ stage: RandomisedStage, _ data: ConductData) {
    self.stage = stage
    people = data.people(in: .randomised)
  }

  // MARK: - Allocation

  /// The arm of the next person.
  ///
  /// - Parameter person: level of each factor, by name.
  /// - Returns: the arm with its probability, or that enrolment has ended.
  /// - Throws: `EfficacyError` or `ConductError.person` naming what is missing.
  public func advice(person: [String: String]) throws -> ConductAdvice {
    let checks = try checks()
    if let fired = checks.first(where: { $0.action == .stop }) {
      return ConductAdvice(stage: .randomised, action: .stop, rule: fired.name, reason: fired.sentence)
    }
    let planned = stage.adaptive?.maximumPeople ?? stage.size.enrolled
    guard people.count < planned else {
      return ConductAdvice(
        stage: .randomised, action: .wait, rule: "enrolment complete",
        reason: "All \(planned) people are in; outcomes of \(outstanding) are outstanding.")
    }
    let levels = try self.levels(person)
    var advice =
      try stage.adaptive.map { try adaptive($0) } ?? fixed(levels, after: people.count)
    advice.people = 1
    advice.notes.append("\(people.count) of \(planned) people are in.")
    return advice
  }

  private func fixed(_ levels: [String: String], after count: Int) throws(EfficacyError) -> ConductAdvice {
    let history = people.map { person in
      (
        levels: person.levels,
        arm: person.isTreatedArm == true ? stage.treatedIndex : 1 - stage.treatedIndex
      )
    }
    let choice = try stage.allocation.next(levels, after: history, seed: stage.allocationSeed)
    let name: String
    switch stage.allocation {
    case .simple: name = "simple allocation"
    case .blocks: name = "permuted blocks"
    case .minimisation: name = "minimisation"
    }
    var advice = ConductAdvice(
      stage: .randomised, action: .allocate, rule: name, reason: "Person \(count + 1): \(choice.reason).")
    advice.arm = stage.armName(choice.arm)
    advice.probabilities = [
      choice.probabilities[1 - stage.treatedIndex], choice.probabilities[stage.treatedIndex],
    ]
    return advice
  }

  private func adaptive(_ design: AdaptiveRandomisation) throws(EfficacyError) -> ConductAdvice {
    let counts = responders()
    let superiority = try design.superiority(treated: counts.treated, control: counts.control)
    let probability = design.treatmentProbability(people: people.count, superiority: superiority)
    var stream = RandomStream(
      seed: stage.allocationSeed, entity: UInt32(truncatingIfNeeded: people.count), step: 1)
    var advice = ConductAdvice(
      stage: .randomised, action: .allocate, rule: "adaptive randomisation",
      reason:
        "\(counts.treated.responders) of \(counts.treated.people) treated and \(counts.control.responders) of "
        + "\(counts.control.people) controls with known outcome responded: Pr(treated better) = "
        + TrialNumber.decimal(superiority)
        + (people.count < design.burnIn ? "; the first \(design.burnIn) people are allocated equally." : "."))
    advice.arm = stream.uniform() < probability ? stage.treatedArm : stage.controlArm
    advice.probabilities = [1 - probability, probability]
    return advice
  }

  /// The levels of the person to come, each known to its factor.
  private func levels(_ person: [String: String]) throws(ConductError) -> [String: String] {
    var levels: [String: String] = [:]
    for factor in stage.factors {
      let key = DataTable.normal(factor.name)
      guard let given = person.first(where: { DataTable.normal($0.key) == key })?.value else {
        throw .person(
          required: "\(factor.name)=\(factor.levels.joined(separator: "|"))",
          found: person.isEmpty
            ? "nothing" : person.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ","))
      }
      guard let level = factor.levels.first(where: { DataTable.normal($0) == DataTable.normal(given) }) else {
        throw .person(
          required: "\(factor.name) as one of \(factor.levels.joined(separator: ", "))", found: "'\(given)'")
      }
      levels[factor.name] = level
    }
    for key in person.keys.sorted()
    where !stage.factors.contains(where: { DataTable.normal($0.name) == DataTable.normal(key) }) {
      let known = stage.factors.map(\.name).joined(separator: ", ")
      throw .person(required: known.isEmpty ? "no factor" : "one of the factors \(known)", found: "'\(key)'")
    }
    return levels
  }

  // MARK: - Outcomes

  /// People whose last outcome is neither known nor missed.
  var outstanding: Int { people.count { $0.outcomes.last ?? .outstanding == .outstanding } }

  private func responders() -> (
    treated: (responders: Int, people: Int), control: (responders: Int, people: Int)
  ) {
    func count(_ isTreated: Bool) -> (responders: Int, people: Int) {
      let known = people.filter { $0.isTreatedArm == isTreated }.compactMap(Self.isResponder)
      return (known.count { $0 }, known.count)
    }
    return (count(true), count(false))
  }

  private static func isResponder(_ person: ConductPerson) -> Bool? {
    if let response = person.response { return response }
    if case .value(let value) = person.outcomes.last, value == 0 || value == 1 { return value == 1 }
    return nil
  }

  /// The outcomes of people in the order of enrolment.
  ///
  /// - Parameter people: the people.
  /// - Returns: their data; outcomes that are not known are NaN.
  public func trialData(_ people: [ConductPerson]) -> TrialData {
    let visits = max(1, stage.outcome.days.count)
    var matrix = DenseMatrix(rows: people.count, columns: visits)
    for (row, person) in people.enumerated() {
      for visit in 0..<visits {
        let outcome = person.outcomes.indices.contains(visit) ? person.outcomes[visit] : .outstanding
        matrix[row, visit] = outcome.number ?? .nan
      }
    }
    let baseline = people.map(\.baseline)
    let known = baseline.compactMap(\.self)
    return TrialData(
      isTreated: people.map { $0.isTreatedArm ?? false },
      baseline: known.count == people.count ? known : [], outcomes: matrix)
  }
}
