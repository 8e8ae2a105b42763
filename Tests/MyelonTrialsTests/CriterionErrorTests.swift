import MyelonTrials
import Testing

@Suite("Faults of criteria")
struct CriterionErrorTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let kind: CriterionError.Kind
    let column: Int
    let required: String
    let found: String
    let nearest: String?
    var testDescription: String { String(text.prefix(40)) }

    init(
      _ text: String, _ kind: CriterionError.Kind, _ column: Int, _ required: String, _ found: String,
      nearest: String? = nil
    ) {
      self.text = text
      self.kind = kind
      self.column = column
      self.required = required
      self.found = found
      self.nearest = nearest
    }
  }

  static let end = "the end of the text"
  static let deep = String(repeating: "(", count: 33) + "smoker" + String(repeating: ")", count: 33)
  /// 32 levels as written, 33 with the parentheses of `and` inside `or`.
  static let deepCanonical =
    String(repeating: "not ", count: 31) + "(smoker or smoker and smoker)"
  static let longCanonical = "age>1" + String(repeating: " and age>1", count: 400)

  static let cases: [Case] = [
    Case("", .empty, 1, "a criterion", end), Case(" \n ", .empty, 4, "a criterion", end),
    Case(String(repeating: " ", count: 4097), .tooLong, 1, "a text of at most 4096 bytes", "4097"),
    Case(longCanonical, .tooLong, 1, "a text of at most 4096 bytes", "7213 with all units written"),
    Case(deep, .tooDeep, 33, "at most 32 levels of parentheses and 'not'", "one more"),
    Case(
      deepCanonical, .tooDeep, 1, "at most 32 levels of parentheses and 'not'",
      "33, with 'and' inside 'or' in parentheses"),
    // Characters and numbers.
    Case("age > #", .unreadable, 7, "a name, a number, an operator or a bracket", "'#'"),
    Case("age => 3", .unreadable, 5, "an operator of this language", "'=>'", nearest: ">="),
    Case("age <> 3", .unreadable, 5, "an operator of this language", "'<>'", nearest: "!="),
    Case("smoker && ventilated", .unreadable, 8, "an operator of this language", "'&&'", nearest: "and"),
    Case("!smoker", .unreadable, 1, "an operator of this language", "'!'", nearest: "not"),
    Case("cause = \"fall\"", .unreadable, 9, "a word without quotation marks", "'\"'"),
    Case("größe > 3", .unreadable, 3, "a name, a number, an operator or a bracket", "'ö'"),
    Case(
      "age > 1.2.3", .malformedNumber, 7, "a number with one point and digits on both sides of it", "'1.2.'"),
    Case(
      "age > 18. ", .malformedNumber, 7, "a number with one point and digits on both sides of it", "'18. '"),
    Case("age > .5", .malformedNumber, 7, "a digit before the point of a number", "'.5'"),
    Case("age > 1e999", .numberOutOfRange, 7, "a number of a magnitude from 5e-324 to 1.7e308", "'1e999'"),
    Case(
      "age > -1e-999", .numberOutOfRange, 7, "a number of a magnitude from 5e-324 to 1.7e308", "'-1e-999'"),
    Case(
      "days-since-injury > 1e308 years", .numberOutOfRange, 21,
      "a number of a magnitude from 5e-324 to 1.7e308 in days", "'1e308'"),
    // Names.
    Case("agee > 3", .unknownField, 1, "the name of a field", "'agee'", nearest: "age"),
    Case("smoker and xylophone", .unknownField, 12, "the name of a field", "'xylophone'"),
    Case(
      "days-since-injry > 3", .unknownField, 1, "the name of a field", "'days-since-injry'",
      nearest: "days-since-injury"),
    Case("cause = fal", .unknownWord, 9, "violence, fall, road-traffic or sport", "'fal'", nearest: "fall"),
    Case("ais in {A, F}", .unknownWord, 12, "A, B, C, D or E", "'F'"),
    // Grammar.
    Case("age", .unexpected, 4, "a comparison, 'in', 'between' or 'is known' after 'age'", end),
    Case(
      "age and smoker", .unexpected, 5, "a comparison, 'in', 'between' or 'is known' after 'age'", "'and'"),
    Case("age not 3", .unexpected, 9, "'in' or 'between'", "'3'"),
    Case("and smoker", .unexpected, 1, "the name of a field, 'not' or '('", "'and'"),
    Case("smoker or", .unexpected, 10, "the name of a field, 'not' or '('", end),
    Case("18 < age", .unexpected, 1, "the name of a field, 'not' or '('", "'18'"),
    Case("(smoker", .unexpected, 8, "'and', 'or' or the ')' for the '(' in column 1", end),
    Case("smoker)", .unexpected, 7, "'and', 'or' or the end of the text", "')'"),
    Case("age > 18 ais = A", .unexpected, 10, "'and', 'or' or the end of the text", "'ais'"),
    Case("age > 18,5", .unexpected, 9, "'and', 'or' or the end of the text", "','"),
    Case("age > ", .unexpected, 7, "a number in years", end),
    Case(
      "age = unknown", .unexpected, 7, "a number in years ('age is unknown' asks what is known)", "'unknown'"),
    Case("age is 18", .unexpected, 8, "'known' or 'unknown' ('=' where a value is meant)", "'18'"),
    Case("age is not 18", .unexpected, 12, "'known' or 'unknown'", "'18'"),
    Case("age in 18", .unexpected, 8, "'{' for a list or '[' for a range", "'18'"),
    Case("ais in {}", .unexpected, 9, "A, B, C, D or E", "'}'"),
    Case("ais in {A B}", .unexpected, 11, "',' or the '}' for the '{' in column 8", "'B'"),
    Case("ais in [A, B, C]", .unexpected, 13, "']' (a range has two ends, a list stands in { })", "','"),
    Case("ais in [A]", .unexpected, 10, "',' and the second end of the range", "']'"),
    Case("age between 18, 65", .unexpected, 15, "'and' and the second end of the range", "','"),
    Case("age between 18 and smoker", .wrongType, 20, "a number in years", "'smoker'"),
    // Types.
    Case("age > old", .wrongType, 7, "a number in years", "'old'"),
    Case("motor-score > uems", .wrongType, 15, "a number", "'uems'"),
    Case("ais = 3", .wrongType, 7, "A, B, C, D or E", "'3'"),
    Case("smoker = 1", .wrongType, 10, "yes or no", "'1'"),
    Case("smoker in {yes}", .wrongType, 8, "'smoker' alone or with '= yes' or '= no'", "'in'"),
    Case("smoker > no", .noOrder, 8, "'=' or '!=' ('smoker' is yes or no and has no order)", "'>'"),
    Case("cause > fall", .noOrder, 7, "'=', '!=' or 'in' (the words of 'cause' have no order)", "'>'"),
    Case(
      "cause in [fall, sport]", .noOrder, 10,
      "a list in { } (a range needs an order, and the words of 'cause' have none)", "'['"),
    Case(
      "cause between fall and sport", .noOrder, 15,
      "a list in { } (a range needs an order, and the words of 'cause' have none)", "'fall'"),
    // Units.
    Case("age > 18 kg", .unknownUnit, 10, "years, hours, days, weeks or months", "'kg'"),
    Case(
      "age > 18 yeers", .unknownUnit, 10, "years, hours, days, weeks or months", "'yeers'", nearest: "years"),
    Case(
      "motor-score > 5 points", .unknownUnit, 17, "a number without unit ('motor-score' has none)", "'points'"
    ),
    Case(
      "age between 18 years and 65", .mixedUnits, 26,
      "a unit after every number, after the last only, or after none", "'65' without unit"),
    Case(
      "days-since-injury in {1, 2 weeks, 3 weeks}", .mixedUnits, 23,
      "a unit after every number, after the last only, or after none", "'1' without unit"),
    Case(
      "age between 65 and 18", .emptyRange, 13, "a range from the lesser to the greater value",
      "'65' before '18'"),
    Case("ais in [C, A]", .emptyRange, 9, "a range from the lesser to the greater value", "'C' before 'A'"),
    Case(
      "days-since-injury between 3 weeks and 20 days", .emptyRange, 27,
      "a range from the lesser to the greater value", "'3' before '20'"),
  ]

  @Test(
    "The fault, its column, what is required and what was found are those written beside it", arguments: cases
  )
  func fault(example: Case) throws {
    let error = #expect(throws: CriterionError.self) { try CriterionSamples.criterion(example.text) }
    #expect(error?.kind == example.kind)
    #expect(error?.column == example.column)
    #expect(error?.required == example.required)
    #expect(error?.found == example.found)
    #expect(error?.nearest == example.nearest)
    #expect(error?.text == example.text)
  }

  @Test("Every sort of fault has an example")
  func complete() {
    #expect(Set(Self.cases.map(\.kind)) == Set(CriterionError.Kind.allCases))
  }

  @Test("The description shows the text with a caret under the fault")
  func caret() throws {
    let error = #expect(throws: CriterionError.self) {
      try CriterionSamples.criterion("smoker and agee\n> 3")
    }
    #expect(
      error?.description == """
        Column 12: the name of a field is required; found 'agee': did you mean 'age'?
          smoker and agee > 3
                     ^
        """)
  }

  @Test("Of a long text the part around the fault is shown, and the caret stands under it")
  func window() throws {
    let text =
      String(repeating: "smoker or ", count: 40) + "agee > 3" + String(repeating: " or smoker", count: 40)
    let error = #expect(throws: CriterionError.self) { try CriterionSamples.criterion(text) }
    let lines = (error?.excerpt ?? "").split(separator: "\n").map(Array.init)
    #expect(error?.column == 401)
    #expect(lines.count == 2)
    #expect(lines[0].count <= 98)
    let place = try #require(lines[1].firstIndex(of: "^"))
    #expect(String(lines[0][place...].prefix(8)) == "agee > 3")
  }

  @Test("The text of 32 levels is read, one more is not")
  func depth() throws {
    let text = String(repeating: "not (", count: 16) + "smoker" + String(repeating: ")", count: 16)
    #expect(throws: Never.self) { try CriterionSamples.criterion(text) }
    #expect(throws: CriterionError.self) { try CriterionSamples.criterion("not " + text) }
    let long = "smoker" + String(repeating: " or smoker", count: 409)
    #expect(throws: Never.self) { try CriterionSamples.criterion(long) }
    #expect(long.utf8.count == 4096)
  }
}
