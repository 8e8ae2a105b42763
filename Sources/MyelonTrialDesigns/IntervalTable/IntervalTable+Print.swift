extension IntervalTable {
  /// The limits for the clinic: a column for each number of patients at the current dose.
  ///
  /// - Parameters:
  ///   - title: title of the table.
  ///   - notes: definitions printed below.
  /// - Returns: rows for going up, down, eliminating and, if there is such a rule, stopping at the lowest dose.
  func boundaries(title: String, notes: [String]) -> DesignTable {
    let numbers = Array(1...max(1, maximumPatients))
    func row(_ name: String, _ limit: (Int) -> Int?) -> [String] {
      [name] + numbers.map { limit($0).map(String.init) ?? "-" }
    }
    var rows = [
      row("escalate if toxicities <=", escalateAtMost),
      row("de-escalate if toxicities >=", deEscalateAtLeast),
      row("eliminate if toxicities >=", eliminateAtLeast),
    ]
    if stopsAtLowest.contains(true) {
      rows.append(row("stop at lowest dose if toxicities >=", stopAtLowestAtLeast))
    }
    return DesignTable(
      title: title, columns: ["patients at the dose"] + numbers.map(String.init), rows: rows, notes: notes)
  }

  /// Every verdict: a row for each number of toxicities, a column for each number of patients.
  ///
  /// - Parameter title: title of the table.
  /// - Returns: E up, S stay, D down, DE down and eliminate; empty where there are more toxicities than patients.
  public func grid(title: String) -> DesignTable {
    let numbers = Array(1...max(1, maximumPatients))
    return DesignTable(
      title: title, columns: ["toxicities"] + numbers.map(String.init),
      rows: (0...maximumPatients).map { y in
        [String(y)] + numbers.map { n in y <= n ? self[patients: n, toxicities: y].letters : "" }
      },
      notes: [
        "E: go up one dose. S: stay. D: go down one dose. DE: go down and eliminate this dose and all above."
      ])
  }

  /// Reads such a grid from comma-separated values, so that a trial's own table can be run.
  ///
  /// - Parameter csv: a heading line with numbers of patients 1, 2, ... after the first cell, then a line for each number of
  ///   toxicities 0, 1, ... with E, S, D or DE.
  /// - Throws: `TrialDesignError` naming row and column.
  public init(csv: String) throws(TrialDesignError) {
    let lines = csv.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
        String(cell.filter { !$0.isWhitespace && $0 != "\"" })
      }
    }
    guard let heading = lines.first, heading.count >= 2 else {
      throw .unreadable(cell: "row 1", required: "a heading with numbers of patients", found: "")
    }
    let maximum = heading.count - 1
    var findings = TrialDesignError.count(maximum, 1...DoseTally.maximumPatients, "row 1, number of columns")
    for column in 1...maximum where heading[column] != String(column) {
      findings.append(
        .unreadable(
          cell: "row 1, column \(column + 1)", required: "the number \(column)", found: heading[column]))
    }
    var cells: [Int: IntervalVerdict] = [:]
    for y in 0...maximum {
      for n in max(1, y)...maximum {
        let text = y + 1 < lines.count && n < lines[y + 1].count ? lines[y + 1][n] : ""
        guard let verdict = IntervalVerdict.allCases.first(where: { $0.letters == text.uppercased() }) else {
          findings.append(
            .unreadable(cell: "row \(y + 2), column \(n + 1)", required: "E, S, D or DE", found: text))
          continue
        }
        cells[Self.index(n, y)] = verdict
      }
    }
    try TrialDesignError.require(findings)
    self.init(maximumPatients: maximum) { n, y in cells[Self.index(n, y)] ?? .stay }
    try TrialDesignError.require(orderFindings())
  }

  /// Findings if more toxicities lead to a milder verdict.
  func orderFindings() -> [TrialDesignError] {
    var findings: [TrialDesignError] = []
    for n in stride(from: 1, through: maximumPatients, by: 1) {
      for y in 1...n
      where self[patients: n, toxicities: y].rawValue < self[patients: n, toxicities: y - 1].rawValue {
        findings.append(
          .notFollowed(
            cell: "\(n) patients, \(y) toxicities", required: "more toxicities must not lead further up",
            found:
              "\(self[patients: n, toxicities: y].letters) after \(self[patients: n, toxicities: y - 1].letters)"
          ))
      }
    }
    return findings
  }
}
