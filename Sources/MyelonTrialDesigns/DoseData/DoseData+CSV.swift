extension DoseData {
  /// Reads patients from comma-separated values.
  ///
  /// The first line names the columns, in any order: `dose` and `toxicity` are needed; `efficacy`, `follow_up` (days),
  /// `cohort`, `backfill` and `patient` may be there. Yes and no are 1 and 0, true and false, or yes and no. An empty follow-up
  /// means that the window is over. Lines that begin with `#` and empty lines are left out.
  ///
  /// - Parameters:
  ///   - csv: the text.
  ///   - window: length of the window of observation in days, if patients may be pending.
  /// - Throws: `TrialDesignError` with every finding, each naming row and column.
  public init(csv: String, window: Double? = nil) throws(TrialDesignError) {
    let lines = csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { (number: $0.offset + 1, cells: Self.cells(String($0.element))) }
      .filter { line in line.cells.contains { !$0.isEmpty } && line.cells.first?.first != "#" }
    guard let heading = lines.first else {
      throw .unreadable(cell: "row 1", required: "a line that names the columns", found: "")
    }
    var findings: [TrialDesignError] = []
    var columns: [String: Int] = [:]
    for (index, name) in heading.cells.enumerated() {
      let name = name.lowercased()
      guard Self.names.contains(name) else {
        findings.append(
          .unreadable(
            cell: "row \(heading.number), column \(index + 1)",
            required: "one of " + Self.names.joined(separator: ", "), found: name))
        continue
      }
      columns[name] = index
    }
    for name in ["dose", "toxicity"] where columns[name] == nil {
      findings.append(.unreadable(cell: "row \(heading.number)", required: "a column \(name)", found: ""))
    }
    try TrialDesignError.require(findings)
    var patients: [DosePatient] = []
    for line in lines.dropFirst() {
      var row = Row(number: line.number, cells: line.cells, columns: columns)
      patients.append(
        DosePatient(
          dose: row.integer("dose") ?? 0, toxicity: row.flag("toxicity") ?? false,
          efficacy: row.text("efficacy").isEmpty ? nil : row.flag("efficacy"),
          followUp: row.text("follow_up").isEmpty ? nil : row.number("follow_up"),
          cohort: row.text("cohort").isEmpty ? nil : row.integer("cohort"),
          isBackfill: row.text("backfill").isEmpty ? false : row.flag("backfill") ?? false,
          identifier: row.text("patient").isEmpty ? "of row \(line.number)" : row.text("patient")))
      findings += row.findings
    }
    try TrialDesignError.require(findings)
    self.init(patients: patients, window: window)
  }

  private static let names = ["dose", "toxicity", "efficacy", "follow_up", "cohort", "backfill", "patient"]

  private static func cells(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
      var cell = cell
      while cell.first?.isWhitespace == true || cell.first == "\"" { cell.removeFirst() }
      while cell.last?.isWhitespace == true || cell.last == "\"" { cell.removeLast() }
      return String(cell)
    }
  }

  /// One line, read cell by cell; what cannot be read is noted.
  private struct Row {
    let number: Int
    let cells: [String]
    let columns: [String: Int]
    var findings: [TrialDesignError] = []

    func text(_ column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }

    mutating func integer(_ column: String) -> Int? { read(column, "a whole number") { Int($0) } }

    mutating func number(_ column: String) -> Double? { read(column, "a number") { Double($0) } }

    mutating func flag(_ column: String) -> Bool? {
      read(column, "0 or 1") { text in
        switch text.lowercased() {
        case "1", "true", "yes": true
        case "0", "false", "no": false
        default: nil
        }
      }
    }

    private mutating func read<Value>(_ column: String, _ required: String, _ parse: (String) -> Value?)
      -> Value?
    {
      let text = text(column)
      if let value = parse(text) { return value }
      findings.append(
        .unreadable(cell: "row \(number), column \(column)", required: required, found: text))
      return nil
    }
  }
}
