import MyelonSimulation

/// Published figures of natural history, as `Validation/natural-history.yaml` lists them.
public struct NaturalHistoryTable: Sendable, Hashable {
  /// The figures, in the order of the file.
  public let rows: [NaturalHistoryRow]

  /// Version of the file format.
  static let currentSchema: UInt64 = 1

  /// Joins figures.
  public init(rows: [NaturalHistoryRow]) {
    self.rows = rows
  }

  /// Reads a file.
  ///
  /// - Parameter path: the file, at most 1 MB of UTF-8 text.
  /// - Returns: the figures.
  /// - Throws: `ScenarioError` with everything that is wrong with the file.
  public static func read(path: String) throws(ScenarioError) -> NaturalHistoryTable {
    let findings = FindingList(file: path)
    guard let text = ScenarioFile.text(at: path, into: findings) else { throw findings.error }
    let node = ScenarioDocument.read(text, into: findings)
    let table = node.flatMap { reading(ScenarioValue(node: $0, path: "", findings: findings)) }
    guard findings.findings.isEmpty else { throw findings.error }
    guard let table else {
      findings.add(.file, line: nil, "the file could not be read as a table of natural history")
      throw findings.error
    }
    return table
  }

  private static func reading(_ value: ScenarioValue) -> NaturalHistoryTable? {
    guard let root = value.section(allowed: ["myelon-natural-history", "rows"]),
      let version = root.required("myelon-natural-history", "the version of the file, 1"),
      let list = root.required("rows", "a list of published figures")?.list("a list of published figures")
    else { return nil }
    guard version.wholeNumber() == currentSchema else {
      version.add(.unknownName, "this version of natural-history files is not read", allowed: "1")
      return nil
    }
    let rows = list.compactMap { value in
      DocumentDecoder.decode(NaturalHistoryRow.self, from: value).map { row in
        check(row, value)
        return row
      }
    }
    return NaturalHistoryTable(rows: rows)
  }

  private static func check(_ row: NaturalHistoryRow, _ value: ScenarioValue) {
    if row.population == nil {
      value.add(
        .impossible,
        "levels such as 'C4 to C7' up to L2 (inside 'within'), a grade such as A or 'A to C' and a year from 1970 to 2060 "
          + "are required", found: "\(row.levels), \(row.grade), \(row.year)")
    }
    if NaturalHistoryCheck.baselineDays.firstIndex(of: row.baselineDay) == nil {
      value.add(.outOfRange, "baseline-day", found: "\(row.baselineDay)", allowed: "7, 15 or 30 days")
    }
    if let upTo = row.upTo, upTo < row.value {
      value.add(.impossible, "up-to must not be below value", found: "\(upTo)")
    }
    if row.measure.isShare, !(0...100).contains(row.value) {
      value.add(.outOfRange, "a share in per cent", found: "\(row.value)", allowed: "0 to 100")
    }
    if let n = row.n, n < 1 { value.add(.outOfRange, "n", found: "\(n)", allowed: "1 or more people") }
    if let spread = row.spread, !(spread >= 0) {
      value.add(.outOfRange, "spread", found: "\(spread)", allowed: "0 or more")
    }
  }
}
