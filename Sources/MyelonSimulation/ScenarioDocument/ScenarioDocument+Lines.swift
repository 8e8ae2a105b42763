extension ScenarioDocument {
  /// Splits the text into lines and checks what the YAML library would not report well.
  ///
  /// - Returns: the lines, or nil when something was found that would make line numbers or nesting unsafe.
  func checkedLines(of text: String) -> [String]? {
    let before = findings.findings.count
    let lines = Self.lines(of: text)
    guard lines.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      findings.add(.file, line: nil, "the file is empty")
      return nil
    }
    for (index, line) in lines.enumerated() {
      checkCharacters(of: line, number: index + 1)
    }
    checkAliases(in: lines)
    return findings.findings.count == before ? lines : nil
  }

  /// Lines without their ends; a byte order mark at the very start is dropped.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var current = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if previous == nil, scalar == "\u{FEFF}" { continue }
      switch scalar {
      case "\n" where previous == "\r":
        break
      case "\n", "\r":
        lines.append(String(current))
        current = String.UnicodeScalarView()
      default:
        current.append(scalar)
      }
    }
    lines.append(String(current))
    return lines
  }

  private func checkCharacters(of line: String, number: Int) {
    let indentation = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }
    if indentation.contains("\t") {
      findings.add(.syntax, line: number, column: 1, "a line begins with tabs; indent with spaces")
    }
    for (offset, scalar) in line.unicodeScalars.enumerated() {
      guard scalar != "\t", !ShownText.isPrintable(scalar), isForbidden(scalar) else { continue }
      let code = String(scalar.value, radix: 16, uppercase: true)
      findings.add(
        .syntax, line: number, column: offset + 1, "a control character may not stand in the file",
        found: "U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)")
      return
    }
  }

  /// Control characters, and the separators that YAML counts as line ends and editors do not.
  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Counts what may be an anchor (`&name`) or an alias (`*name`), in comments and texts too.
  private func checkAliases(in lines: [String]) {
    var count = 0
    for (index, line) in lines.enumerated() {
      var previous: Unicode.Scalar = " "
      var isSigil = false
      for scalar in line.unicodeScalars {
        if isSigil, scalar != " ", scalar != "\t" { count += 1 }
        isSigil = (scalar == "&" || scalar == "*") && " \t[{,:-?\"'".unicodeScalars.contains(previous)
        previous = scalar
      }
      if count > Self.mostAliases {
        findings.add(
          .syntax, line: index + 1, "too many anchors (&name) and aliases (*name)",
          allowed: "at most \(Self.mostAliases) in a file; write the values out")
        return
      }
    }
  }
}
