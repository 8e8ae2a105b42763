import MyelonQuantities

extension ScreeningTally {
  /// One row a rule, in the order in which rules are applied.
  public var rows: [ScreeningTallyRow] {
    var remaining = screened
    let ordered = counts.sorted { ($0.key.position, $0.key.rule) < ($1.key.position, $1.key.rule) }
    return ordered.map { key, counts in
      remaining -= counts.first
      return ScreeningTallyRow(
        position: key.position, rule: key.rule, first: counts.first, any: counts.any,
        notKnown: counts.notKnown, unverified: counts.unverified, remaining: remaining)
    }
  }

  /// The rows as a table of comma-separated values (RFC 4180), with a line of names.
  public var csv: String {
    let names = [
      "list", "number", "rule", "first_reason", "any_reason", "not_known", "unverified", "remaining",
    ]
    let lines = rows.map { row in
      let counts = [row.first, row.any, row.notKnown, row.unverified, row.remaining].map(String.init)
      return [row.position.list.rawValue, String(row.position.number), row.rule] + counts
    }
    return CSVText.table([names] + lines)
  }
}

extension ScreeningTally: CustomStringConvertible {
  /// The flow from the people screened to the people eligible, a line for each rule that kept somebody out.
  public var description: String {
    var lines = ["screened \(screened)"]
    for row in rows where row.any > 0 {
      let unknown = row.notKnown > 0 ? ", \(row.notKnown) of them not known" : ""
      lines.append(
        "  \(row.position), \(row.rule): \(row.first) excluded, \(row.any) failing\(unknown); "
          + "\(row.remaining) remaining")
    }
    lines.append("excluded \(excluded)")
    let doubt = eligibleUnverified > 0 ? ", \(eligibleUnverified) with an exclusion not verified" : ""
    lines.append("eligible \(eligible)\(doubt)")
    return lines.joined(separator: "\n")
  }
}
