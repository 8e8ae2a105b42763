/// Reads the tokens of a criterion into a tree and checks the types on the way.
///
/// Grammar, in the order of the functions:
///
///     alternatives = conjunction { "or" conjunction }
///     conjunction  = part { "and" part }
///     part         = "not" part | "(" alternatives ")" | check
struct CriterionParser {
  let text: String
  let vocabulary: CriterionVocabulary
  private let tokens: [CriterionToken]
  private var place = 0
  private var depth = 0

  private init(_ text: String, _ vocabulary: CriterionVocabulary) throws(CriterionError) {
    self.text = text
    self.vocabulary = vocabulary
    tokens = try CriterionLexer.tokens(of: text)
  }

  /// The tree of a text.
  static func expression(
    of text: String, vocabulary: CriterionVocabulary
  ) throws(CriterionError) -> CriterionExpression {
    guard text.utf8.count <= Criterion.longestText else {
      throw tooLong(text, found: "\(text.utf8.count)")
    }
    var parser = try CriterionParser(text, vocabulary)
    guard parser.next.kind != .end else { throw parser.fault(.empty, required: "a criterion") }
    let expression = try parser.alternatives()
    guard parser.next.kind == .end else {
      throw parser.fault(.unexpected, required: "'and', 'or' or the end of the text")
    }
    try checkCanonical(expression, of: text)
    return expression
  }

  /// Canonical texts write out units and parentheses; they have to be readable as well.
  private static func checkCanonical(
    _ expression: CriterionExpression, of text: String
  ) throws(CriterionError) {
    let length = expression.text.utf8.count
    guard length <= Criterion.longestText else {
      throw tooLong(text, found: "\(length) with all units written")
    }
    guard expression.nesting <= Criterion.deepestNesting else {
      throw CriterionError(
        .tooDeep, in: text, column: 1,
        required: "at most \(Criterion.deepestNesting) levels of parentheses and 'not'",
        found: "\(expression.nesting), with 'and' inside 'or' in parentheses")
    }
  }

  private static func tooLong(_ text: String, found: String) -> CriterionError {
    CriterionError(
      .tooLong, in: text, column: 1, required: "a text of at most \(Criterion.longestText) bytes",
      found: found)
  }

  // MARK: - Groups

  private mutating func alternatives() throws(CriterionError) -> CriterionExpression {
    var parts = [try conjunction()]
    while accept(keyword: "or") { parts.append(try conjunction()) }
    return .joined(any: parts)
  }

  private mutating func conjunction() throws(CriterionError) -> CriterionExpression {
    var parts = [try part()]
    while accept(keyword: "and") { parts.append(try part()) }
    return .joined(all: parts)
  }

  private mutating func part() throws(CriterionError) -> CriterionExpression {
    let opening = next
    let isNegation = next.keyword == "not"
    guard isNegation || next.kind == .symbol("(") else { return try check() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Criterion.deepestNesting else {
      throw fault(
        .tooDeep, required: "at most \(Criterion.deepestNesting) levels of parentheses and 'not'",
        found: "one more")
    }
    advance()
    if isNegation { return .not(try part()) }
    let inner = try alternatives()
    guard accept(symbol: ")") else {
      throw fault(.unexpected, required: "'and', 'or' or the ')' for the '(' in column \(opening.column)")
    }
    return inner
  }

  // MARK: - Tokens

  /// The token that is read next.
  var next: CriterionToken { tokens[place] }

  /// Goes on by one token; the end is never left.
  mutating func advance() { if place < tokens.count - 1 { place += 1 } }

  mutating func accept(keyword: String) -> Bool {
    guard next.keyword == keyword else { return false }
    advance()
    return true
  }

  mutating func accept(symbol: String) -> Bool {
    guard next.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  /// A fault at a token, at the next one when none is given.
  func fault(
    _ kind: CriterionError.Kind, at token: CriterionToken? = nil, required: String, found: String? = nil,
    nearest: String? = nil
  ) -> CriterionError {
    let token = token ?? next
    return CriterionError(
      kind, in: text, column: token.column, required: required, found: found ?? token.found, nearest: nearest)
  }
}
