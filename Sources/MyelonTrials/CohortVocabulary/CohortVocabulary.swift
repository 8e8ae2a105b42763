import ISNCSCI

/// What criteria may ask of people of a virtual cohort, all as found at the visit of enrolment.
public enum CohortVocabulary {
  /// The fields.
  ///
  /// - Throws: nothing for the fields written here; the error is that of any vocabulary.
  public static func standard() throws(CriterionVocabularyError) -> CriterionVocabulary {
    try CriterionVocabulary(personal + scores + image)
  }

  private static let personal: [CriterionField] = [
    CriterionField("age", .number(.years), meaning: "age at injury"),
    CriterionField("sex", .words(["male", "female"]), meaning: "sex"),
    CriterionField("cause", .words(InjuryCause.allCases.map(\.rawValue)), meaning: "what injured the person"),
    CriterionField("country", .words(Country.allCases.map(\.rawValue)), meaning: "where"),
    CriterionField(
      "time-since-injury", .number(.days), synonyms: ["days-since-injury"],
      meaning: "time from injury to enrolment"
    ),
    CriterionField("time-to-decompression", .number(.hours), meaning: "time from injury to surgery"),
  ]

  private static let scores: [CriterionField] = [
    CriterionField("ais", .impairmentScale, synonyms: ["impairment-scale"], meaning: "grade at enrolment"),
    CriterionField(
      "level", .spinalLevel, synonyms: ["neurological-level"], meaning: "neurological level at enrolment"),
    CriterionField("motor-level-right", .spinalLevel, meaning: "right motor level"),
    CriterionField("motor-level-left", .spinalLevel, meaning: "left motor level"),
    CriterionField("motor-score", .number(nil), meaning: "ISNCSCI motor total, 0 to 100"),
    CriterionField(
      "upper-extremity-motor-score", .number(nil), synonyms: ["uems"], meaning: "0 to 50"),
    CriterionField(
      "lower-extremity-motor-score", .number(nil), synonyms: ["lems"], meaning: "0 to 50"),
    CriterionField("light-touch-score", .number(nil), meaning: "0 to 112"),
    CriterionField("pin-prick-score", .number(nil), meaning: "0 to 112"),
    CriterionField("scim", .number(nil), meaning: "SCIM III, 0 to 100"),
  ]

  private static let image: [CriterionField] = [
    CriterionField("lesion-length", .number(nil), meaning: "length of the lesion in an image, mm"),
    CriterionField("ventral-bridge", .number(nil), meaning: "ventral tissue bridge, mm"),
    CriterionField("dorsal-bridge", .number(nil), meaning: "dorsal tissue bridge, mm"),
  ]

  /// Outcomes of the enrolment visit that numbers are taken from.
  static let outcomeOfField = [
    "motor-score": "motor_score", "upper-extremity-motor-score": "upper_extremity_motor_score",
    "lower-extremity-motor-score": "lower_extremity_motor_score", "light-touch-score": "light_touch_score",
    "pin-prick-score": "pin_prick_score", "scim": "scim", "lesion-length": "image_length",
    "ventral-bridge": "ventral_bridge", "dorsal-bridge": "dorsal_bridge",
  ]

  /// What is known of a person at enrolment.
  ///
  /// - Parameters:
  ///   - person: the person.
  ///   - outcome: a number of the enrolment visit by the name of the outcome, nil where it could not be determined.
  /// - Returns: a record for criteria.
  public static func record(_ person: Person, outcome: (String) -> Double?) -> CriterionRecord {
    var record = CriterionRecord([
      "age": .number(person.age), "sex": .word(person.isFemale ? "female" : "male"),
      "cause": .word(person.cause.rawValue), "country": .word(person.country.rawValue),
      "time-since-injury": .number(person.enrolment), "time-to-decompression": .number(person.decompression),
    ])
    for (field, name) in outcomeOfField { record[field] = outcome(name).map { .number($0) } }
    record["ais"] = grade(outcome("impairment_scale")).map { .word($0) }
    record["level"] = level(outcome("neurological_level")).map { .word($0) }
    record["motor-level-right"] = level(outcome("motor_level_right")).map { .word($0) }
    record["motor-level-left"] = level(outcome("motor_level_left")).map { .word($0) }
    return record
  }

  private static func grade(_ code: Double?) -> String? {
    code.flatMap { Int(exactly: $0) }.flatMap { UInt8(exactly: $0 - 1) }.flatMap {
      ImpairmentScale(rawValue: $0)
    }
    .map(\.description)
  }

  /// The level of a code; none where nothing is impaired.
  private static func level(_ code: Double?) -> String? {
    code.flatMap { Int(exactly: $0) }.flatMap { UInt8(exactly: $0 - 1) }.flatMap { SpinalLevel(rawValue: $0) }
      .flatMap { $0 == .intact ? nil : "\($0)" }
  }
}
