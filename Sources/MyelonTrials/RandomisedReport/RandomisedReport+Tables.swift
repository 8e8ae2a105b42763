import MyelonStatistics
import MyelonTrialDesigns

extension RandomisedReport {
  /// All tables of the stage.
  public var tables: [ReportTable] {
    var tables = [ReportTable("randomised-size", size.table)]
    if let plan = size.plan { tables.append(ReportTable("randomised-looks", looks(plan))) }
    for (index, result) in results.enumerated() {
      if let table = Self.table(result) {
        tables.append(ReportTable("randomised-characteristics-\(index + 1)", table))
      }
    }
    tables.append(ReportTable("randomised-allocation", allocationTable))
    if let adaptiveDecisions {
      tables.append(ReportTable("randomised-adaptive-decisions", adaptiveDecisions))
    }
    if !adaptive.isEmpty { tables.append(ReportTable("randomised-adaptive-characteristics", adaptiveTable)) }
    if let borrowingDecisions {
      tables.append(ReportTable("randomised-borrowing-decisions", borrowingDecisions))
    }
    if !borrowing.isEmpty {
      tables.append(ReportTable("randomised-borrowing-characteristics", borrowingTable))
    }
    return tables
  }

  /// The bounds with the number of people at each look.
  private func looks(_ plan: GroupSequentialPlan) -> DesignTable {
    var table = plan.table
    table.columns.insert("people", at: 1)
    for look in table.rows.indices {
      table.rows[look].insert(TrialNumber.decimal(size.lookTotals[look].rounded(), 0), at: 1)
    }
    return table
  }

  private static func table(_ result: Result) -> DesignTable? {
    guard var table = try? result.characteristics.table() else { return nil }
    let what =
      result.share == 0
      ? "null therapy, no effect" : "\(TrialNumber.percent(result.share, 0)) % of the planned effect"
    table.title = "Randomised stage, \(what)"
    return table
  }

  private var allocationTable: DesignTable {
    func row(_ name: String, _ found: Estimate) -> [String] {
      [
        name, TrialNumber.decimal(found.value),
        "\(TrialNumber.decimal(found.low)) to \(TrialNumber.decimal(found.high))",
      ]
    }
    return DesignTable(
      title: "Allocation of \(allocation.people) people", columns: ["", "mean", "95 % interval"],
      rows: [row("larger less smaller arm", allocation.totalImbalance)]
        + zip(factors, allocation.factorImbalance).map { row("the same within a level of \($0)", $1) }
        + [row("next arm guessed", allocation.guessed)],
      notes: [
        "\(allocation.trials) simulated trials; guessed by naming the arm that is behind; 0.5 is chance with equal arms"
      ])
  }

  private var adaptiveTable: DesignTable {
    var table = adaptive[0].table
    table.rows = adaptive.flatMap(\.table.rows)
    return table
  }

  private var borrowingTable: DesignTable {
    DesignTable(
      title: "Borrowed controls: success at true values",
      columns: ["control", "treated", "success", ""],
      rows: borrowing.map { found in
        [
          TrialNumber.decimal(found.control), TrialNumber.decimal(found.treated),
          TrialNumber.decimal(found.success, 4),
          found.control == found.treated ? "null therapy: an error" : "power",
        ]
      },
      notes: ["exact; borrowing keeps no significance level where history is wrong"])
  }
}
