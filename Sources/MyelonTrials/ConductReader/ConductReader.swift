import MyelonQuantities
import MyelonSimulation
import MyelonTrialDesigns

/// Turns a table into the data of a trial, collecting everything that is wrong with it.
struct ConductReader {
  let table: DataTable
  let trial: TrialProtocol
  let today: ConductDay?
  var findings: [ConductFinding] = []

  init(table: DataTable, trial: TrialProtocol, today: ConductDay?) {
    self.table = table
    self.trial = trial
    self.today = today
  }

  /// Most findings that are told; a file with more is the wrong file.
  private static let mostFindings = 200

  /// Reads the whole table.
  mutating func data() throws(ConductError) -> ConductData {
    checkColumns()
    try require()
    if has(.patients) { return try cohorts() }
    var people: [ConductPerson] = []
    for row in table.rows {
      var reader = ConductRow(row, columns: table.columns)
      people.append(person(&reader))
      findings += reader.findings
      if findings.count > Self.mostFindings { break }
    }
    checkNames(people)
    checkDays(people)
    checkExpansion(people)
    try require()
    // Swift's sort keeps the order of equal elements since 5.0 in practice only; the row settles ties.
    people.sort { first, second in
      let days = (first.enrolled?.number ?? 0, second.enrolled?.number ?? 0)
      return days.0 != days.1 ? days.0 < days.1 : first.row < second.row
    }
    return ConductData(file: table.file, people: people, namesStages: has(.stage), today: today)
  }

  private func require() throws(ConductError) {
    guard !findings.isEmpty else { return }
    var seen = Set<ConductFinding>()
    let unique = findings.filter { seen.insert($0).inserted }
    let sorted = unique.enumerated().sorted {
      ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
    }.map(\.element)
    throw .data(file: table.file, findings: sorted)
  }

  func has(_ column: ConductColumn) -> Bool { table.columns.contains(column.rawValue) }

  // MARK: - Columns

  /// What is measured in the people of a stage; nil for nothing.
  func outcome(of stage: TrialStage) -> ProtocolOutcome? {
    switch stage {
    case .doseFinding: nil
    case .expansion: trial.expansion?.response
    case .randomised: trial.randomised?.outcome
    }
  }

  /// Columns of outcomes in a stage, with the number of the visit.
  func outcomeColumns(of stage: TrialStage) -> [(column: String, visit: Int)] {
    guard let outcome = outcome(of: stage) else { return [] }
    var columns = outcome.days.enumerated().map { visit, day in
      (column: "outcome@\(day.shortestText)", visit: visit)
    }
    if outcome.days.count == 1 { columns.append((ConductColumn.outcome.rawValue, 0)) }
    return columns
  }

  /// Columns of outcomes in any stage.
  var outcomeColumns: [String] {
    TrialStage.allCases.flatMap { outcomeColumns(of: $0).map(\.column) }
  }

  private mutating func checkColumns() {
    let factors = (trial.randomised?.factors ?? []).map { DataTable.normal($0.name) }
    let fixed = ConductColumn.allCases.filter { $0 != .outcome }.map(\.rawValue)
    let outcomes = outcomeColumns
    let known = fixed + outcomes + factors + trial.events.map(DataTable.normal)
    for column in table.columns where !known.contains(column) && !column.hasPrefix("note") {
      let nearest = SuggestedName.of(column, in: known).map { "; did you mean '\($0)'?" } ?? ""
      let hint =
        column.hasPrefix("outcome")
        ? "outcomes of this protocol stand in \(outcomes.isEmpty ? "no column" : outcomes.joined(separator: ", "))"
        : "a column whose name begins with 'note' is passed over"
      findings.append(
        ConductFinding(row: 1, column: column, problem: "this column is not known (\(hint))\(nearest)"))
    }
    if has(.toxicityDay), !has(.enrolled) {
      findings.append(
        ConductFinding(row: 1, column: "toxicity-day", problem: "days of toxicity need the column enrolled"))
    }
  }

  // MARK: - Cohorts

  /// Reads one row a cohort: dose, patients, toxicities, efficacies.
  private mutating func cohorts() throws(ConductError) -> ConductData {
    let allowed: [ConductColumn] = [.dose, .patients, .toxicities, .efficacies, .cohort, .stage]
    for column in table.columns
    where !allowed.map(\.rawValue).contains(column) && !column.hasPrefix("note") {
      findings.append(
        ConductFinding(
          row: 1, column: column,
          problem:
            "a table with one row a cohort (column patients) has dose, patients, toxicities, efficacies"))
    }
    if trial.doseFinding == nil {
      findings.append(
        ConductFinding(
          row: 1, column: "patients", problem: "cohorts belong to dose finding; the protocol has none"))
    }
    for column in [ConductColumn.dose, .toxicities] where !has(column) {
      findings.append(ConductFinding(row: 1, problem: "a column \(column.rawValue) is required"))
    }
    try require()
    var cohorts: [DoseCohort] = []
    for row in table.rows {
      var reader = ConductRow(row, columns: table.columns)
      let dose = dose(&reader)
      let patients = reader.count(.patients, 1...DoseTally.maximumPatients)
      let toxicities = reader.count(.toxicities, 0...DoseTally.maximumPatients)
      let efficacies = reader.count(.efficacies, 0...DoseTally.maximumPatients)
      for (column, cell) in [
        (ConductColumn.dose, "dose"), (.patients, "patients"), (.toxicities, "toxicities"),
      ]
      where reader.text(cell) == nil { reader.add(column, "a value is required; found nothing") }
      for (column, events) in [(ConductColumn.toxicities, toxicities), (.efficacies, efficacies)] {
        if let events, let patients, events > patients {
          reader.add(
            column, "\(events) \(column.rawValue) among \(patients) patients: correct one of the two")
        }
      }
      findings += reader.findings
      guard let dose, let patients, let toxicities else { continue }
      cohorts.append(
        DoseCohort(dose: dose, patients: patients, toxicities: toxicities, efficacies: efficacies))
    }
    try require()
    return ConductData(file: table.file, people: [], cohorts: cohorts, today: today)
  }
}
