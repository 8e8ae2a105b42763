import MyelonQuantities
import MyelonSimulation
import MyelonTrialDesigns

extension ConductReader {
  /// Whether what was given belongs to the stage.
  func checkTreatment(_ row: inout ConductRow, _ person: ConductPerson) {
    switch person.stage {
    case .doseFinding, .expansion:
      if person.dose == nil, row.text(.dose) == nil, !(person.stage == .expansion && trial.doses.isEmpty) {
        row.add(.dose, "a dose is required; found nothing")
      }
      if person.isTreatedArm != nil {
        row.add(.arm, "only the randomised stage has arms; leave it empty")
      }
    case .randomised:
      if person.isTreatedArm == nil, row.text(.arm) == nil {
        row.add(.arm, "an arm is required; found nothing")
      }
      if person.isTreatedArm == false, person.dose != nil {
        row.add(.dose, "a control gets no dose; leave it empty")
      }
    }
    if person.stage != .doseFinding {
      if person.isBackfill { row.add(.backfill, "people are added at lower doses in dose finding only") }
      if person.cohort != nil { row.add(.cohort, "cohorts belong to dose finding; leave it empty") }
    }
    if let calendar = trial.doseFinding?.calendar, person.stage == .doseFinding, person.isBackfill,
      calendar.backfill == nil
    {
      row.add(.backfill, "the protocol adds nobody at lower doses (dose-finding.calendar.backfill)")
    }
  }

  /// Whether the days of a row can be; counts the days of observation where `today` is known.
  func checkTime(_ row: inout ConductRow, _ person: inout ConductPerson) {
    if let today, let enrolled = person.enrolled, today.isDate == enrolled.isDate {
      let observed = today.number - enrolled.number
      if observed < 0 {
        row.add(.enrolled, "\(enrolled) lies after today, \(today)")
      } else if let followUp = person.followUp, followUp > observed {
        row.add(
          .followUp,
          "\(followUp.shortestText) days are longer than possible: \(enrolled) to today, \(today), are "
            + observed.shortestText)
      } else if person.followUp == nil {
        person.followUp = observed
      }
      checkOutcomeDays(&row, person, observed: observed)
    }
    checkToxicityDay(&row, person)
    let window = person.stage == .doseFinding ? trial.doseFinding?.calendar?.window : nil
    if let window, person.toxicity == nil, let followUp = person.followUp, followUp >= window {
      row.add(
        .toxicity,
        "the window of \(window.shortestText) days is over: 0 or 1 is required; found nothing")
    }
  }

  private func checkToxicityDay(_ row: inout ConductRow, _ person: ConductPerson) {
    guard let day = person.toxicityDay else { return }
    if person.toxicity != true {
      row.add(.toxicityDay, "there is a day of toxicity but no toxicity: set the column toxicity to 1")
    }
    guard let enrolled = person.enrolled else {
      if row.text(.enrolled) == nil {
        row.add(.toxicityDay, "a toxicity of a person who is not enrolled: fill the column enrolled")
      }
      return
    }
    guard day.isDate == enrolled.isDate else {
      row.add(.toxicityDay, "dates and numbers of days are mixed: \(day) and enrolled \(enrolled)")
      return
    }
    let after = day.number - enrolled.number
    if after < 0 { row.add(.toxicityDay, "\(day) lies before enrolment, \(enrolled)") }
    if let today, today.isDate == day.isDate, day > today {
      row.add(.toxicityDay, "\(day) lies after today, \(today)")
    }
    if let followUp = person.followUp, after > followUp {
      row.add(
        .toxicityDay,
        "\(day) is \(after.shortestText) days after enrolment, beyond the follow-up of "
          + "\(followUp.shortestText) days")
    }
    if person.stage == .doseFinding, let window = trial.doseFinding?.calendar?.window, after > window {
      row.add(
        .toxicityDay,
        "\(after.shortestText) days after enrolment is beyond the window of \(window.shortestText) "
          + "days: it is not dose-limiting; set toxicity to 0 and leave this empty")
    }
  }

  private func checkOutcomeDays(_ row: inout ConductRow, _ person: ConductPerson, observed: Double) {
    guard let outcome = outcome(of: person.stage) else { return }
    for (column, visit) in outcomeColumns(of: person.stage)
    where row.text(column) != nil && outcome.days.indices.contains(visit) {
      let earliest = outcome.days[visit] - trial.attrition.visitWindow
      if observed < earliest {
        row.add(
          column,
          "an outcome of day \(outcome.days[visit].shortestText) cannot be known "
            + "\(observed.shortestText) days after enrolment")
      }
    }
  }

  // MARK: - Whole table

  /// Whether nobody is there twice.
  mutating func checkNames(_ people: [ConductPerson]) {
    var rows: [String: Int] = [:]
    for person in people where !person.name.isEmpty {
      if let first = rows[person.name] {
        findings.append(
          ConductFinding(
            row: person.row, column: "person",
            problem: "\(ShownText.quoted(person.name)) is there twice, first in row \(first)"))
      } else {
        rows[person.name] = person.row
      }
    }
  }

  /// Whether days are given for everybody or nobody, and all in the same way.
  mutating func checkDays(_ people: [ConductPerson]) {
    guard has(.enrolled) else { return }
    let first = people.first { $0.enrolled != nil }?.enrolled
    for (person, row) in zip(people, table.rows) {
      let column = table.columns.firstIndex(of: "enrolled") ?? 0
      if person.enrolled == nil, row.cells[column].isEmpty {
        findings.append(
          ConductFinding(
            row: person.row, column: "enrolled",
            problem: "a day is required for everybody, or the column for nobody; found nothing"))
      }
      if let day = person.enrolled, let first, day.isDate != first.isDate {
        findings.append(
          ConductFinding(
            row: person.row, column: "enrolled", problem: "dates and numbers of days are mixed; found \(day)")
        )
      }
      if let day = person.enrolled, let today, day.isDate != today.isDate {
        findings.append(
          ConductFinding(
            row: person.row, column: "enrolled",
            problem:
              "today is \(today), which is of another kind than \(day): give both as dates or as numbers"))
      }
    }
  }

  /// Whether an expansion has one dose.
  mutating func checkExpansion(_ people: [ConductPerson]) {
    let treated = people.filter { $0.stage == .expansion && $0.dose != nil }
    guard let first = treated.first else { return }
    for person in treated where person.dose != first.dose {
      findings.append(
        ConductFinding(
          row: person.row, column: "dose",
          problem:
            "the expansion is at dose \(first.dose ?? 0) (row \(first.row)); found dose \(person.dose ?? 0)"))
    }
    let cohorts = people.filter { $0.stage == .doseFinding && !$0.isBackfill }
    guard cohorts.contains(where: { $0.cohort != nil }) else { return }
    for person in cohorts where person.cohort == nil {
      findings.append(
        ConductFinding(
          row: person.row, column: "cohort",
          problem: "a number is required for everybody in dose finding, or for nobody; found nothing"))
    }
  }
}
