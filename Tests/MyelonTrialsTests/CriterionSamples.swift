import MyelonTrials

/// Fields and readings that the tests of criteria share.
enum CriterionSamples {
  static let causes = ["violence", "fall", "road-traffic", "sport"]

  static func vocabulary() throws -> CriterionVocabulary { try built.get() }

  private static let built = Result {
    try CriterionVocabulary([
      CriterionField("age", .number(.years), meaning: "Age at injury."),
      CriterionField("days-since-injury", .number(.days), synonyms: ["days-after-injury"]),
      CriterionField("motor-score", .number(nil)),
      CriterionField("upper-extremity-motor-score", .number(nil), synonyms: ["uems"]),
      CriterionField("ais", .impairmentScale),
      CriterionField("level", .spinalLevel),
      CriterionField("cause", .words(causes)),
      CriterionField("sensory-sparing", .flag),
      CriterionField("smoker", .flag),
      CriterionField("ventilated", .flag),
      CriterionField(
        "zone-of-partial-preservation", .number(CriterionUnit("segments", synonyms: ["segment"]))),
      CriterionField("haemoglobin", .number(CriterionUnit("g/L", convertible: [.init("g/dL", size: 10)]))),
    ])
  }

  static func criterion(_ text: String) throws -> Criterion {
    try Criterion(text, vocabulary: vocabulary())
  }

  /// The reason for which a criterion is not met or not decided.
  static func reason(_ text: String, _ record: CriterionRecord) throws -> String? {
    try criterion(text).verdict(on: record).reason
  }
}
