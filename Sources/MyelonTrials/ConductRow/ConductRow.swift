import MyelonQuantities
import MyelonSimulation

/// Reads the cells of one row strictly: a value, nil if the cell is empty or the column is not there, or a finding.
struct ConductRow {
  let position: Int
  private let cells: [String]
  private let columns: [String]
  private(set) var findings: [ConductFinding] = []

  init(_ row: DataTable.Row, columns: [String]) {
    position = row.number
    cells = row.cells
    self.columns = columns
  }

  /// The text of a cell; nil if it is empty.
  func text(_ column: String) -> String? {
    guard let index = columns.firstIndex(of: column), !cells[index].isEmpty else { return nil }
    return cells[index]
  }

  func text(_ column: ConductColumn) -> String? { text(column.rawValue) }

  /// Adds a finding at a cell.
  mutating func add(_ column: String, _ problem: String) {
    findings.append(ConductFinding(row: position, column: column, problem: problem))
  }

  mutating func add(_ column: ConductColumn, _ problem: String) { add(column.rawValue, problem) }

  private mutating func read<Value>(_ column: String, _ required: String, _ parse: (String) -> Value?)
    -> Value?
  {
    guard let text = text(column) else { return nil }
    if let value = parse(text) { return value }
    add(column, "\(required) is required; found \(ShownText.quoted(text))")
    return nil
  }

  /// 0 or 1.
  mutating func flag(_ column: String) -> Bool? {
    read(column, "0, 1 or empty") { $0 == "1" ? true : ($0 == "0" ? false : nil) }
  }

  mutating func flag(_ column: ConductColumn) -> Bool? { flag(column.rawValue) }

  /// A finite number.
  mutating func number(
    _ column: String, _ required: String = "a number or empty", in range: ClosedRange<Double>
  )
    -> Double?
  {
    read(column, required) { text in
      ScenarioValue.number(in: text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A whole number in a range.
  mutating func count(_ column: ConductColumn, _ range: ClosedRange<Int>) -> Int? {
    read(column.rawValue, "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
      text.allSatisfy { $0.isASCII && $0.isNumber }
        ? Int(text).flatMap { range.contains($0) ? $0 : nil } : nil
    }
  }

  /// A date or a number of days.
  mutating func day(_ column: ConductColumn) -> ConductDay? {
    read(column.rawValue, "a date such as 2027-03-09, a number of days or empty") { ConductDay($0) }
  }

  /// One of several words, whatever their case; its number.
  mutating func word(_ column: String, _ words: [String], _ required: String) -> Int? {
    guard let text = text(column) else { return nil }
    if let exact = words.firstIndex(of: text) { return exact }
    if let index = words.firstIndex(where: { DataTable.normal($0) == DataTable.normal(text) }) {
      return index
    }
    let nearest = SuggestedName.of(text, in: words).map { "; did you mean '\($0)'?" } ?? ""
    add(
      column,
      "\(required) is required: \(words.joined(separator: ", ")); found \(ShownText.quoted(text))\(nearest)")
    return nil
  }
}
