import MyelonTrials
import Testing

@Suite("Reasons")
struct CriterionReasonTests {
  /// A criterion, a person, and the reason word for word; no reason where the criterion is met.
  static let reasons: [(text: String, record: CriterionRecord, reason: String?)] = [
    (
      "age between 18 and 65", ["age": .number(71)],
      "requires age between 18 and 65 years; found 71 years"
    ),
    ("age between 18 and 65", ["age": .number(65)], nil),
    ("age between 18 and 65", [:], "requires age between 18 and 65 years; age is not known"),
    ("age >= 18 and age <= 65 years", ["age": .number(71)], "requires age <= 65 years; found 71 years"),
    ("not (cause = violence)", ["cause": .word("violence")], "requires not cause = violence; found violence"),
    (
      "motor-score < 41 or uems < 21",
      ["motor-score": .number(45), "upper-extremity-motor-score": .number(30)],
      "requires motor-score < 41 or upper-extremity-motor-score < 21; "
        + "found motor-score 45, upper-extremity-motor-score 30"
    ),
    (
      "motor-score < 41 or uems < 21", ["motor-score": .number(45)],
      "requires upper-extremity-motor-score < 21; upper-extremity-motor-score is not known"
    ),
    (
      "motor-score < 41 or uems < 21", [:],
      "requires motor-score < 41 or upper-extremity-motor-score < 21; "
        + "motor-score is not known; upper-extremity-motor-score is not known"
    ),
    (
      "age < 66 and ais in {B, A} and smoker",
      ["age": .number(71), "ais": .word("C"), "smoker": .flag(true)],
      "requires age < 66 years and ais in {A, B}; found age 71 years, ais C"
    ),
    (
      "age < 18 or age > 65", ["age": .number(40)],
      "requires age < 18 years or age > 65 years; found 40 years"
    ),
    (
      "not (age < 18 or cause = sport)", ["age": .number(40), "cause": .word("sport")],
      "requires not cause = sport; found sport"
    ),
    (
      "not (age > 18 and cause = sport)", ["age": .number(40), "cause": .word("SPORT")],
      "requires not (age > 18 years and cause = sport); found age 40 years, cause sport"
    ),
    (
      "age > 50 or (smoker and ais = A)", ["age": .number(40), "smoker": .flag(true), "ais": .word("B")],
      "requires age > 50 years or ais = A; found age 40 years, ais B"
    ),
    ("age < 18 and smoker", ["age": .number(40)], "requires age < 18 years; found 40 years"),
    ("age > 18 and smoker", ["age": .number(40)], "requires smoker; smoker is not known"),
    ("sensory-sparing", ["sensory-sparing": .flag(false)], "requires sensory-sparing; found no"),
    ("sensory-sparing = no", ["sensory-sparing": .flag(true)], "requires not sensory-sparing; found yes"),
    ("age is known", [:], "requires age is known; age is not known"),
    (
      "zone-of-partial-preservation is unknown", ["zone-of-partial-preservation": .number(3)],
      "requires zone-of-partial-preservation is unknown; found 3 segments"
    ),
    (
      "zone-of-partial-preservation is unknown and smoker is known",
      ["zone-of-partial-preservation": .number(3)],
      "requires zone-of-partial-preservation is unknown and smoker is known; "
        + "found zone-of-partial-preservation 3 segments; smoker is not known"
    ),
    // Values that cannot be used.
    (
      "ais = A", ["ais": .word("F")],
      "requires ais = A; ais is not known (A, B, C, D or E is required, not 'F')"
    ),
    (
      "age > 3", ["age": .number(.nan)],
      "requires age > 3 years; age is not known (a number in years is required, not nan)"
    ),
    (
      "age > 3", ["age": .number(.infinity)],
      "requires age > 3 years; age is not known (a number in years is required, not inf)"
    ),
    ("smoker", ["smoker": .number(1)], "requires smoker; smoker is not known (yes or no is required, not 1)"),
    (
      "motor-score > 3", ["motor-score": .word("x\ny")],
      "requires motor-score > 3; motor-score is not known (a number is required, not 'x y')"
    ),
    // Numbers are short, unless that would contradict the verdict.
    ("age <= 65", ["age": .number(65.382_749_5)], "requires age <= 65 years; found 65.383 years"),
    ("age <= 65", ["age": .number(65.000_4)], "requires age <= 65 years; found 65.0004 years"),
    ("age = 65", ["age": .number(65.000_4)], "requires age = 65 years; found 65.0004 years"),
    (
      "motor-score >= 1", ["motor-score": .number(0.000_123_456_7)],
      "requires motor-score >= 1; found 0.0001235"
    ),
    ("motor-score < 0", ["motor-score": .number(1e300)], "requires motor-score < 0; found 1e+300"),
  ]

  @Test("The reason is the one written beside each person", arguments: reasons)
  func reason(text: String, record: CriterionRecord, reason: String?) throws {
    #expect(try CriterionSamples.reason(text, record) == reason)
  }

  @Test("A criterion that is met explains itself too")
  func met() throws {
    let criterion = try CriterionSamples.criterion("cause = violence or age > 90 or smoker")
    let record: CriterionRecord = ["cause": .word("violence"), "age": .number(30)]
    let explanation = criterion.explanation(on: record)
    #expect(criterion.verdict(on: record) == .met)
    #expect(explanation.truth == .met)
    #expect(explanation.part == "cause = violence")
    #expect(explanation.found == "found violence")
    #expect(explanation.sentence == "satisfies cause = violence; found violence")
    #expect(explanation.exclusionSentence == "excluded by cause = violence; found violence")
  }

  @Test("The exclusion's sentence says what is not verified and what does not exclude")
  func exclusion() throws {
    let criterion = try CriterionSamples.criterion("cause = violence")
    #expect(
      criterion.explanation(on: [:]).exclusionSentence == "not verified: cause = violence; cause is not known"
    )
    #expect(
      criterion.explanation(on: ["cause": .word("fall")]).exclusionSentence
        == "not excluded by cause = violence; found fall")
  }

  @Test("Verdicts carry their truth and reason")
  func verdicts() {
    #expect(CriterionVerdict.met.reason == nil)
    #expect(CriterionVerdict.notMet(reason: "a").truth == .notMet)
    #expect(CriterionVerdict.unknown(reason: "a").reason == "a")
  }
}
