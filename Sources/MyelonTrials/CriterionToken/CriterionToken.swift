/// A piece of a criterion's text.
struct CriterionToken: Equatable {
  enum Kind: Equatable {
    /// A name of a field, word or unit, or a keyword.
    case name
    case number(Double)
    /// An operator, bracket or comma, in its plain spelling.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// As written.
  let text: String
  /// Where it begins, counted in characters from 1.
  let column: Int

  /// The keyword in small letters; `nil` for anything else.
  var keyword: String? {
    guard kind == .name else { return nil }
    let name = CriterionNames.folded(text)
    return CriterionNames.keywords.contains(name) ? name : nil
  }

  /// The name, when it is one that a field, word or unit may have.
  var freeName: String? { kind == .name && keyword == nil ? text : nil }

  /// As messages print it.
  var found: String { kind == .end ? "the end of the text" : "'\(CriterionNames.excerpt(text))'" }
}
