import MyelonSimulation
import MyelonTrialDesigns

extension ProtocolReader {
  /// Reads `randomised`.
  func randomised(_ value: ScenarioValue) -> RandomisedStage? {
    let keys = [
      "arms", "outcome", "design", "allocation", "allocation-seed", "population", "adaptive", "borrowing",
      "assumptions", "simulation",
    ]
    guard let section = value.section(allowed: keys) else { return nil }
    let before = findings.findings.count
    let arms = section["arms"].map(arms) ?? ("control", "treated")
    let size = section.required("design", "endpoint, power, interim looks").flatMap(size)
    let outcome = section.required("outcome", "what is measured, and when").flatMap {
      self.outcome($0, usual: Self.form(size?.design.endpoint))
    }
    let allocation = section["allocation"].map(allocation) ?? .blocks(PermutedBlocks())
    let seed = section["allocation-seed"].map { $0.wholeNumber() } ?? 1
    let population = allocation.map { self.population(section["population"], $0.factors) } ?? []
    let adaptive = section["adaptive"].map(adaptive)
    let borrowing = section["borrowing"].map(borrowing)
    let isSlow: Bool
    if case .repeated = size?.design.endpoint { isSlow = true } else { isSlow = false }
    let shares = section["assumptions"].map(shares) ?? [1]
    // One mixed model takes some milliseconds.
    let simulation = simulation(section, usual: isSlow ? 1000 : 10_000)
    guard let arms, let size, let outcome, let allocation, let seed else { return nil }
    check(outcome, size.design.endpoint, section)
    check(allocation, arms: arms, section)
    check(adaptive ?? nil, borrowing ?? nil, size.design.endpoint, section)
    guard findings.findings.count == before else { return nil }
    return RandomisedStage(
      controlArm: arms.control, treatedArm: arms.treated, outcome: outcome, size: size,
      allocation: allocation, allocationSeed: seed, levelShares: population, adaptive: adaptive ?? nil,
      borrowing: borrowing ?? nil, shares: shares, simulation: simulation)
  }

  private func arms(_ value: ScenarioValue) -> (control: String, treated: String)? {
    guard let section = value.section(allowed: ["control", "treated"]) else { return nil }
    let control = section.required("control")?.text(longest: 80)
    let treated = section.required("treated")?.text(longest: 80)
    guard let control, let treated else { return nil }
    if control == treated {
      value.add(.impossible, "the arms must have different names", found: ShownText.quoted(control))
    }
    return (control, treated)
  }

  private func size(_ value: ScenarioValue) -> EfficacySize? {
    guard let design = DocumentDecoder.decode(EfficacyDesign.self, from: value) else { return nil }
    let wrong = design.findings()
    value.add(wrong)
    if design.isSingleArm {
      value.place(of: "isSingleArm").add(
        .impossible, "a randomised stage has two arms; a single arm is an 'expansion'")
      return nil
    }
    guard wrong.isEmpty else { return nil }
    do throws(EfficacyError) {
      return try design.size()
    } catch {
      value.add([error])
      return nil
    }
  }

  private static func form(_ endpoint: EfficacyEndpoint?) -> ProtocolOutcome.Form {
    switch endpoint {
    case .continuous(let endpoint): endpoint.analysis == .change ? .change : .value
    case .ordinal: .ordinal
    case .responder: .responder
    case .repeated, nil: .value
    }
  }

  /// Whether the outcome is of the kind that the design compares.
  private func check(_ outcome: ProtocolOutcome, _ endpoint: EfficacyEndpoint, _ section: ScenarioSection) {
    let allowed: [ProtocolOutcome.Form]
    var visits = 1
    switch endpoint {
    case .continuous(let endpoint):
      switch endpoint.analysis {
      // Adjusted for the baseline, the difference of changes is that of the values.
      case .covariance: allowed = [.value, .change]
      case .change: allowed = [.change]
      case .finalValue: allowed = [.value]
      }
    case .ordinal(let endpoint):
      allowed = [.ordinal]
      let needed = endpoint.controlProbabilities.count
      if !outcome.categories.isEmpty, outcome.categories.count != needed {
        section["outcome"]?.place(of: "categories").add(
          .impossible, "the design has another number of categories", found: "\(outcome.categories.count)",
          allowed: "\(needed)")
      }
    case .responder: allowed = [.responder]
    case .repeated(let endpoint):
      allowed = [.value]
      visits = endpoint.differences.count
    }
    if !allowed.contains(outcome.form) {
      section["outcome"]?.place(of: "as").add(
        .impossible, "the design compares another kind of outcome", found: outcome.form.rawValue,
        allowed: allowed.map(\.rawValue).joined(separator: ", "))
    }
    if outcome.days.count != visits {
      section["outcome"]?.place(of: visits == 1 ? "day" : "days").add(
        .impossible, "the design has another number of visits", found: "\(outcome.days.count)",
        allowed: "\(visits)")
    }
  }

  private func allocation(_ value: ScenarioValue) -> AllocationProcedure? {
    guard let procedure = DocumentDecoder.decode(AllocationProcedure.self, from: value) else { return nil }
    do throws(EfficacyError) {
      try procedure.validate()
      return procedure
    } catch {
      value.add([error])
      return nil
    }
  }

  private func check(
    _ allocation: AllocationProcedure, arms: (control: String, treated: String), _ section: ScenarioSection
  ) {
    let names = Set(allocation.arms.names)
    guard names != ["control", "treated"], names != [arms.control, arms.treated] else { return }
    section["allocation"]?.place(of: "arms").add(
      .impossible, "allocation must have the two arms of the stage",
      found: allocation.arms.names.joined(separator: ", "), allowed: "\(arms.control), \(arms.treated)")
  }

  /// Whether rules on responders meet an outcome of responders, and rules on means one of means.
  private func check(
    _ adaptive: AdaptiveRandomisation?, _ borrowing: ProtocolBorrowing?, _ endpoint: EfficacyEndpoint,
    _ section: ScenarioSection
  ) {
    let isResponder: Bool
    if case .responder = endpoint { isResponder = true } else { isResponder = false }
    let isContinuous: Bool
    if case .continuous = endpoint { isContinuous = true } else { isContinuous = false }
    if adaptive != nil, !isResponder {
      section["adaptive"]?.add(
        .impossible, "allocation that follows the data needs responders: 'design.endpoint.responder'")
    }
    switch borrowing {
    case .binary where !isResponder:
      section["borrowing"]?.add(.impossible, "binary controls need the endpoint 'responder'")
    case .normal where !isContinuous:
      section["borrowing"]?.add(.impossible, "normal controls need the endpoint 'continuous'")
    default: break
    }
  }

  /// Reads `population`: shares of the levels of each factor of allocation.
  private func population(_ value: ScenarioValue?, _ factors: [AllocationFactor]) -> [[Double]] {
    guard let value else { return [] }
    guard let section = value.section(allowed: factors.map(\.name)) else { return [] }
    return factors.map { factor in
      let equal = factor.levels.map { _ in 1 / Double(factor.levels.count) }
      guard let levels = section[factor.name]?.section(allowed: factor.levels) else { return equal }
      let shares = factor.levels.map { levels.required($0, "its share")?.share() }
      let known = shares.compactMap { $0 }
      guard known.count == shares.count else { return equal }
      if abs(known.reduce(0, +) - 1) > 1e-6 {
        section[factor.name]?.add(
          .outOfRange, "the shares of all levels must sum to 100 %",
          found: "\(TrialNumber.decimal(100 * known.reduce(0, +), 2)) %")
      }
      return known
    }
  }

  private func adaptive(_ value: ScenarioValue) -> AdaptiveRandomisation? {
    guard let adaptive = DocumentDecoder.decode(AdaptiveRandomisation.self, from: value) else { return nil }
    value.add(adaptive.findings())
    return adaptive
  }

  private func borrowing(_ value: ScenarioValue) -> ProtocolBorrowing? {
    guard let section = value.section(allowed: ["binary", "normal"]) else { return nil }
    if let binary = section["binary"] {
      section["normal"]?.add(.impossible, "give either binary or normal")
      guard let found = DocumentDecoder.decode(BinaryBorrowing.self, from: binary) else { return nil }
      binary.add(found.findings())
      return .binary(found)
    }
    guard let normal = section.required("normal", "or binary") else { return nil }
    guard let found = DocumentDecoder.decode(NormalBorrowing.self, from: normal) else { return nil }
    normal.add(found.findings())
    return .normal(found)
  }

  private func shares(_ value: ScenarioValue) -> [Double] {
    (value.list("a list of shares of the planned effect") ?? []).compactMap { $0.share(-2...3) }
  }

  // MARK: - Safety

  /// Reads `safety`.
  func safety(_ value: ScenarioValue, stages: [TrialStage]) -> [SafetyRule] {
    guard let items = value.list("a list of safety rules") else { return [] }
    var rules: [SafetyRule] = []
    for item in items {
      guard let rule = safetyRule(item, stages: stages) else { continue }
      if rules.contains(where: { $0.name == rule.name && $0.action == rule.action }) {
        item.add(
          .impossible, "two rules have the same name and action", found: ShownText.quoted(rule.name))
      }
      rules.append(rule)
    }
    return rules
  }

  private func safetyRule(_ value: ScenarioValue, stages given: [TrialStage]) -> SafetyRule? {
    let keys = ["name", "event", "among", "stages", "minimum-people", "rule", "count", "action"]
    guard let section = value.section(allowed: keys) else { return nil }
    let name = section.required("name")?.text(longest: 80)
    let event = section["event"].map { $0.text(longest: 60) } ?? "serious-event"
    let group = section["among"].map { $0.choice(SafetyRule.Group.self) } ?? .treated
    let least = section["minimum-people"].map { $0.count(1...10_000) } ?? 1
    let action = section.required("action", "pause or stop")?.choice(SafetyRule.Action.self)
    let stages = section["stages"].map { value in
      (value.list("a list of stages") ?? []).compactMap { $0.choice(TrialStage.self) }
    }
    let kinds = ["rule", "count"].filter(section.has)
    guard kinds.count == 1 else {
      value.add(
        .impossible, "exactly one of rule and count is required",
        found: kinds.isEmpty ? "none" : kinds.joined(separator: ", "))
      return nil
    }
    let condition =
      section["rule"].map { rate($0).map { SafetyRule.Condition.rate($0) } }
      ?? section["count"].map { $0.count(1...10_000).map { .count($0) } } ?? nil
    guard let name, let event, let group, let least, let action, let condition else { return nil }
    let column = event.lowercased()
    if column != "toxicity", ConductColumn.reserved.contains(column) {
      section["event"]?.add(
        .impossible, "this column of the data has a meaning of its own", found: ShownText.quoted(event))
    }
    return SafetyRule(
      name: name, event: column, group: group, stages: stages ?? given, minimumPeople: least,
      condition: condition, action: action)
  }

  private func rate(_ value: ScenarioValue) -> BetaBinomialRule? {
    guard let rule = DocumentDecoder.decode(BetaBinomialRule.self, from: value) else { return nil }
    // The monitor is the only judge of such rules that can be asked.
    let wrong = BayesianMonitor(maximumPatients: 1, toxicity: rule).findings()
    for error in wrong {
      let text = error.description.replacing("toxicity, ", with: "")
      value.place(of: String(text.prefix { $0 != ":" })).add(.outOfRange, DocumentNames.inFileStyle(text))
    }
    return wrong.isEmpty ? rule : nil
  }
}
