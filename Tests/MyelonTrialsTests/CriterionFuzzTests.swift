import MyelonTestSupport
import MyelonTrials
import Testing

@Suite("Criteria of any text", .timeLimit(.minutes(5)))
struct CriterionFuzzTests {
  /// Reads a text, and when it is a criterion, evaluates and explains it; a fault has to lie in the text.
  ///
  /// - Returns: whether it is a criterion.
  private func probe(_ text: String, _ vocabulary: CriterionVocabulary, _ record: CriterionRecord) -> Bool {
    do throws(CriterionError) {
      let criterion = try Criterion(text, vocabulary: vocabulary)
      let verdict = criterion.verdict(on: record)
      #expect(verdict.truth == criterion.truth(on: record))
      let again = try Criterion(criterion.canonical, vocabulary: vocabulary)
      #expect(again.canonical == criterion.canonical)
      #expect(again.truth(on: record) == verdict.truth)
      return true
    } catch {
      #expect((1...text.count + 1).contains(error.column))
      #expect(!error.required.isEmpty && !error.found.isEmpty)
      #expect(error.description.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
      return false
    }
  }

  @Test("Random bytes and random characters are refused or read, never more")
  func bytes() throws {
    let vocabulary = try CriterionSamples.vocabulary()
    var random = SeededGenerator(seed: 91)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = probe(String(decoding: bytes, as: UTF8.self), vocabulary, [:])
      let printable = (0..<count).map { _ in UInt8.random(in: 32...126, using: &random) }
      _ = probe("age > " + String(decoding: printable, as: UTF8.self), vocabulary, [:])
    }
  }

  static let tokens = [
    "age", "days-since-injury", "motor-score", "ais", "level", "cause", "smoker", "and", "or", "not", "in",
    "between", "is", "known", "unknown", "(", ")", "{", "}", "[", "]", ",", "=", "!=", "<", "<=", ">", ">=",
    "18",
    "65", "-3", "1e300", "years", "weeks", "A", "C4", "S4-5", "fall", "yes", "no", "≤", "\n", "\r\n", "e",
    "1.5",
  ]

  @Test("Random tokens are refused or read, and some are read")
  func soup() throws {
    let vocabulary = try CriterionSamples.vocabulary()
    var random = SeededGenerator(seed: 92)
    let record = CriterionRecord(CriterionTwin.person(&random))
    var read = 0
    for round in 0..<12_000 {
      var words = (0..<Int.random(in: 1..<14, using: &random)).map { _ in
        CriterionTwin.pick(Self.tokens, &random)
      }
      if round % 2 == 0 {
        // Field, sign and value, so that some texts are criteria.
        words = [
          CriterionTwin.pick(Array(Self.tokens[..<7]), &random),
          CriterionTwin.pick(Array(Self.tokens[22..<28]), &random),
          CriterionTwin.pick(Array(Self.tokens[28..<40]), &random),
          CriterionTwin.pick(["", "or smoker", ")"], &random),
        ]
      }
      if probe(words.joined(separator: " "), vocabulary, record) { read += 1 }
      if round % 4 == 1 { _ = probe(words.joined(), vocabulary, record) }
    }
    #expect(read > 100)
  }

  @Test("Good criteria with a few characters changed are refused or read")
  func changed() throws {
    let vocabulary = try CriterionSamples.vocabulary()
    var random = SeededGenerator(seed: 93)
    let letters = Array("()[]{}<>=!,.-_ %°0123456789aeinotABCé\u{301}\u{0}\u{200D}👩🏽\n\t\"")
    var refused = 0
    for _ in 0..<8000 {
      var characters = Array(CriterionTwin.tree(depth: 3, &random).text(&random))
      for _ in 0..<Int.random(in: 1...3, using: &random) where !characters.isEmpty {
        let place = Int.random(in: 0..<characters.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: characters.remove(at: place)
        case 1: characters[place] = CriterionTwin.pick(letters, &random)
        default: characters.insert(CriterionTwin.pick(letters, &random), at: place)
        }
      }
      if !probe(String(characters), vocabulary, CriterionRecord(CriterionTwin.person(&random))) {
        refused += 1
      }
    }
    #expect(refused > 1000)
  }

  @Test("Texts at and over the limits of length and depth come to an end")
  func limits() throws {
    let vocabulary = try CriterionSamples.vocabulary()
    for piece in [
      "(", ")", "not ", "smoker or ", "smoker and (", "not(", "a", "9", "-", "age in {", "1,", "age>1 and ",
      "é",
      "\u{301}", " ", "1e", "x_", "[", "=", "👩🏽",
    ] {
      for bytes in [100, 4000, 4096, 4097, 1_000_000] {
        let count = bytes / piece.utf8.count
        _ = probe(String(repeating: piece, count: count), vocabulary, [:])
        _ = probe(String(repeating: piece, count: count) + "smoker", vocabulary, [:])
        _ = probe("age in {" + String(repeating: piece, count: count) + "1}", vocabulary, [:])
      }
    }
    let wide = "smoker" + String(repeating: " or not(smoker)", count: 272)
    #expect(probe(wide, vocabulary, ["smoker": .flag(false)]))
  }

  @Test("Any record can be judged, also one of wrong kinds and odd names")
  func records() throws {
    let vocabulary = try CriterionSamples.vocabulary()
    var random = SeededGenerator(seed: 94)
    let values: [CriterionValue] = [
      .number(.nan), .number(-.infinity), .number(1e308), .word(""), .word("é\u{0}"), .word("A"), .flag(true),
      .word(String(repeating: "x", count: 10_000)), .number(.leastNonzeroMagnitude), .number(-0.0),
    ]
    for _ in 0..<2000 {
      let criterion = try CriterionSamples.criterion(CriterionTwin.tree(depth: 3, &random).text(&random))
      var record = CriterionRecord()
      for field in CriterionTwin.fields + ["", "no such field"] {
        record[field] = CriterionTwin.pick(values, &random)
      }
      let explanation = criterion.explanation(on: record)
      #expect(explanation.truth == criterion.truth(on: record))
      #expect(!explanation.sentence.contains("\n"))
      #expect(explanation.sentence.count < 2000)
      #expect(vocabulary.faults(in: record).count >= 2)
    }
  }
}
