import MyelonLesion

/// The names that a scenario file may use for fields of the tissue and for published measures.
///
/// The reader takes the vocabulary as a parameter, because which fields exist is known to the model and not
/// to the file format.
public struct ScenarioVocabulary: Sendable, Hashable {
  /// Fields that `outputs: fields:` may name.
  public var fields: [String]
  /// The fields that `fields: default` stands for.
  public var defaultFields: [String]
  /// Measures that a published result may be of.
  public var measures: [ScenarioMeasure]

  /// Makes a vocabulary.
  ///
  /// - Parameters:
  ///   - fields: fields that may be named.
  ///   - defaultFields: the fields that `default` stands for.
  ///   - measures: measures of published results.
  public init(fields: [String], defaultFields: [String], measures: [ScenarioMeasure]) {
    self.fields = fields
    self.defaultFields = defaultFields
    self.measures = measures
  }

  /// The fields and measures of this version of the model.
  public static let standard = ScenarioVocabulary(
    fields: TissueField.allCases.map(\.name), defaultFields: TissueField.usual.map(\.name),
    measures: ScenarioMeasure.standard)
}
