import MyelonSimulation

/// Splits a text into records and cells.
struct DataTableParser {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var position = 0
  private var number = 0
  /// What is wrong with the form.
  private(set) var findings: [ConductFinding] = []

  init(_ text: String) {
    var all = Array(text.unicodeScalars)
    if all.first == "\u{FEFF}" { all.removeFirst() }
    scalars = all
    let heading = all.prefix { $0 != "\n" && $0 != "\r" }
    separator = [",", ";", "\t"].first { heading.contains($0) } ?? ","
  }

  /// All records, blank ones too, numbered from 1.
  mutating func records() -> [DataTable.Row] {
    var records: [DataTable.Row] = []
    while position < scalars.count, findings.count <= 100, records.count <= DataTable.mostRows + 1 {
      number += 1
      records.append(DataTable.Row(number: number, cells: record()))
    }
    return records
  }

  private mutating func record() -> [String] {
    var cells: [String] = []
    while true {
      skipBlanks()
      let isQuoted = position < scalars.count && scalars[position] == "\""
      cells.append(isQuoted ? quoted(cells.count + 1) : plain())
      guard position < scalars.count else { return cells }
      let end = scalars[position]
      position += 1
      if end == separator {
        if position == scalars.count { cells.append("") }
        continue
      }
      if end == "\r", position < scalars.count, scalars[position] == "\n" { position += 1 }
      return cells
    }
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == separator || scalar == "\n" || scalar == "\r"
  }

  private mutating func skipBlanks() {
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\t",
      scalars[position] != separator
    {
      position += 1
    }
  }

  private mutating func plain() -> String {
    var text = String.UnicodeScalarView()
    while position < scalars.count, !isEnd(scalars[position]) {
      text.append(scalars[position])
      position += 1
    }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }

  private mutating func quoted(_ column: Int) -> String {
    position += 1
    var text = String.UnicodeScalarView()
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar != "\"" {
        text.append(scalar)
      } else if position < scalars.count, scalars[position] == "\"" {
        text.append("\"")
        position += 1
      } else {
        skipBlanks()
        if position < scalars.count, !isEnd(scalars[position]) {
          let rest = plain()
          findings.append(
            ConductFinding(
              row: number,
              problem: "cell \(column): nothing may follow the closing quotation mark; found "
                + ShownText.quoted(rest)))
        }
        return String(text)
      }
    }
    findings.append(
      ConductFinding(row: number, problem: "cell \(column): the quotation mark is never closed"))
    return String(text)
  }
}
