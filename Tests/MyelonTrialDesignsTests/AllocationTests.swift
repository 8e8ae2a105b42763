import Foundation
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Allocation")
struct AllocationTests {
  private static let factors = [
    AllocationFactor(name: "grade", levels: ["A", "B", "C"]),
    AllocationFactor(name: "level", levels: ["cervical", "thoracic"], weight: 2),
  ]

  @Test("Minimisation as in Pocock and Simon's (1975) way, worked by hand")
  func byHand() throws {
    let procedure = AllocationProcedure.minimisation(
      Minimisation(factors: Self.factors, preference: 0.9))
    // Grade A: 2 controls, 1 treated; cervical: 1 control, 3 treated.
    let history: [(levels: [String: String], arm: Int)] = [
      (["grade": "A", "level": "thoracic"], 0), (["grade": "A", "level": "cervical"], 0),
      (["grade": "A", "level": "cervical"], 1), (["grade": "B", "level": "cervical"], 1),
      (["grade": "C", "level": "cervical"], 1),
    ]
    let choice = try procedure.next(["grade": "A", "level": "cervical"], after: history, seed: 1)
    // Control: ranges |3 - 1| and |2 - 3|, weighted 2 + 2 · 1 = 4; treated: |2 - 2| and |1 - 4|, weighted 6.
    #expect(choice.reason == "imbalance if allocated to control 4.00, treated 6.00")
    #expect(abs(choice.probabilities[0] - 0.9) < 1e-15 && abs(choice.probabilities[1] - 0.1) < 1e-15)
    let tie = try procedure.next(["grade": "B", "level": "thoracic"], after: [], seed: 1)
    #expect(tie.probabilities == [0.5, 0.5])
  }

  @Test("Every block is complete in every stratum, and lists do not hang on the order of strata")
  func blocks() throws {
    let arms = AllocationArms(names: ["control", "low", "high"], ratio: [2, 1, 1])
    let blocks = PermutedBlocks(arms: arms, multiples: [1], factors: Self.factors)
    let procedure = AllocationProcedure.blocks(blocks)
    let people = (0..<240).map { person in
      ["grade": ["A", "B", "C"][person % 3], "level": ["cervical", "thoracic"][person / 3 % 2]]
    }
    let choices = try procedure.allocate(people, seed: 77)
    for grade in ["A", "B", "C"] {
      for level in ["cervical", "thoracic"] {
        let own = people.indices.filter { people[$0] == ["grade": grade, "level": level] }
          .map { choices[$0].arm }
        for start in stride(from: 0, to: own.count, by: 4) {
          #expect(own[start..<start + 4].sorted() == [0, 0, 1, 2])
        }
      }
    }
    let reversed = try procedure.allocate(people.reversed(), seed: 77)
    let first = people.indices.filter { people[$0]["grade"] == "B" && people[$0]["level"] == "cervical" }
    let again = Array(people.reversed()).indices.filter {
      Array(people.reversed())[$0] == ["grade": "B", "level": "cervical"]
    }
    #expect(first.map { choices[$0].arm } == again.map { reversed[$0].arm })
    // One at a time is the same as all at once.
    var history: [(levels: [String: String], arm: Int)] = []
    for person in 0..<20 {
      let choice = try procedure.next(people[person], after: history, seed: 77)
      #expect(choice.arm == choices[person].arm)
      history.append((people[person], choice.arm))
    }
  }

  @Test("Minimisation balances factors better than simple allocation, and is foreseen more often")
  func characteristics() throws {
    let shares = [[0.5, 0.2, 0.3], [0.6, 0.4]]
    func measure(_ procedure: AllocationProcedure) throws -> AllocationCharacteristics {
      try procedure.characteristics(
        people: 40, balanced: Self.factors, levelShares: shares, trials: 300, seed: 9)
    }
    let simple = try measure(.simple(.equal))
    let biased = try measure(.minimisation(Minimisation(factors: Self.factors)))
    let sure = try measure(.minimisation(Minimisation(factors: Self.factors, preference: 1)))
    let blocks = try measure(.blocks(PermutedBlocks()))
    // |difference| of 40 fair draws: mean 40 · C(39, 20) / 2^39 = 5.0 (exact 5.0149).
    #expect(simple.totalImbalance.low < 5.0149 && 5.0149 < simple.totalImbalance.high)
    #expect(simple.guessed.low < 0.5 + 1e-9 && 0.5 < simple.guessed.high + 0.01)
    for factor in 0..<2 {
      #expect(biased.factorImbalance[factor].high < simple.factorImbalance[factor].low)
      #expect(sure.factorImbalance[factor].value < biased.factorImbalance[factor].value)
    }
    #expect(blocks.totalImbalance.value < 2.5)
    #expect(sure.guessed.value > biased.guessed.value && biased.guessed.value > 0.52)
  }

  @Test("Constrained allocation draws among the best balanced ones")
  func constrained() throws {
    let ages = (0..<20).map { Double(($0 * 37) % 23) }
    let scores = (0..<20).map { Double(($0 * 11) % 17) }
    let allocation = ConstrainedAllocation(
      covariates: [.init(name: "age", values: ages), .init(name: "score", values: scores, weight: 2)],
      treated: 8, candidates: 2000)
    let draw = try allocation.draw(seed: 3)
    #expect(draw.isTreated.filter { $0 }.count == 8)
    #expect(draw.score <= draw.cutoff && draw.cutoff < 0.3 * draw.meanScore)
    #expect(draw.distinct > 100 && draw.fixedPairs == 0)
    #expect(try allocation.draw(seed: 3) == draw)
    #expect(try allocation.draw(seed: 4).isTreated != draw.isTreated)
    // Mean score of unconstrained allocations: Σ weight · (1/n + 1/m) exactly, for values scaled by the sample's deviation.
    #expect(abs(draw.meanScore - 3 * (1.0 / 8 + 1.0 / 12)) < 0.05)
  }

  @Test("Unknown levels and impossible descriptions name the cell; files are read back")
  func faults() throws {
    let procedure = AllocationProcedure.minimisation(Minimisation(factors: Self.factors))
    #expect(
      throws: EfficacyError.unknownName(
        cell: "person 2, factor 'grade'", known: ["A", "B", "C"], found: "D")
    ) {
      try procedure.allocate(
        [["grade": "A", "level": "cervical"], ["grade": "D", "level": "cervical"]], seed: 1)
    }
    #expect(throws: EfficacyError.self) {
      try AllocationProcedure.blocks(
        PermutedBlocks(arms: AllocationArms(names: ["a", "a"], ratio: [1]), multiples: [])
      ).validate()
    }
    let text = #"{"minimisation": {"factors": [{"name": "grade", "levels": ["A", "B"]}], "preference": 0.7}}"#
    let read = try JSONDecoder().decode(AllocationProcedure.self, from: Data(text.utf8))
    #expect(
      try JSONDecoder().decode(AllocationProcedure.self, from: JSONEncoder().encode(read)) == read)
    #expect(
      try JSONDecoder().decode([AllocationProcedure].self, from: Data(#"["simple", "blocks"]"#.utf8))
        == [.simple(.equal), .blocks(PermutedBlocks())])
    let same = ConstrainedAllocation(
      covariates: [.init(name: "age", values: [1, 1, 1, 1])], treated: 2)
    #expect(
      throws: EfficacyError.incompatible(
        cell: "covariate 'age'", because: "is the same for everybody: leave it out")
    ) { try same.draw(seed: 1) }
  }
}
