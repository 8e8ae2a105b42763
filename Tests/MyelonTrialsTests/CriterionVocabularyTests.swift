import MyelonTrials
import Testing

@Suite("Vocabularies and records")
struct CriterionVocabularyTests {
  static let refused: [(fields: [CriterionField], error: CriterionVocabularyError)] = [
    ([], .noFields),
    ([CriterionField("cause", .words([]))], .noWords(field: "cause")),
    ([CriterionField("my age", .flag)], .unwritable(name: "my age", role: "field", field: "my age")),
    ([CriterionField("", .flag)], .unwritable(name: "", role: "field", field: "")),
    (
      [CriterionField("x", .words(["a", "1+"]))], .unwritable(name: "1+", role: "word", field: "x")
    ),
    (
      [CriterionField("x", .words(["a", "Unknown"]))], .keyword(name: "Unknown", role: "word", field: "x")
    ),
    ([CriterionField("and", .flag)], .keyword(name: "and", role: "field", field: "and")),
    (
      [CriterionField("x", .number(CriterionUnit("in")))], .keyword(name: "in", role: "unit", field: "x")
    ),
    ([CriterionField("x", .flag), CriterionField("X", .flag)], .nameTaken(name: "x", by: "x")),
    (
      [CriterionField("x", .flag), CriterionField("y", .flag, synonyms: ["x"])],
      .nameTaken(name: "x", by: "x")
    ),
    (
      [CriterionField("x", .ordered(["a_b", "A-B"]))], .repeated(name: "A-B", role: "word", field: "x")
    ),
    (
      [CriterionField("x", .number(CriterionUnit("mm", synonyms: ["MM"])))],
      .repeated(name: "MM", role: "unit", field: "x")
    ),
    (
      [CriterionField("x", .number(CriterionUnit("mm", convertible: [.init("cm", size: 0)])))],
      .wrongSize(field: "x", unit: "mm", size: "0")
    ),
    (
      [CriterionField("x", .number(CriterionUnit("mm", size: .infinity)))],
      .wrongSize(field: "x", unit: "mm", size: "inf")
    ),
  ]

  @Test("A field that could not be named without doubt is refused", arguments: refused)
  func refusal(fields: [CriterionField], error: CriterionVocabularyError) {
    #expect(throws: error) { try CriterionVocabulary(fields) }
    #expect(!error.description.isEmpty)
  }

  @Test("Every word and unit of a vocabulary can be written and read back")
  func writable() throws {
    let unit = CriterionUnit(
      "%", convertible: [.init("kg/m2", size: 2), .init("°C", size: 3), .init("1e9", size: 4)])
    #expect(throws: CriterionVocabularyError.self) {
      try CriterionVocabulary([CriterionField("x", .number(unit))])
    }
    let words = ["C+", "S4/5", "a.b", "µ", "x^2", "e5"]
    let other = CriterionUnit(
      "%",
      convertible: [
        .init("kg/m2", size: 2), .init("°C", size: 3), .init("e", size: 4), .init("µg/mL", size: 5),
      ])
    let vocabulary = try CriterionVocabulary([
      CriterionField("x", .words(words)), CriterionField("y", .number(other)),
    ])
    for word in words {
      #expect(try Criterion("x=\(word)", vocabulary: vocabulary).canonical == "x = \(word)")
    }
    for (unit, size) in [("%", 1.0), ("kg/m2", 2), ("°C", 3), ("e", 4), ("µg/mL", 5)] {
      let criterion = try Criterion("y>1\(unit)", vocabulary: vocabulary)
      #expect(criterion.truth(on: ["y": .number(size)]) == .notMet)
      #expect(criterion.truth(on: ["y": .number(size.nextUp)]) == .met)
      #expect(try Criterion(criterion.canonical, vocabulary: vocabulary).canonical == criterion.canonical)
    }
  }

  @Test("Fields are found by name and synonym, and near names are suggested")
  func lookup() throws {
    let vocabulary = try CriterionSamples.vocabulary()
    #expect(vocabulary.field("Days_since_INJURY")?.name == "days-since-injury")
    #expect(vocabulary.field("UEMS")?.name == "upper-extremity-motor-score")
    #expect(vocabulary.field("agee") == nil)
    #expect(vocabulary.suggestion(for: "motor-scor") == "motor-score")
    #expect(vocabulary.suggestion(for: "uemz") == "uems")
    #expect(vocabulary.suggestion(for: "xylophone") == nil)
    #expect(vocabulary.suggestion(for: String(repeating: "a", count: 100_000)) == nil)
    #expect(vocabulary.fields.first?.meaning == "Age at injury.")
    #expect(vocabulary.fields.first?.unit == .years)
  }

  @Test("A record is asked under any spelling of a field's name")
  func records() {
    var record: CriterionRecord = ["Motor_Score": .number(3), "age": .number(1), "AGE": .number(2)]
    #expect(record["motor-score"] == .number(3))
    #expect(record["MOTOR-score"] == .number(3))
    #expect(record["age"] == .number(2))
    record["motor_score"] = nil
    #expect(record.names == ["age"])
    #expect(CriterionRecord(["age": .number(1), "AGE": .number(2)])["age"] == .number(1))
  }

  @Test("Every value that criteria cannot use is found")
  func faults() throws {
    let record: CriterionRecord = [
      "age": .number(30), "agee": .number(30), "uems": .number(3), "ais": .word("b"), "level": .word("INT"),
      "smoker": .word("yes"), "motor-score": .number(.nan), "cause": .flag(true),
    ]
    let found = try CriterionSamples.vocabulary().faults(in: record)
    #expect(
      found == [
        .unknownField(name: "agee", nearest: "age"),
        .unusable(field: "cause", required: "violence, fall, road-traffic or sport", found: "yes"),
        .unusable(
          field: "level", required: "C1, C2, C3, C4, C5, C6, C7, C8, T1, T2, T3, T4 or one of 17 more",
          found: "'INT'"),
        .unusable(field: "motor-score", required: "a number", found: "nan"),
        .unusable(field: "smoker", required: "yes or no", found: "'yes'"),
        .synonym(name: "uems", field: "upper-extremity-motor-score"),
      ])
    #expect(
      found.first?.description == "The name of a field is required; found 'agee': did you mean 'age'?")
    #expect(
      found[4].description
        == "Field 'smoker' requires yes or no; found 'yes'. It counts as not known.")
    #expect(try CriterionSamples.vocabulary().faults(in: ["age": .number(3), "smoker": .flag(true)]).isEmpty)
  }
}
