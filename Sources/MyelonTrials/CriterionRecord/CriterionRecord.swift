/// What is known of one person: values by the names of fields.
///
/// What is not there is not known. Names may be written with underscores and capitals. A value that is not of its field's kind (a word where a
/// number is required, a word that is not in the list, a number that is not finite) counts as not known;
/// `CriterionVocabulary.faults(in:)` finds such values and misspelt names.
public struct CriterionRecord: Sendable, Hashable {
  private var values: [String: CriterionValue] = [:]

  /// A record in which nothing is known.
  public init() {}

  /// A record of values by the names of fields.
  ///
  /// - Parameter values: where two names differ only in letter case or underscores, the one later in the order of
  ///   their letters is kept.
  public init(_ values: [String: CriterionValue]) {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) { self[name] = value }
  }

  /// The value of a field; `nil` when it is not known.
  ///
  /// - Parameter name: the field's name, not a synonym.
  public subscript(name: String) -> CriterionValue? {
    get { values[name] ?? values[CriterionNames.folded(name)] }
    set { values[CriterionNames.folded(name)] = newValue }
  }

  /// The value of a field, without a search for other spellings of its name.
  func value(of field: CriterionField) -> CriterionValue? { values[field.name] }

  /// The names of the fields that are known, in the order of their letters.
  public var names: [String] { values.keys.sorted() }
}

extension CriterionRecord: ExpressibleByDictionaryLiteral {
  /// A record written out in source; a name written twice keeps its last value.
  ///
  /// - Parameter elements: names and values.
  public init(dictionaryLiteral elements: (String, CriterionValue)...) {
    for (name, value) in elements { self[name] = value }
  }
}
