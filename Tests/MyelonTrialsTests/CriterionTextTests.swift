import Testing

@testable import MyelonTrials

@Suite("Reading criteria")
struct CriterionTextTests {
  /// Texts and their canonical forms.
  static let forms: [(text: String, canonical: String)] = [
    ("age between 18 and 65", "age between 18 and 65 years"),
    ("age >= 18 years and age <= 65 years", "age >= 18 years and age <= 65 years"),
    ("ais in {A, B}", "ais in {A, B}"), ("ais <= B", "ais <= B"),
    ("level between C4 and C7", "level between C4 and C7"),
    ("not (cause = violence)", "not cause = violence"),
    ("days-since-injury <= 14", "days-since-injury <= 14 days"),
    (
      "motor-score < 41 or upper-extremity-motor-score < 21",
      "motor-score < 41 or upper-extremity-motor-score < 21"
    ),
    ("sensory-sparing", "sensory-sparing"),
    ("zone-of-partial-preservation is unknown", "zone-of-partial-preservation is unknown"),
    // Spellings.
    ("AGE IS KNOWN And Not SMOKER", "age is known and not smoker"),
    ("Days_Since_Injury == 3", "days-since-injury = 3 days"),
    ("uems ≥ 2", "upper-extremity-motor-score >= 2"),
    ("age≤65", "age <= 65 years"), ("ais≠a", "ais != A"), ("level = s4_5", "level = S4-5"),
    ("cause = ROAD_TRAFFIC", "cause = road-traffic"), ("age is not known", "age is unknown"),
    ("age is not unknown", "age is known"), ("smoker = yes", "smoker"), ("smoker != TRUE", "not smoker"),
    ("smoker = no", "not smoker"), ("smoker != false", "smoker"),
    // Lists and ranges.
    ("ais in {C,A,c}", "ais in {A, C}"), ("motor-score in {3, 1, 2, 1}", "motor-score in {1, 2, 3}"),
    ("ais in [A, C]", "ais between A and C"), ("age in [18, 65]", "age between 18 and 65 years"),
    ("age not between 18 and 65", "not age between 18 and 65 years"),
    ("cause not in {fall}", "not cause in {fall}"), ("age between 18 and 18", "age between 18 and 18 years"),
    // Numbers.
    ("motor-score > -5", "motor-score > -5"), ("motor-score > +5.50", "motor-score > 5.5"),
    ("motor-score > -0", "motor-score > 0"), ("motor-score > 1e2", "motor-score > 100"),
    ("motor-score > 0.1e-10", "motor-score > 1e-11"), ("motor-score > 1E+20", "motor-score > 1e+20"),
    ("motor-score=41and smoker", "motor-score = 41 and smoker"),
    // Precedence and parentheses.
    ("smoker and ventilated or sensory-sparing", "(smoker and ventilated) or sensory-sparing"),
    ("smoker or ventilated and sensory-sparing", "smoker or (ventilated and sensory-sparing)"),
    ("(smoker or ventilated) and sensory-sparing", "(smoker or ventilated) and sensory-sparing"),
    ("not smoker and ventilated", "not smoker and ventilated"),
    ("not (smoker and ventilated)", "not (smoker and ventilated)"), ("not not smoker", "not not smoker"),
    ("smoker and (ventilated and (sensory-sparing))", "smoker and ventilated and sensory-sparing"),
    ("age between 18 and 65 and smoker", "age between 18 and 65 years and smoker"),
    ("\n age\t> 18\r\n and\nsmoker ", "age > 18 years and smoker"),
  ]

  @Test("Each text has the canonical form that is written beside it", arguments: forms)
  func canonical(text: String, canonical: String) throws {
    let criterion = try CriterionSamples.criterion(text)
    #expect(criterion.canonical == canonical)
    #expect(criterion.text == text)
    let again = try CriterionSamples.criterion(canonical)
    #expect(again.canonical == canonical)
    #expect(again.expression == criterion.expression)
  }

  /// Sizes of units: 7 days a week, 365.25 days a year, a month a twelfth of it.
  static let units: [(text: String, canonical: String)] = [
    ("age >= 216 months", "age >= 18 years"), ("age >= 1 y", "age >= 1 years"),
    ("age >= 1461 days", "age >= 4 years"), ("age between 6 and 30 months", "age between 0.5 and 2.5 years"),
    ("days-since-injury <= 2 weeks", "days-since-injury <= 14 days"),
    ("days-since-injury <= 36 h", "days-since-injury <= 1.5 days"),
    ("days-since-injury <= 6 months", "days-since-injury <= 182.625 days"),
    ("days-since-injury <= 1 Year", "days-since-injury <= 365.25 days"),
    ("days-since-injury between 2 and 6 weeks", "days-since-injury between 14 and 42 days"),
    ("days-since-injury between 2 days and 6 weeks", "days-since-injury between 2 and 42 days"),
    ("days-since-injury in {1, 2, 3 weeks}", "days-since-injury in {7, 14, 21 days}"),
    ("days-since-injury in {1 d, 1 week}", "days-since-injury in {1, 7 days}"),
    ("days-since-injury<=14days", "days-since-injury <= 14 days"),
    ("days-since-injury in [1, 2 weeks]", "days-since-injury between 7 and 14 days"),
    ("haemoglobin > 12 g/dL", "haemoglobin > 120 g/L"),
    ("zone-of-partial-preservation < 1 segment", "zone-of-partial-preservation < 1 segments"),
  ]

  @Test("Units are turned into the field's", arguments: units)
  func converted(text: String, canonical: String) throws {
    #expect(try CriterionSamples.criterion(text).canonical == canonical)
  }

  @Test("Whole months, weeks and days of people at a limit are on the right side of it")
  func limits() throws {
    for years in 1...120 {
      let months = try CriterionSamples.criterion("age >= \(years * 12) months")
      #expect(months.truth(on: ["age": .number(Double(years))]) == .met)
      #expect(months.truth(on: ["age": .number(Double(years).nextDown)]) == .notMet)
    }
    // Hours are no finite binary fractions of days; the nearest number is the quotient, not a product with 1/24.
    for hours in 1...500 {
      let criterion = try CriterionSamples.criterion("days-since-injury = \(hours) hours")
      #expect(criterion.truth(on: ["days-since-injury": .number(Double(hours) / 24)]) == .met)
    }
    for weeks in 1...520 {
      let criterion = try CriterionSamples.criterion("days-since-injury = \(weeks) weeks")
      #expect(criterion.truth(on: ["days-since-injury": .number(Double(7 * weeks))]) == .met)
    }
  }

  @Test("A criterion knows the fields it asks for")
  func fields() throws {
    let criterion = try CriterionSamples.criterion("uems < 3 or (age > 3 and not uems is known)")
    #expect(criterion.fields == ["upper-extremity-motor-score", "age"])
  }

  @Test("Levels are ordered from rostral to caudal, and ranges hold both ends")
  func levels() throws {
    let range = try CriterionSamples.criterion("level between C4 and T2")
    let expected = ["C4", "C5", "C6", "C7", "C8", "T1", "T2"]
    let all = CriterionKind.spinalLevel.words
    #expect(all.count == 29)
    #expect(all.filter { range.truth(on: ["level": .word($0)]) == .met } == expected)
    let below = try CriterionSamples.criterion("level > S2")
    #expect(all.filter { below.truth(on: ["level": .word($0)]) == .met } == ["S3", "S4-5"])
    #expect(range.truth(on: ["level": .word("c_4")]) == .unknown)
    #expect(range.truth(on: ["level": .word("c4")]) == .met)
  }
}
