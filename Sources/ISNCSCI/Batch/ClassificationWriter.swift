/// Writes classified records as text: header, one piece a record, footer.
public struct ClassificationWriter: Sendable {
  /// The form of the output.
  public enum Format: String, CaseIterable, Sendable, Hashable {
    /// One JSON array.
    case json
    /// One JSON object a line.
    case jsonLines
    /// A header line and one row a record.
    case csv
    /// The worksheet as plain text.
    case text
    /// One HTML page with a worksheet a record.
    case html
  }

  /// The form of the output.
  public let format: Format
  /// Whether reasons are written (JSON, text, HTML).
  public let includesReasons: Bool

  /// A writer.
  ///
  /// - Parameters:
  ///   - format: The form of the output.
  ///   - includesReasons: Whether reasons are written; true by default.
  public init(format: Format, includesReasons: Bool = true) {
    self.format = format
    self.includesReasons = includesReasons
  }

  /// The columns of CSV output.
  ///
  /// "line", "id", the eleven outputs (`Output.key`), the subtotals, and "errors", which is empty for a classified
  /// record.
  public static let columns: [String] =
    ["line", "id", "standardRevision"] + Output.allCases.map(\.key)
    + [
      "upperExtremityRight", "upperExtremityLeft", "upperExtremity", "lowerExtremityRight",
      "lowerExtremityLeft",
      "lowerExtremity", "motorRight", "motorLeft", "motor", "lightTouchRight", "lightTouchLeft", "lightTouch",
      "pinPrickRight", "pinPrickLeft", "pinPrick", "errors",
    ]

  /// What comes before the first record.
  public var header: String {
    switch format {
    case .json: "["
    case .jsonLines, .text: ""
    case .csv: ClassificationWriter.columns.joined(separator: ",") + "\n"
    case .html:
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>ISNCSCI classification</title>"
        + "<style>\(ExaminationSheet.styleSheet)</style></head><body>\n"
    }
  }

  /// What comes after the last record.
  public var footer: String {
    switch format {
    case .json: "]\n"
    case .jsonLines, .text, .csv: ""
    case .html: "</body></html>\n"
    }
  }

  /// One record.
  ///
  /// - Parameters:
  ///   - record: The record, classified or refused.
  ///   - isFirst: Whether nothing was written before it (JSON needs commas between records).
  /// - Returns: Its text, ending with a newline except in JSON.
  public func text(for record: ClassifiedRecord, isFirst: Bool = false) -> String {
    switch format {
    case .json: (isFirst ? "\n" : ",\n") + json(record)
    case .jsonLines: json(record) + "\n"
    case .csv: row(record) + "\n"
    case .text: worksheet(record) + "\n\n"
    case .html: sheet(record) + "\n"
    }
  }

  private func json(_ item: ClassifiedRecord) -> String {
    var members = [("line", "\(item.record.line)")]
    if let name = item.record.identifier { members.append(("id", JSONWriter.quote(name))) }
    if let examination = item.record.examination, let classification = item.classification {
      members.append(("classification", classification.json))
      if includesReasons {
        let reasons = classification.reasons(for: examination).map {
          JSONWriter.object([
            ("output", JSONWriter.quote($0.output)), ("value", JSONWriter.quote($0.value)),
            ("text", JSONWriter.quote($0.text)),
          ])
        }
        members.append(("reasons", JSONWriter.array(reasons)))
      }
    } else {
      let errors = item.record.faults.map { fault in
        JSONWriter.object(
          (fault.field.map { [("field", JSONWriter.quote($0))] } ?? [])
            + [("message", JSONWriter.quote(fault.description))])
      }
      members.append(("errors", JSONWriter.array(errors)))
    }
    if !item.record.notes.isEmpty {
      members.append(("notes", JSONWriter.array(item.record.notes.map(JSONWriter.quote))))
    }
    return JSONWriter.object(members)
  }

  private func row(_ item: ClassifiedRecord) -> String {
    var cells = ["\(item.record.line)", item.record.identifier ?? ""]
    if let result = item.classification {
      let sums = result.totals
      cells.append(result.standardRevision.rawValue)
      cells += Output.allCases.map { result[$0] }
      for path in [\SideTotals.upperExtremity, \.lowerExtremity, \.motor, \.lightTouch, \.pinPrick] {
        let (right, left) = (sums.right[keyPath: path], sums.left[keyPath: path])
        cells += ["\(right)", "\(left)", "\(right + left)"]
      }
      cells.append("")
    } else {
      cells += Array(repeating: "", count: ClassificationWriter.columns.count - 3)
      cells.append(InvalidExamination(faults: item.record.faults).description)
    }
    return cells.map(CSVParser.quote).joined(separator: ",")
  }

  private func title(_ item: ClassifiedRecord) -> String {
    item.record.identifier.map { "\($0) (line \(item.record.line))" } ?? "Record on line \(item.record.line)"
  }

  private func worksheet(_ item: ClassifiedRecord) -> String {
    guard let examination = item.record.examination, let classification = item.classification else {
      let faults = item.record.faults.map { "  \($0)" }.joined(separator: "\n")
      return "\(title(item)) was refused:\n\(faults)"
    }
    let notes = item.record.notes.map { "\n\($0)" }.joined()
    return title(item) + "\n"
      + ExaminationSheet.text(examination, classification, includesReasons: includesReasons) + notes
  }

  private func sheet(_ item: ClassifiedRecord) -> String {
    guard let examination = item.record.examination, let classification = item.classification else {
      let faults = item.record.faults.map { "<li>\(Markup.escape($0.description))</li>" }.joined()
      return "<section class=\"isncsci-sheet\"><header class=\"isncsci-head\"><span class=\"isncsci-title\">"
        + "\(Markup.escape(title(item))) was refused</span></header><ul>\(faults)</ul></section>"
    }
    return ExaminationSheet.html(
      examination, classification, title: title(item), includesStyle: false, includesReasons: includesReasons)
  }
}
