/// Cuts the text of a criterion into names, numbers and symbols.
struct CriterionLexer {
  private let text: String
  private let characters: [Character]
  private var place = 0

  private init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// All tokens, the end as the last.
  static func tokens(of text: String) throws(CriterionError) -> [CriterionToken] {
    var lexer = CriterionLexer(text)
    var tokens: [CriterionToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  /// Whether the text is one name and short enough to be one.
  static func isName(_ text: String) -> Bool {
    guard let first = text.first, text.utf8.count <= CriterionNames.longest else { return false }
    return beginsName(first) && text.allSatisfy(continuesName)
  }

  private static func beginsName(_ character: Character) -> Bool {
    (character.isASCII && character.isLetter) || "%°µμ".contains(character)
  }

  private static func continuesName(_ character: Character) -> Bool {
    beginsName(character) || isDigit(character) || "-_/.+^²³".contains(character)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private func character(after distance: Int = 0) -> Character? {
    place + distance < characters.count ? characters[place + distance] : nil
  }

  private mutating func next() throws(CriterionError) -> CriterionToken {
    while let character = character(), character.isWhitespace { place += 1 }
    guard let first = character() else {
      return CriterionToken(kind: .end, text: "", column: characters.count + 1)
    }
    if Self.beginsName(first) {
      let start = place
      while let character = character(), Self.continuesName(character) { place += 1 }
      return token(.name, from: start)
    }
    let isSigned = first == "-" || first == "+"
    if let digit = character(after: isSigned ? 1 : 0), Self.isDigit(digit) { return try number() }
    return try symbol(first)
  }

  private func token(_ kind: CriterionToken.Kind, from start: Int) -> CriterionToken {
    CriterionToken(kind: kind, text: String(characters[start..<place]), column: start + 1)
  }

  private func fault(
    _ kind: CriterionError.Kind, from start: Int, to end: Int, required: String, nearest: String? = nil
  ) -> CriterionError {
    let found = CriterionNames.excerpt(String(characters[start..<min(end, characters.count)]))
    return CriterionError(
      kind, in: text, column: start + 1, required: required, found: "'\(found)'", nearest: nearest)
  }
}

// MARK: - Numbers

extension CriterionLexer {
  private mutating func skipDigits() {
    while let character = character(), Self.isDigit(character) { place += 1 }
  }

  /// Digits, a point with digits on both sides, an exponent.
  private mutating func number() throws(CriterionError) -> CriterionToken {
    let start = place
    place += 1
    skipDigits()
    if character() == "." {
      place += 1
      let fraction = place
      skipDigits()
      guard fraction < place, character() != "." else {
        throw fault(
          .malformedNumber, from: start, to: place + 1,
          required: "a number with one point and digits on both sides of it")
      }
    }
    skipExponent()
    let written = String(characters[start..<place])
    // Where the exponent is far too small, the nearest number is 0; that is not what was written.
    let significand = written.prefix { $0 != "e" && $0 != "E" }
    let isZero = !significand.contains { ("1"..."9").contains($0) }
    guard let number = Double(written), number.isFinite, isZero == (number == 0) else {
      throw fault(
        .numberOutOfRange, from: start, to: place, required: "a number of a magnitude from 5e-324 to 1.7e308")
    }
    return token(.number(isZero ? 0 : number), from: start)
  }

  /// `e5` or `e-5`; an `e` without digits begins a unit.
  private mutating func skipExponent() {
    guard let letter = character(), letter == "e" || letter == "E" else { return }
    let sign = character(after: 1)
    let distance = sign == "-" || sign == "+" ? 2 : 1
    guard let digit = character(after: distance), Self.isDigit(digit) else { return }
    place += distance
    skipDigits()
  }
}

// MARK: - Symbols

extension CriterionLexer {
  /// Spellings of operators and brackets, long ones first, and their plain forms.
  private static let symbols: [(written: String, plain: String)] = [
    ("<=", "<="), (">=", ">="), ("!=", "!="), ("==", "="), ("≤", "<="), ("≥", ">="), ("≠", "!="),
    ("<", "<"), (">", ">"), ("=", "="), ("(", "("), (")", ")"), ("{", "{"), ("}", "}"),
    ("[", "["), ("]", "]"), (",", ","),
  ]

  /// What other languages write, and what stands for it here.
  private static let foreign: [(written: String, meant: String)] = [
    ("=<", "<="), ("=>", ">="), ("<>", "!="), ("&&", "and"), ("||", "or"), ("&", "and"), ("|", "or"),
    ("∧", "and"), ("∨", "or"), ("¬", "not"), ("∈", "in"),
  ]

  private func stands(_ written: String) -> Bool {
    written.enumerated().allSatisfy { character(after: $0.offset) == $0.element }
  }

  private mutating func symbol(_ first: Character) throws(CriterionError) -> CriterionToken {
    let start = place
    if let other = Self.foreign.first(where: { stands($0.written) }) {
      throw fault(
        .unreadable, from: start, to: start + other.written.count,
        required: "an operator of this language", nearest: other.meant)
    }
    if let symbol = Self.symbols.first(where: { stands($0.written) }) {
      place += symbol.written.count
      return token(.symbol(symbol.plain), from: start)
    }
    switch first {
    case "\"", "'", "`", "“", "”", "‘", "’":
      throw fault(.unreadable, from: start, to: start + 1, required: "a word without quotation marks")
    case ".":
      throw fault(
        .malformedNumber, from: start, to: start + 2, required: "a digit before the point of a number")
    case "!":
      throw fault(
        .unreadable, from: start, to: start + 1, required: "an operator of this language", nearest: "not")
    default:
      throw fault(
        .unreadable, from: start, to: start + 1, required: "a name, a number, an operator or a bracket")
    }
  }
}
