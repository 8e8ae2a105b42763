extension Scenario {
  /// What a run writes besides its tables and examinations.
  public struct Outputs: Sendable, Hashable, Codable {
    /// Fields of the tissue to write as volumes at each visit.
    public var fields: FieldSelection

    /// Describes what to write.
    ///
    /// - Parameter fields: fields to write as volumes.
    public init(fields: FieldSelection = .standard) {
      self.fields = fields
    }

    /// The names of the selected fields.
    ///
    /// - Parameter vocabulary: the fields that exist and those that are the default.
    /// - Returns: names of existing fields, in the order of the vocabulary or of the file.
    public func fieldNames(in vocabulary: ScenarioVocabulary) -> [String] {
      switch fields {
      case .standard: vocabulary.defaultFields
      case .all: vocabulary.fields
      case .none: []
      case .named(let names): names
      }
    }
  }

  /// Which fields to write.
  public enum FieldSelection: Sendable, Hashable, Codable {
    /// The vocabulary's default list.
    case standard
    /// Every field.
    case all
    /// No field.
    case none
    /// These fields, in this order.
    case named([String])
  }
}
