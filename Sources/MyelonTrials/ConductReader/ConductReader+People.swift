import MyelonSimulation
import MyelonTrialDesigns

extension ConductReader {
  /// Reads one row.
  mutating func person(_ row: inout ConductRow) -> ConductPerson {
    var person = ConductPerson()
    person.row = row.position
    person.name = row.text(.person) ?? (has(.person) ? "" : "row \(row.position)")
    if person.name.isEmpty { row.add(.person, "a name is required; found nothing") }
    person.dose = dose(&row)
    person.isTreatedArm = arm(&row)
    person.stage = stage(&row, person)
    person.enrolled = row.day(.enrolled)
    person.toxicity = row.flag(.toxicity)
    person.toxicityDay = row.day(.toxicityDay)
    // Longer than a lifetime is a slip.
    person.followUp = row.number("follow-up", "a number of days from 0 to 36525, or empty,", in: 0...36_525)
    person.efficacy = row.flag(.efficacy)
    person.response = row.flag(.response)
    person.baseline = row.number("baseline", in: -1e9...1e9)
    person.cohort = row.count(.cohort, 1...10_000)
    person.isBackfill = row.flag(.backfill) ?? false
    for event in trial.events where event != ConductColumn.toxicity.rawValue {
      person.events[event] = row.flag(DataTable.normal(event))
    }
    if trial.events.contains(ConductColumn.toxicity.rawValue) { person.events["toxicity"] = person.toxicity }
    person.levels = levels(&row, person)
    person.outcomes = outcomes(&row, person)
    checkTreatment(&row, person)
    checkTime(&row, &person)
    derive(&row, &person)
    return person
  }

  /// The dose of a row by name or number.
  func dose(_ row: inout ConductRow) -> Int? {
    guard let text = row.text(.dose) else { return nil }
    let names = trial.doses.map(\.name)
    if let number = Int(text), trial.doses.indices.contains(number - 1) { return number }
    if trial.doses.isEmpty {
      row.add(.dose, "the protocol lists no doses; found \(ShownText.quoted(text))")
      return nil
    }
    return row.word(
      ConductColumn.dose.rawValue, names, "a number from 1 to \(names.count) or the name of a dose"
    )
    .map { $0 + 1 }
  }

  private func arm(_ row: inout ConductRow) -> Bool? {
    guard row.text(.arm) != nil else { return nil }
    guard let stage = trial.randomised else {
      row.add(.arm, "the protocol has no randomised stage; leave it empty")
      return nil
    }
    let words = [stage.controlArm, stage.treatedArm, "control", "treated"]
    return row.word(ConductColumn.arm.rawValue, words, "an arm").map { $0 % 2 == 1 }
  }

  private func stage(_ row: inout ConductRow, _ person: ConductPerson) -> TrialStage {
    let stages = trial.stages
    let usual = stages.first ?? .doseFinding
    if has(.stage) {
      guard row.text(.stage) != nil else {
        row.add(
          .stage, "a stage is required: \(stages.map(\.rawValue).joined(separator: ", ")); found nothing")
        return usual
      }
      return row.word("stage", stages.map(\.rawValue), "a stage").map { stages[$0] } ?? usual
    }
    if person.isTreatedArm != nil { return .randomised }
    if stages.count == 1 { return usual }
    if person.dose != nil { return stages.contains(.doseFinding) ? .doseFinding : .expansion }
    // A wrong cell has its own finding; an empty one leaves the stage open.
    if row.text(.dose) == nil, row.text(.arm) == nil {
      row.add(.stage, "the stage cannot be told: fill the column stage, dose or arm")
    }
    return usual
  }

  private func levels(_ row: inout ConductRow, _ person: ConductPerson) -> [String: String] {
    guard person.stage == .randomised, let stage = trial.randomised else { return [:] }
    var levels: [String: String] = [:]
    for factor in stage.factors {
      let column = DataTable.normal(factor.name)
      guard row.text(column) != nil else {
        row.add(
          column, "a level is required, allocation balances it: \(factor.levels.joined(separator: ", "))")
        continue
      }
      if let index = row.word(column, factor.levels, "a level") { levels[factor.name] = factor.levels[index] }
    }
    return levels
  }

  private func outcomes(_ row: inout ConductRow, _ person: ConductPerson) -> [ConductPerson.Outcome] {
    let own = outcomeColumns(of: person.stage)
    for column in Set(outcomeColumns).subtracting(own.map(\.column)).sorted() where row.text(column) != nil {
      row.add(column, "the \(person.stage.title) has no such outcome; leave it empty")
    }
    guard let outcome = outcome(of: person.stage) else { return [] }
    var found = [ConductPerson.Outcome](repeating: .outstanding, count: outcome.days.count)
    var filled: [Int: String] = [:]
    for (column, visit) in own where row.text(column) != nil {
      if let other = filled[visit] {
        row.add(column, "the outcome of this visit stands in \(other) too: remove one")
      }
      filled[visit] = column
      found[visit] = self.outcome(&row, column, outcome, person)
      if person.stage == .randomised, person.isTreatedArm == nil {
        row.add(column, "an outcome of a person who is in no arm: fill the column arm")
      }
      if has(.enrolled), row.text(.enrolled) == nil {
        row.add(column, "an outcome of a person who is not enrolled: fill the column enrolled")
      }
    }
    return found
  }

  private func outcome(
    _ row: inout ConductRow, _ column: String, _ outcome: ProtocolOutcome, _ person: ConductPerson
  ) -> ConductPerson.Outcome {
    if row.text(column)?.lowercased() == "missed" { return .missed }
    if outcome.form == .ordinal, !outcome.categories.isEmpty {
      return row.word(column, outcome.categories, "a category, 'missed' or empty").map { .value(Double($0)) }
        ?? .outstanding
    }
    if outcome.form == .ordinal, let endpoint = trial.randomised?.design.endpoint,
      case .ordinal(let ordinal) = endpoint
    {
      let most = ordinal.controlProbabilities.count - 1
      let value = row.number(column, "a category from 0 to \(most), 'missed' or empty", in: 0...Double(most))
      if let value, value != value.rounded() {
        row.add(column, "a category is a whole number; found \(value)")
      }
      return value.map { .value($0) } ?? .outstanding
    }
    if outcome.form == .responder, outcome.responderGain == nil {
      return row.flag(column).map { .value($0 ? 1 : 0) } ?? .outstanding
    }
    return row.number(column, "a number, 'missed' or empty", in: -1e9...1e9).map { .value($0) }
      ?? .outstanding
  }

  /// Turns outcomes into responses where a gain is asked for.
  private func derive(_ row: inout ConductRow, _ person: inout ConductPerson) {
    guard let outcome = outcome(of: person.stage), outcome.form == .responder else { return }
    if let gain = outcome.responderGain, case .value(let value) = person.outcomes.last {
      guard let baseline = person.baseline else {
        row.add(.baseline, "a baseline is required to tell a gain; found nothing")
        return
      }
      let isResponse = value - baseline >= gain
      person.outcomes[person.outcomes.count - 1] = .value(isResponse ? 1 : 0)
    }
    if case .value(let value) = person.outcomes.last {
      if let stated = person.response, stated != (value == 1) {
        row.add(.response, "\(stated ? 1 : 0) contradicts the outcome")
      }
      person.response = value == 1
    } else if let response = person.response, person.stage == .randomised, !person.outcomes.isEmpty {
      person.outcomes[person.outcomes.count - 1] = .value(response ? 1 : 0)
    }
  }
}
