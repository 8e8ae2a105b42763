/// The fields that criteria may ask for.
///
/// Every name, word and unit in it can be written in a criterion and read back: the initialiser refuses others.
public struct CriterionVocabulary: Sendable, Hashable {
  /// The fields, in the order given.
  public let fields: [CriterionField]
  private let places: [String: Int]

  /// A vocabulary.
  ///
  /// - Parameter fields: at least one; no two share a name or a synonym.
  /// - Throws: `CriterionVocabularyError` for the first field that no criterion could name, or not without doubt.
  public init(_ fields: [CriterionField]) throws(CriterionVocabularyError) {
    guard !fields.isEmpty else { throw .noFields }
    var places: [String: Int] = [:]
    for (place, field) in fields.enumerated() {
      for name in [field.name] + field.synonyms {
        try Self.checkWritable(name, as: "field", of: field.name)
        if let other = places[name] { throw .nameTaken(name: name, by: fields[other].name) }
        places[name] = place
      }
      try Self.check(field)
    }
    self.fields = fields
    self.places = places
  }

  /// The field of a name or synonym; letter case does not matter and underscores count as hyphens.
  ///
  /// - Parameter name: as a criterion writes it.
  /// - Returns: the field; `nil` when no field has the name.
  public func field(_ name: String) -> CriterionField? {
    places[CriterionNames.folded(name)].map { fields[$0] }
  }

  /// The name or synonym of a field that a misspelt one was probably meant to be.
  ///
  /// - Parameter name: a name that is no field's.
  /// - Returns: the nearest name; `nil` when none is near.
  public func suggestion(for name: String) -> String? {
    CriterionNames.nearest(to: name, in: fields.map(\.name) + fields.flatMap(\.synonyms))
  }

  /// The values of a record that criteria cannot use: misspelt names, wrong kinds, words not in the list.
  ///
  /// - Parameter record: what is known of one person.
  /// - Returns: every fault, in the order of the names' letters; empty when all values can be used.
  public func faults(in record: CriterionRecord) -> [CriterionRecordFault] {
    record.names.compactMap { name in
      guard let field = field(name) else {
        return .unknownField(name: name, nearest: suggestion(for: name))
      }
      guard field.name == name else { return .synonym(name: name, field: field.name) }
      guard case .unusable(let found) = CriterionReading(of: field, in: record) else { return nil }
      return .unusable(field: name, required: field.kind.expectation, found: found)
    }
  }
}
