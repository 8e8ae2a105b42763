import Yams

/// Turns the text of a scenario file into a tree of values with line numbers.
///
/// Only the plain part of YAML is read: one document, no tags, no merge keys, few aliases, spaces for
/// indentation. What goes beyond is a finding with its line, never a guess.
package struct ScenarioDocument {
  /// Largest text, bytes: a scenario is a page or two, so a megabyte is some other file.
  package static let largestSize = 1_048_576
  /// Most anchors and aliases together: 16 cannot expand to more than a few hundred copies, so a nest of
  /// aliases (a "YAML bomb") stays harmless.
  static let mostAliases = 16
  /// Most values after expansion, and deepest nesting; a scenario has hundreds, three or four deep.
  static let mostValues = 20_000
  /// Deepest nesting.
  static let deepest = 24
  /// Largest text, bytes, in which repeated keys are looked for one after the other.
  static let largestRepaired = 65_536

  /// A private-use character that sets repeated keys apart while the text is parsed again.
  static let marker: Unicode.Scalar = "\u{E000}"

  let findings: FindingList
  var values = 0
  var lastLine = 1

  /// Reads the text.
  ///
  /// - Parameters:
  ///   - text: the text, in which line ends may be LF, CR LF or CR.
  ///   - findings: takes what is wrong.
  /// - Returns: the root value, or nil when the text cannot be read as YAML.
  package static func read(_ text: String, into findings: FindingList) -> ScenarioNode? {
    var document = ScenarioDocument(findings: findings)
    guard let lines = document.checkedLines(of: text) else { return nil }
    document.lastLine = lines.count
    guard let root = document.compose(lines) else { return nil }
    return document.converted(root, path: "", depth: 0)
  }

  private init(findings: FindingList) {
    self.findings = findings
  }

  /// Parses the lines; repeated keys are marked and the text is parsed again, so that all of them are found.
  private func compose(_ original: [String]) -> Node? {
    var lines = original
    let isRepairable =
      lines.reduce(0) { $0 + $1.utf8.count } <= Self.largestRepaired
      && !lines.contains { $0.unicodeScalars.contains(Self.marker) }
    for _ in 0..<64 {
      do {
        let text = lines.joined(separator: "\n")
        // The basic resolver gives every plain scalar the type text, so that equal keys are equal texts.
        let parser = try Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
        if let root = try parser.singleRoot() { return root }
        findings.add(.file, line: nil, "the file holds no scenario", found: "only comments or blank lines")
        return nil
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        if isRepairable, mark(&lines, line: context.mark.line, column: context.mark.column) { continue }
        findings.add(
          .duplicateKey, line: line(of: context.mark), column: context.mark.column,
          "the key is given more than once", found: ShownText.quoted(keys.first ?? ""))
        return nil
      } catch {
        add(error, lines: lines)
        return nil
      }
    }
    findings.add(.duplicateKey, line: nil, "more than 64 keys are given more than once")
    return nil
  }

  /// Writes the marker into the key that starts at a place; false when there is no such place.
  private func mark(_ lines: inout [String], line: Int, column: Int) -> Bool {
    guard lines.indices.contains(line - 1) else { return false }
    var scalars = Array(lines[line - 1].unicodeScalars)
    guard scalars.indices.contains(column - 1) else { return false }
    let isQuoted = scalars[column - 1] == "\"" || scalars[column - 1] == "'"
    scalars.insert(Self.marker, at: isQuoted ? column : column - 1)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    lines[line - 1] = String(text)
    return true
  }

  /// The line of a mark; the end of the text counts to its last line.
  func line(of mark: Mark?) -> Int {
    min(max(mark?.line ?? 1, 1), lastLine)
  }

  /// Adds the finding for an error of the YAML library.
  private func add(_ error: any Error, lines: [String]) {
    let mark: Mark
    var problem: String
    switch error {
    case YamlError.scanner(_, let text, let place, _), YamlError.parser(_, let text, let place, _),
      YamlError.composer(_, let text, let place, _):
      mark = place
      problem = "this is not valid YAML (\(text))"
      if text.contains("another document") {
        problem = "a second document starts here; a scenario file holds one"
      } else if text.contains("nesting level") {
        problem = "this is nested too deep for a scenario"
      }
    default:
      let text = ShownText.plain("\(error)")
      findings.add(.syntax, line: nil, "this is not valid YAML (\(text))")
      return
    }
    let line = line(of: mark)
    let found = lines.indices.contains(line - 1) ? lines[line - 1].trimmed(of: Self.marker) : ""
    findings.add(
      .syntax, line: line, column: mark.column, problem,
      found: found.isEmpty ? "the end of a group" : ShownText.quoted(found))
  }
}

extension String {
  /// The text without surrounding blanks and without any marker.
  fileprivate func trimmed(of marker: Unicode.Scalar) -> String {
    let clean = String(String.UnicodeScalarView(unicodeScalars.filter { $0 != marker }))
    return String(clean.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
