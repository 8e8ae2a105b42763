import MyelonQuantities

extension CriterionVocabulary {
  /// Refuses words and units that could not be written or told apart.
  static func check(_ field: CriterionField) throws(CriterionVocabularyError) {
    switch field.kind {
    case .number(let unit): if let unit { try check(unit, of: field.name) }
    case .words(let words), .ordered(let words):
      guard !words.isEmpty else { throw .noWords(field: field.name) }
      try checkDistinct(words, as: "word", of: field.name)
    case .flag: break
    }
  }

  private static func check(_ unit: CriterionUnit, of field: String) throws(CriterionVocabularyError) {
    try checkDistinct(unit.names, as: "unit", of: field)
    for size in [unit.size] + unit.spellings.map(\.size) where !(size > 0 && size.isFinite) {
      throw .wrongSize(field: field, unit: unit.symbol, size: size.shortestText)
    }
  }

  private static func checkDistinct(
    _ names: [String], as role: String, of field: String
  ) throws(CriterionVocabularyError) {
    var seen: Set<String> = []
    for name in names {
      try checkWritable(name, as: role, of: field)
      guard seen.insert(CriterionNames.folded(name)).inserted else {
        throw .repeated(name: name, role: role, field: field)
      }
    }
  }

  /// A name can be written when the lexer reads it as one name and it is no keyword.
  static func checkWritable(
    _ name: String, as role: String, of field: String
  ) throws(CriterionVocabularyError) {
    guard CriterionLexer.isName(name) else { throw .unwritable(name: name, role: role, field: field) }
    guard !CriterionNames.keywords.contains(CriterionNames.folded(name)) else {
      throw .keyword(name: name, role: role, field: field)
    }
  }
}
