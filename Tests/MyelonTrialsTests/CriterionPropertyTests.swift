import MyelonTestSupport
import Testing

@testable import MyelonTrials

@Suite("Criteria at random")
struct CriterionPropertyTests {
  private func truth(_ twin: Double) -> CriterionTruth { twin == 0 ? .notMet : twin == 1 ? .met : .unknown }

  @Test("Random criteria say what a plain twin says of random people, in any spelling")
  func twin() throws {
    var random = SeededGenerator(seed: 81)
    var counts: [CriterionTruth: Int] = [:]
    for _ in 0..<1500 {
      let tree = CriterionTwin.tree(depth: 4, &random)
      let text = tree.text(&random)
      let criterion = try CriterionSamples.criterion(text)
      let again = try CriterionSamples.criterion(criterion.canonical)
      #expect(again.expression == criterion.expression, "\(text)")
      #expect(again.canonical == criterion.canonical)
      for _ in 0..<12 {
        let person = CriterionTwin.person(&random)
        let record = CriterionRecord(person)
        let found = criterion.truth(on: record)
        counts[found, default: 0] += 1
        #expect(found == truth(tree.truth(person)), "\(text) on \(person)")
        #expect(criterion.verdict(on: record).truth == found)
      }
    }
    // All three truths are met often enough for the comparison to mean something.
    for value in CriterionTruth.allCases { #expect(counts[value, default: 0] > 1000) }
  }

  @Test("'not' turns the verdict round, twice gives it back, and De Morgan's laws hold")
  func laws() throws {
    var random = SeededGenerator(seed: 82)
    for _ in 0..<500 {
      let first = CriterionTwin.tree(depth: 3, &random).text(&random)
      let second = CriterionTwin.tree(depth: 3, &random).text(&random)
      let plain = try CriterionSamples.criterion(first)
      let not = try CriterionSamples.criterion("not (\(first))")
      let notNot = try CriterionSamples.criterion("not not (\(first))")
      let notBoth = try CriterionSamples.criterion("not ((\(first)) and (\(second)))")
      let eitherNot = try CriterionSamples.criterion("not (\(first)) or not (\(second))")
      let notEither = try CriterionSamples.criterion("not ((\(first)) or (\(second)))")
      let bothNot = try CriterionSamples.criterion("not (\(first)) and not (\(second))")
      for _ in 0..<10 {
        let record = CriterionRecord(CriterionTwin.person(&random))
        let truth = plain.truth(on: record)
        #expect(not.truth(on: record).rawValue == -truth.rawValue)
        #expect(notNot.truth(on: record) == truth)
        #expect(notBoth.truth(on: record) == eitherNot.truth(on: record))
        #expect(notEither.truth(on: record) == bothNot.truth(on: record))
      }
    }
  }

  @Test(
    "The part that a reason names decides: it has the truth of the whole and nothing can be left out of it")
  func deciding() throws {
    var random = SeededGenerator(seed: 83)
    var shortened = 0
    for _ in 0..<800 {
      let criterion = try CriterionSamples.criterion(CriterionTwin.tree(depth: 4, &random).text(&random))
      for _ in 0..<8 {
        let record = CriterionRecord(CriterionTwin.person(&random))
        let truth = criterion.truth(on: record)
        let part = criterion.expression.decidingPart(on: record)
        #expect(part.truth(on: record) == truth)
        #expect(part.decidingPart(on: record) == part)
        #expect(Set(part.checks).isSubset(of: criterion.expression.checks))
        if part != criterion.expression { shortened += 1 }
        let explanation = criterion.explanation(on: record)
        #expect(explanation.part == part.text)
        #expect(try CriterionSamples.criterion(explanation.part).truth(on: record) == truth)
        if truth == .unknown { #expect(explanation.found.contains("is not known")) }
      }
    }
    #expect(shortened > 1000)
  }

  @Test("Learning more never turns a decided verdict round")
  func monotone() throws {
    var random = SeededGenerator(seed: 84)
    var decided = 0
    for _ in 0..<500 {
      let tree = CriterionTwin.tree(depth: 4, &random)
      let criterion = try CriterionSamples.criterion(tree.text(&random))
      // Whether something is known is itself a question, and its answer does turn.
      guard !criterion.expression.checks.contains(where: { [.isKnown, .isUnknown].contains($0.condition) })
      else { continue }
      for _ in 0..<10 {
        let person = CriterionTwin.person(&random)
        let more = person.merging(CriterionTwin.person(&random)) { old, _ in old }
        let before = criterion.truth(on: CriterionRecord(person))
        guard before != .unknown else { continue }
        decided += 1
        #expect(criterion.truth(on: CriterionRecord(more)) == before)
      }
    }
    #expect(decided > 500)
  }

  @Test("A printed number is on the same side of the limit as the number found")
  func printed() throws {
    var random = SeededGenerator(seed: 85)
    for _ in 0..<2000 {
      let limit = Double(Int.random(in: 0...80, using: &random))
      let distance =
        Double.random(in: -1...1, using: &random) * CriterionTwin.pick([1, 1e-3, 1e-6, 1e-12], &random)
      let age = limit + distance
      let criterion = try CriterionSamples.criterion("age < \(limit)")
      let record: CriterionRecord = ["age": .number(age)]
      let found = criterion.explanation(on: record).found
      let printed = try #require(Double(found.split(separator: " ")[1]))
      #expect((printed < limit) == (age < limit), "\(found) of \(age) at \(limit)")
      #expect(abs(printed - age) <= 5.1e-4)
    }
  }
}
