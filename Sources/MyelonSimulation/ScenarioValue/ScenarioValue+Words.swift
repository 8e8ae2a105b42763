extension ScenarioValue {
  /// A text of printable characters, line ends allowed on demand, not longer than `longest` characters.
  package func text(longest: Int, allowsLines: Bool = false) -> String? {
    guard let (text, _) = scalar("a text") else { return nil }
    guard text.count <= longest else {
      add(.outOfRange, "the text is too long", found: "\(text.count) characters", allowed: "up to \(longest)")
      return nil
    }
    let isClean = text.unicodeScalars.allSatisfy { scalar in
      ShownText.isPrintable(scalar) || (allowsLines && (scalar == "\n" || scalar == "\t"))
    }
    guard isClean else {
      add(
        .wrongType, allowsLines ? "a text without control characters is required" : "one line is required",
        found: ShownText.quoted(text))
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      add(.wrongType, "a text is required", found: "only blanks")
      return nil
    }
    return text
  }

  /// A short name of letters, digits, blanks and `. _ - +`, fit to become a directory name.
  package func name() -> String? {
    guard let text = text(longest: 80) else { return nil }
    let isFit = text.allSatisfy { $0.isLetter || $0.isNumber || " ._-+".contains($0) }
    let hasWord = text.contains { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isFit, hasWord, text.first != " ", text.last != " " else {
      add(
        .wrongType, "a name is required", found: ShownText.quoted(text),
        allowed: "letters, digits, blanks and . _ - +, with at least one of a-z or 0-9, no blank at an end")
      return nil
    }
    return text
  }

  /// One of the raw values of an enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    word(of: Choice.allCases.map(\.rawValue)).flatMap { Choice(rawValue: $0) }
  }

  /// One of a list of words.
  package func word(of words: [String], _ required: String = "one of the allowed words") -> String? {
    guard let (text, _) = scalar(required) else { return nil }
    if words.contains(text) { return text }
    add(
      .unknownName, "\(required) is required", found: ShownText.quoted(text),
      allowed: words.joined(separator: ", "), nearest: SuggestedName.of(text, in: words))
    return nil
  }

  /// `on` or `off` (or `yes`, `no`, `true`, `false`), without quotes.
  package func flag() -> Bool? {
    guard let (text, isPlain) = scalar("on or off") else { return nil }
    let flags = ["on": true, "yes": true, "true": true, "off": false, "no": false, "false": false]
    if isPlain, let flag = flags[text] { return flag }
    add(.wrongType, "on or off is required", found: ShownText.quoted(text), allowed: "on, off, yes, no")
    return nil
  }
}
