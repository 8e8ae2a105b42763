extension TimeToEventBOIN {
  /// The table for the clinic: what the total follow-up of patients under observation must be.
  ///
  /// - Returns: a row for each number of patients (multiples of the cohort size), toxicities and patients under observation; rows that
  ///   say the same are joined.
  /// - Throws: `TrialDesignError` with everything that is wrong.
  public func decisionTable() throws(TrialDesignError) -> DesignTable {
    let engine = try engine()
    var rows: [[String]] = []
    for n in stride(from: plan.cohortSize, through: plan.maximumPatients, by: plan.cohortSize) {
      for s in 0...n {
        var previous: [String] = []
        for c in 0...(n - s) {
          let cells = Self.cells(engine, n, s, c)
          if cells == previous, let last = rows.last {
            let first = last[2].split(separator: " ").first.map(String.init) ?? last[2]
            rows[rows.count - 1][2] = "\(first) to \(c)"
          } else {
            rows.append([String(n), String(s), String(c)] + cells)
          }
          previous = cells
        }
      }
    }
    return DesignTable(
      title: "\(name): next dose by follow-up at the current dose",
      columns: ["patients", "toxicities", "under observation", "go up", "stay", "go down"], rows: rows,
      notes: design.definitions + [
        "Numbers are total follow-up of the patients under observation, in windows of observation. yes: whatever the follow-up.",
        "suspend: treat nobody until fewer are under observation. eliminate: go down and close this dose and all above.",
      ])
  }

  private static func cells(_ engine: TimeToEventBOINEngine, _ n: Int, _ s: Int, _ c: Int) -> [String] {
    let verdict = engine.interval.table[patients: n, toxicities: s]
    if verdict == .eliminate { return ["", "", "eliminate"] }
    if verdict == .deEscalate { return ["", "", "yes"] }
    if engine.suspends(patients: n, pending: c) { return ["suspend", "suspend", "suspend"] }
    let (up, down) = engine.followUpLimits(patients: n, toxicities: s, pending: c)
    // Follow-up lies between 0 and just below c.
    let goesUp = up <= 0 ? "yes" : (up < Double(c) ? ">= " + Wording.decimal(up, 2) : "")
    let goesDown = down >= Double(c) ? "yes" : (down >= 0 ? "<= " + Wording.decimal(down, 2) : "")
    if goesUp == "yes" { return ["yes", "", ""] }
    if goesDown == "yes" { return ["", "", "yes"] }
    let stay: String
    switch (goesUp.isEmpty, goesDown.isEmpty) {
    case (true, true): stay = "yes"
    case (true, false): stay = "> " + Wording.decimal(down, 2)
    case (false, true): stay = "< " + Wording.decimal(up, 2)
    case (false, false): stay = "between"
    }
    return [goesUp, stay, goesDown]
  }
}
