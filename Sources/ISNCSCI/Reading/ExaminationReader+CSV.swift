extension ExaminationReader {
  /// Reads a table with one examination a row.
  func readTable(
    _ bytes: UnsafeBufferPointer<UInt8>, names: FieldNames, _ body: (ReadRecord) -> Void
  ) {
    var parser = CSVParser(bytes)
    let header: [String]
    do throws(ExaminationError) {
      guard let row = try parser.next() else {
        return body(ReadRecord(line: 1, fault: .malformed(format: "CSV", reason: "there is no header line")))
      }
      header = row.cells
    } catch {
      return body(ReadRecord(line: 1, fault: error))
    }
    if let fault = headerFault(header, names) { return body(ReadRecord(line: 1, fault: fault)) }
    while true {
      var line = parser.currentLine
      do throws(ExaminationError) {
        guard let row = try parser.next() else { return }
        line = row.line
        guard row.cells.count == header.count else {
          throw .wrongCount(field: "cells of the row", found: row.cells.count, required: header.count)
        }
        body(record(row, header, names))
      } catch {
        body(ReadRecord(line: line, fault: error))
      }
    }
  }

  /// What makes every row unreadable: a repeated or, in our own format, unknown column.
  private func headerFault(_ header: [String], _ names: FieldNames) -> ExaminationError? {
    var seen: Set<String> = []
    for column in header {
      let isField = names.numbers[column] != nil
      if isField, !seen.insert(column).inserted { return .duplicateField(column) }
      let isOpen = format == .redcap || options.ignoresUnknownFields || names.annotations.contains(column)
      if !isField, !isOpen { return .unknownField(column, nearest: names.nearest(to: column)) }
    }
    return seen.isEmpty ? .missingField(names.names[0]) : nil
  }

  private func record(_ row: CSVParser.Row, _ header: [String], _ names: FieldNames) -> ReadRecord {
    var raw = RawExamination(names: names)
    for (column, cell) in zip(header, row.cells) {
      if let number = names.numbers[column] {
        raw.values[number] = cell
      } else if column == "id" || (column == "record_id" && format == .redcap) {
        raw.identifier = cell.isEmpty ? nil : cell
      } else if column == "name", raw.identifier == nil {
        raw.identifier = cell.isEmpty ? nil : cell
      }
    }
    if format == .redcap { translate(&raw, row, header) }
    return ReadRecord(line: row.line, raw, options)
  }

  /// Turns the codes of the REDCap instrument into worksheet scores: "nt" to "NT", "ab-3" to "3*" or "3**".
  private func translate(_ raw: inout RawExamination, _ row: CSVParser.Row, _ header: [String]) {
    for (number, field) in ExaminationField.allFields.enumerated() {
      guard case .score = field, let text = raw.values[number], text.hasPrefix("ab-") else { continue }
      let base = text.dropFirst(3) == "nt" ? "NT" : String(text.dropFirst(3))
      let column = raw.names.names[number].replacing("_value", with: "_considernormal")
      let judgement = header.firstIndex(of: column).map { row.cells[$0] }
      if base == "5" {
        // Only editions before 2019 know "5*"; whether it is accepted is decided with the other formats.
        raw.values[number] = "5*"
        continue
      }
      switch judgement {
      case "1": raw.values[number] = base + "**"
      case "0", "2": raw.values[number] = base + "*"
      default:
        raw.faults.append(
          .invalidScore(
            field: column, found: judgement ?? "", permitted: "1 (considered normal), 0 or 2 (not)"))
      }
    }
    for number in 134...135 { raw.values[number] = raw.values[number]?.uppercased() }
  }
}
