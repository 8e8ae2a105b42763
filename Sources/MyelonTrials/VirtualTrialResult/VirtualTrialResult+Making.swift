import MyelonSimulation
import MyelonStatistics
import MyelonTrialDesigns

extension VirtualTrialResult {
  init(
    _ setup: VirtualTrial, settings: TrialSettings, worlds: [TrialWorld], distributions: [TrialDistribution]
  ) {
    let bank = setup.bank
    let flow = CohortFlow(bank, eligibility: setup.eligibility)
    let reader = setup.outcome ?? setup.response
    let visit = reader?.visits.last ?? bank.plan.visits.count - 1
    self.init(
      notice: ResearchNotice.file, trial: setup.trial.name,
      cohort: bank.plan.name, settings: settings, people: bank.count, notLived: bank.failures.count,
      eligible: flow.eligible.count,
      exclusions: flow.tally.rows.map { row in
        Exclusion(
          rule: row.rule, list: row.position.list.rawValue, first: row.first, any: row.any,
          notKnown: row.notKnown, unverified: row.unverified)
      },
      everybody: CohortMakeUp(bank), eligiblePeople: CohortMakeUp(bank, people: flow.eligible),
      natural: NaturalCourse(bank, people: flow.eligible, visit: visit, response: setup.response),
      doses: setup.trial.doses.indices.map {
        Self.truth(
          setup.trial.doses[$0].name, dose: $0 + 1, arm: setup.armOfDose[$0], setup, people: flow.eligible,
          reader: reader)
      },
      fixedArm: setup.fixedArm.map {
        Self.truth(bank.arms[$0], dose: nil, arm: $0, setup, people: flow.eligible, reader: reader)
      },
      outcome: reader?.outcome.sentence, worlds: worlds, distributions: distributions,
      notes: Self.notes(setup, eligible: flow.eligible.count, worlds: worlds))
  }

  private static func truth(
    _ name: String, dose: Int?, arm: Int, _ setup: VirtualTrial, people: [Int], reader: TrialOutcomeReader?
  ) -> DoseTruth {
    let bank = setup.bank
    var differences: [Double] = []
    if let reader, let visit = reader.visits.last {
      for person in people {
        guard let treated = bank.value(person: person, arm: arm, visit: visit, measure: reader.measure),
          let own = bank.value(person: person, arm: 0, visit: visit, measure: reader.measure)
        else { continue }
        differences.append(treated - own)
      }
    }
    let count = Double(max(1, differences.count))
    func responders(_ arm: Int) -> Double? {
      guard let rule = setup.response else { return nil }
      let judged = people.compactMap {
        rule.isResponse(bank.course(person: $0, arm: arm, measure: rule.measure))
      }
      return judged.isEmpty ? nil : Double(judged.filter(\.self).count) / Double(judged.count)
    }
    let rates = people.map { setup.toxicity(dose: dose ?? 0, person: $0) }
    let assumed = setup.assumedToxicity
    return DoseTruth(
      name: name, arm: bank.arms[arm],
      assumedToxicity: dose.flatMap { assumed.indices.contains($0 - 1) ? assumed[$0 - 1] : nil } ?? 0,
      toxicity: rates.reduce(0, +) / Double(max(1, rates.count)), effect: Estimate(meanOf: differences),
      better: Double(differences.filter { $0 > 0 }.count) / count,
      worse: Double(differences.filter { $0 < 0 }.count) / count, responders: responders(arm),
      untreatedResponders: responders(0))
  }

  private static func notes(_ setup: VirtualTrial, eligible: Int, worlds: [TrialWorld]) -> [String] {
    var notes = [
      "People are drawn with replacement from \(eligible) eligible lives; intervals do not count that these are a sample.",
      "Effects are what the model says: it is uncalibrated for most combinations, and its parameters keep their usual values.",
    ]
    if let enrolled = worlds.map(\.enrolled).max(), enrolled > Double(eligible) / 2 {
      notes.append(
        "A trial enrols up to \(Int(enrolled.rounded())) of only \(eligible) eligible lives: make the cohort larger."
      )
    }
    if !setup.trial.unmodelled.isEmpty {
      notes.append(
        "Not judged in virtual people: " + setup.trial.unmodelled.map(\.text).joined(separator: "; ") + ".")
    }
    if setup.trial.doseFinding != nil {
      let name = setup.trial.doseFinding?.assumptions.first?.name ?? "none"
      notes.append(
        "Toxicity of the procedure is the protocol's assumption '\(name)'; the model adds infection under immunosuppression. "
          + "Each cohort is observed to the end of its window before the next dose is chosen, whatever the design allows."
      )
    }
    if setup.trial.randomised?.adaptive != nil {
      notes.append("Allocation that follows the data is not carried out: outcomes take too long to come in.")
    }
    if setup.trial.randomised?.borrowing != nil {
      notes.append("Controls from history are not borrowed in these trials.")
    }
    if !setup.trial.safety.isEmpty {
      notes.append("Rules on adverse events are not carried out: the cohort's lives know no such events.")
    }
    return notes
  }
}
