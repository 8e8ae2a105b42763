import MyelonQuantities
import MyelonTrialDesigns

extension RandomisedConduct {
  /// What interim looks, borrowed controls and adaptive rules say.
  ///
  /// A look is made with the first people whose outcome is known, as many as planned for it, so that asking again between two
  /// looks changes nothing. At the last look everybody counts.
  ///
  /// - Returns: the checks.
  /// - Throws: `EfficacyError` or `ConductError` naming what is missing.
  public func checks() throws -> [MonitoringCheck] {
    var checks = [try look()]
    if let adaptive = stage.adaptive { checks.append(try self.adaptive(adaptive)) }
    if let borrowing = stage.borrowing, let check = try borrowed(borrowing) { checks.append(check) }
    return checks
  }

  private func look() throws -> MonitoringCheck {
    let known = people.filter { if case .value = $0.outcomes.last { true } else { false } }
    let size = stage.size
    let isComplete =
      known.count >= size.total || (people.count >= size.enrolled && outstanding == 0 && !known.isEmpty)
    let fractions = size.plan?.informationFractions ?? [1]
    let totals = fractions.dropLast().map { max(1, Int(($0 * size.sizes.total).rounded())) }
    let look = isComplete ? fractions.count : totals.count { $0 <= known.count }
    let name = size.plan == nil ? "final analysis" : "interim looks"
    guard look >= 1, !known.isEmpty else {
      let first = totals.first ?? size.total
      return MonitoringCheck(
        name: name, people: known.count,
        sentence: "outcomes of \(TrialNumber.people(known.count)) are known; "
          + (size.plan == nil ? "the analysis needs \(size.total)." : "the first look is at \(first)."))
    }
    let counted =
      isComplete
      ? people.filter { $0.outcomes.last ?? .outstanding != .outstanding }
      : Array(known.prefix(totals[look - 1]))
    try requireBaseline(counted)
    guard size.plan != nil else { return try final(counted, name) }
    let (advice, result) = try size.recommendation(trialData(counted), look: look)
    let end = advice.action == .endWithSuccess || advice.action == .endWithoutSuccess
    return MonitoringCheck(
      name: name, people: result?.people ?? counted.count, value: result?.z,
      limit: size.plan.map { $0.successBounds[look - 1] }, action: advice.action == .goOn ? .goOn : .stop,
      isPlannedEnd: end || (look == fractions.count && advice.action == .stopForSuccess),
      sentence:
        "look \(look) of \(fractions.count), \(TrialNumber.people(counted.count)) counted: \(advice.reason)."
        + (known.count > counted.count && !isComplete
          ? " \(known.count - counted.count) later outcomes wait for the next look." : ""))
  }

  /// The analysis at the end of a trial without looks; also if fewer outcomes than planned are left.
  private func final(_ counted: [ConductPerson], _ name: String) throws(EfficacyError) -> MonitoringCheck {
    let result = try stage.design.endpoint.analyse(trialData(counted))
    let isSuccess = result.isSignificant(stage.design.test) && result.statistic > 0
    let few =
      result.people < stage.size.total
      ? " Fewer outcomes than the \(stage.size.total) planned: power is lower." : ""
    return MonitoringCheck(
      name: name, people: result.people,
      value: stage.design.test.isTwoSided ? result.pValue : result.benefitPValue,
      limit: stage.design.test.significance, action: .stop, isPlannedEnd: true,
      sentence: "\(result.sentence); \(isSuccess ? "success" : "no success") at level "
        + "\(stage.design.test.significance.shortestText).\(few)")
  }

  private func requireBaseline(_ people: [ConductPerson]) throws(ConductError) {
    let needs: Bool
    switch stage.design.endpoint {
    case .continuous(let endpoint): needs = endpoint.analysis != .finalValue
    case .repeated(let endpoint): needs = endpoint.hasBaseline
    case .ordinal, .responder: needs = false
    }
    guard needs, let person = people.first(where: { $0.baseline == nil }) else { return }
    throw .unanswerable(
      "row \(person.row), column baseline: the analysis needs a baseline of everybody with an outcome; found nothing"
    )
  }

  private func adaptive(_ design: AdaptiveRandomisation) throws -> MonitoringCheck {
    let known = people.filter { $0.response != nil }.prefix(design.maximumPeople)
    let looks = design.looks + [design.maximumPeople]
    guard let look = looks.last(where: { $0 <= known.count }) else {
      return MonitoringCheck(
        name: "adaptive randomisation", people: known.count,
        sentence:
          "responses of \(TrialNumber.people(known.count)) are known; the first look is at \(looks[0]).")
    }
    let counted = known.prefix(look)
    func arm(_ isTreated: Bool) -> (responders: Int, people: Int) {
      let own = counted.filter { $0.isTreatedArm == isTreated }
      return (own.count { $0.response == true }, own.count)
    }
    let (advice, _) = try design.recommendation(treated: arm(true), control: arm(false))
    let end = advice.action == .endWithSuccess || advice.action == .endWithoutSuccess
    return MonitoringCheck(
      name: "adaptive randomisation", people: counted.count, events: counted.count { $0.response == true },
      value: try design.superiority(treated: arm(true), control: arm(false)), limit: design.successCutoff,
      action: advice.action == .goOn ? .goOn : .stop, isPlannedEnd: end, sentence: "\(advice.reason).")
  }

  /// Borrowed controls are looked at once all of the people that they were planned for are known.
  private func borrowed(_ borrowing: ProtocolBorrowing) throws -> MonitoringCheck? {
    switch borrowing {
    case .binary(let design):
      let treated = people.filter { $0.isTreatedArm == true }.compactMap(\.response)
      let control = people.filter { $0.isTreatedArm == false }.compactMap(\.response)
      guard treated.count >= design.treated, control.count >= design.control else {
        return MonitoringCheck(
          name: "borrowed controls", people: treated.count + control.count,
          sentence: "responses of \(treated.count) of \(design.treated) treated and \(control.count) of "
            + "\(design.control) controls are known.")
      }
      let counts = (treated.prefix(design.treated).count { $0 }, control.prefix(design.control).count { $0 })
      let plan = try BinaryBorrowingPlan(design)
      let advice = try plan.recommendation(treatedResponders: counts.0, controlResponders: counts.1)
      return MonitoringCheck(
        name: "borrowed controls", people: design.treated + design.control, events: counts.0 + counts.1,
        value: try design.superiority(treatedResponders: counts.0, controlResponders: counts.1),
        limit: design.cutoff, action: .stop, isPlannedEnd: true, sentence: "\(advice.reason).")
    case .normal(let design):
      func values(_ isTreated: Bool) -> [Double] {
        people.filter { $0.isTreatedArm == isTreated }.compactMap { person in
          guard case .value(let value) = person.outcomes.last else { return nil }
          return stage.outcome.form == .change ? person.baseline.map { value - $0 } : value
        }
      }
      let (treated, control) = (values(true), values(false))
      guard treated.count >= design.treated, control.count >= design.control else {
        return MonitoringCheck(
          name: "borrowed controls", people: treated.count + control.count,
          sentence: "outcomes of \(treated.count) of \(design.treated) treated and \(control.count) of "
            + "\(design.control) controls are known.")
      }
      func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
      let found = try design.superiority(
        treatedMean: mean(treated.prefix(design.treated)), controlMean: mean(control.prefix(design.control)))
      return MonitoringCheck(
        name: "borrowed controls", people: design.treated + design.control, value: found,
        limit: design.cutoff,
        action: .stop, isPlannedEnd: true,
        sentence: "Pr(difference > \(design.margin.shortestText)) = \(TrialNumber.decimal(found, 4)), "
          + "\(found > design.cutoff ? "success" : "no success") at \(design.cutoff.shortestText).")
    }
  }
}
