import MyelonSimulation

/// A table of comma-separated values with a heading, as text.
public struct DataTable: Sendable, Hashable {
  /// One row.
  public struct Row: Sendable, Hashable {
    /// Row as a spreadsheet counts, the heading being row 1.
    public let number: Int
    /// Cells without blanks around them, as many as there are columns.
    public let cells: [String]
  }

  /// Largest number of rows.
  public static let mostRows = 20_000
  /// Largest number of columns.
  public static let mostColumns = 200

  /// Name of the file.
  public let file: String
  /// Names of the columns in lower case, with hyphens for blanks and underscores.
  public let columns: [String]
  /// Rows that hold anything; those that begin with # are left out.
  public let rows: [Row]

  /// Reads a file.
  ///
  /// - Parameter path: the file, at most 1 MB of UTF-8 text.
  /// - Returns: the table.
  /// - Throws: `ConductError.data` with everything that is wrong with its form.
  public static func read(path: String) throws(ConductError) -> DataTable {
    let findings = FindingList(file: path)
    guard let text = ScenarioFile.text(at: path, into: findings) else {
      throw .data(
        file: path,
        findings: findings.findings.map {
          ConductFinding(row: $0.line, problem: $0.message.replacing("scenario", with: "data"))
        })
    }
    return try DataTable(text: text, name: path)
  }

  /// Reads a text.
  ///
  /// Cells are set apart by commas, or by semicolons or tabs if the heading has no comma (RFC 4180 otherwise); lines end with
  /// LF, CR LF or CR, a byte order mark is passed over.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - name: what to call it in findings.
  /// - Throws: `ConductError.data` with everything that is wrong with its form.
  public init(text: String, name: String) throws(ConductError) {
    var parser = DataTableParser(text)
    let all = parser.records()
    var findings = parser.findings
    let used = all.filter { record in
      record.cells.contains { !$0.isEmpty } && record.cells.first?.first != "#"
    }
    guard let heading = used.first else {
      throw .data(
        file: name,
        findings: findings + [
          ConductFinding(
            row: 1, problem: "a heading with the names of columns is required; the file is empty")
        ])
    }
    columns = heading.cells.map(Self.normal)
    if columns.count > Self.mostColumns {
      throw .data(
        file: name,
        findings: [
          ConductFinding(
            row: heading.number, problem: "at most \(Self.mostColumns) columns; found \(columns.count)")
        ])
    }
    for (index, column) in columns.enumerated() {
      if column.isEmpty {
        findings.append(
          ConductFinding(
            row: heading.number, problem: "the heading of column \(index + 1) is empty: name it or remove it")
        )
      } else if columns.prefix(index).contains(column) {
        findings.append(
          ConductFinding(
            row: heading.number, column: column, problem: "the column is there twice: remove one"))
      }
    }
    var rows: [Row] = []
    for record in used.dropFirst() {
      if record.cells.count != columns.count {
        findings.append(
          ConductFinding(
            row: record.number,
            problem: "\(columns.count) cells are required, as in the heading; found \(record.cells.count)"))
      } else {
        rows.append(record)
      }
      if findings.count > 100 || rows.count > Self.mostRows { break }
    }
    if rows.count > Self.mostRows {
      findings.append(ConductFinding(problem: "more than \(Self.mostRows) rows"))
    }
    guard findings.isEmpty else { throw .data(file: name, findings: findings) }
    file = name
    self.rows = rows
  }

  /// A name as it is compared: lower case, hyphens for blanks and underscores.
  ///
  /// - Parameter name: the name.
  /// - Returns: the name to compare.
  static func normal(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" || $0.isWhitespace ? "-" : $0 })
  }
}
