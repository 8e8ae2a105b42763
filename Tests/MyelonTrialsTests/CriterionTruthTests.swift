import MyelonTrials
import Testing

@Suite("Logic of three values")
struct CriterionTruthTests {
  /// Kleene 1952, § 64, written out by hand: rows are the first value, columns the second (not met, unknown, met).
  static let values: [CriterionTruth] = [.notMet, .unknown, .met]
  static let both: [[CriterionTruth]] = [
    [.notMet, .notMet, .notMet], [.notMet, .unknown, .unknown], [.notMet, .unknown, .met],
  ]
  static let either: [[CriterionTruth]] = [
    [.notMet, .unknown, .met], [.unknown, .unknown, .met], [.met, .met, .met],
  ]
  static let opposite: [CriterionTruth] = [.met, .unknown, .notMet]

  /// Yes, no or nothing for each of three flags.
  private func record(_ first: Int, _ second: Int, _ third: Int = 1) -> CriterionRecord {
    var record = CriterionRecord()
    for (name, place) in [("sensory-sparing", first), ("smoker", second), ("ventilated", third)]
    where place != 1 {
      record[name] = .flag(place == 2)
    }
    return record
  }

  @Test("The operators are Kleene's tables")
  func operators() {
    for first in 0..<3 {
      #expect(!Self.values[first] == Self.opposite[first])
      for second in 0..<3 {
        #expect((Self.values[first] & Self.values[second]) == Self.both[first][second])
        #expect((Self.values[first] | Self.values[second]) == Self.either[first][second])
      }
    }
  }

  @Test("'and', 'or' and 'not' of two flags are Kleene's tables")
  func pairs() throws {
    let and = try CriterionSamples.criterion("sensory-sparing and smoker")
    let or = try CriterionSamples.criterion("sensory-sparing or smoker")
    let not = try CriterionSamples.criterion("not sensory-sparing")
    for first in 0..<3 {
      for second in 0..<3 {
        let record = record(first, second)
        #expect(and.truth(on: record) == Self.both[first][second])
        #expect(or.truth(on: record) == Self.either[first][second])
        #expect(not.truth(on: record) == Self.opposite[first])
        #expect(and.verdict(on: record).truth == Self.both[first][second])
        #expect(or.verdict(on: record).truth == Self.either[first][second])
      }
    }
  }

  @Test("Groups of three and mixed groups follow from the tables, 'and' before 'or'")
  func triples() throws {
    let and = try CriterionSamples.criterion("sensory-sparing and smoker and ventilated")
    let or = try CriterionSamples.criterion("sensory-sparing or smoker or ventilated")
    let mixed = try CriterionSamples.criterion("sensory-sparing or smoker and ventilated")
    let negated = try CriterionSamples.criterion("not sensory-sparing and smoker or ventilated")
    func place(_ truth: CriterionTruth) -> Int { truth.rawValue + 1 }
    for first in 0..<3 {
      for second in 0..<3 {
        for third in 0..<3 {
          let record = record(first, second, third)
          let pair = Self.both[second][third]
          #expect(and.truth(on: record) == Self.both[first][place(pair)])
          #expect(or.truth(on: record) == Self.either[first][place(Self.either[second][third])])
          #expect(mixed.truth(on: record) == Self.either[first][place(pair)])
          let left = Self.both[place(Self.opposite[first])][second]
          #expect(negated.truth(on: record) == Self.either[place(left)][third])
        }
      }
    }
  }

  @Test("Every question about a missing value is undecided, except whether it is known")
  func missing() throws {
    let nothing = CriterionRecord()
    for text in [
      "age > 1", "age != 1", "age in {1}", "age not in {1}", "age between 1 and 2", "cause != fall",
      "ais <= E",
      "smoker", "smoker = no", "age > 1 or age <= 1",
    ] {
      #expect(try CriterionSamples.criterion(text).truth(on: nothing) == .unknown, "\(text)")
    }
    #expect(try CriterionSamples.criterion("age is known").truth(on: nothing) == .notMet)
    #expect(try CriterionSamples.criterion("age is unknown").truth(on: nothing) == .met)
  }
}
