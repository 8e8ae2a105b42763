import MyelonQuantities

/// A table to print: title, rows and columns as text, and the definitions it needs.
public struct DesignTable: Codable, Sendable, Hashable {
  /// What the table shows.
  public var title: String
  /// Headings of the columns, the first one that of the row names.
  public var columns: [String]
  /// Cells, row by row, each as long as `columns`.
  public var rows: [[String]]
  /// Definitions and rules printed below.
  public var notes: [String]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - title: what the table shows.
  ///   - columns: headings.
  ///   - rows: cells, row by row.
  ///   - notes: definitions and rules printed below.
  public init(title: String, columns: [String], rows: [[String]], notes: [String] = []) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row of \(title) has the wrong length")
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// The table as comma-separated values with a heading line (RFC 4180); title and notes are left out.
  public var csv: String {
    CSVText.table([columns] + rows)
  }

  /// The table as text with aligned columns.
  public var text: String {
    let lines = [columns] + rows
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    var parts = [title, ""]
    for (number, line) in lines.enumerated() {
      let cells = line.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - line[column].count)
        return column == 0 ? line[column] + padding : padding + line[column]
      }
      var joined = cells.joined(separator: "  ")
      while joined.last == " " { joined.removeLast() }
      parts.append(joined)
      if number == 0 {
        parts.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
      }
    }
    if !notes.isEmpty { parts += [""] + notes }
    return parts.joined(separator: "\n") + "\n"
  }
}
