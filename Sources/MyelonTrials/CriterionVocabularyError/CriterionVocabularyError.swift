/// Why a list of fields cannot be a vocabulary.
public enum CriterionVocabularyError: Error, Sendable, Hashable {
  /// There is nothing to ask for.
  case noFields
  /// A field of words has none.
  case noWords(field: String)
  /// A name of a field, word or unit that a criterion could not write.
  case unwritable(name: String, role: String, field: String)
  /// A name that is a word of the language.
  case keyword(name: String, role: String, field: String)
  /// A field's name or synonym that an earlier field has.
  case nameTaken(name: String, by: String)
  /// A word or unit that stands twice in one field; letter case and underscores do not tell them apart.
  case repeated(name: String, role: String, field: String)
  /// A unit whose size is not a finite number above 0.
  case wrongSize(field: String, unit: String, size: String)
}

extension CriterionVocabularyError: CustomStringConvertible {
  /// What is required, what was found and what to do.
  public var description: String {
    switch self {
    case .noFields: "A vocabulary requires at least one field; found none."
    case .noWords(let field): "Field '\(field)' requires at least one word; found none."
    case .unwritable(let name, let role, let field):
      "The name of a \(role) requires a letter (or % or °) and then letters, digits and - _ / % . + ^; found "
        + "'\(CriterionNames.excerpt(name))' in field '\(CriterionNames.excerpt(field))'."
    case .keyword(let name, let role, let field):
      "The name of a \(role) must not be a word of the language; found '\(name)' in field '\(field)'"
        + (name.lowercased() == "unknown" ? ": leave the value out of the record instead." : ".")
    case .nameTaken(let name, let other):
      "Each field requires names of its own; found '\(name)' again, which field '\(other)' has."
    case .repeated(let name, let role, let field):
      "Each \(role) of field '\(field)' may stand once; found '\(name)' again."
    case .wrongSize(let field, let unit, let size):
      "Unit '\(unit)' of field '\(field)' requires finite sizes above 0; found \(size)."
    }
  }
}
