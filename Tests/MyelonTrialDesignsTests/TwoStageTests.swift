import Foundation
import Testing

@testable import MyelonTrialDesigns

@Suite("Simon's two-stage designs")
struct TwoStageTests {
  @Test(
    "Designs of Simon 1989, table 1 and 2, are found again",
    arguments: [
      // null, alternative, level, power, optimal r1/n1 r/n, minimax r1/n1 r/n
      (0.1, 0.3, 0.05, 0.8, [1, 10, 5, 29], [1, 15, 5, 25]),
      (0.05, 0.25, 0.05, 0.8, [0, 9, 2, 17], [0, 12, 2, 16]),
      (0.2, 0.4, 0.05, 0.8, [3, 13, 12, 43], [4, 18, 10, 33]),
      (0.3, 0.5, 0.05, 0.8, [5, 15, 18, 46], [6, 19, 16, 39]),
      (0.2, 0.4, 0.1, 0.9, [3, 17, 10, 37], [3, 19, 10, 36]),
    ])
  func published(
    null: Double, alternative: Double, level: Double, power: Double, optimal: [Int], minimax: [Int]
  ) throws {
    for (criterion, limits) in [(SimonDesign.Criterion.optimal, optimal), (.minimax, minimax)] {
      let plan = try SimonDesign(
        nullRate: null, alternativeRate: alternative, significance: level, power: power,
        criterion: criterion, maximumPatients: 60
      ).solve()
      #expect(
        [plan.firstLimit, plan.firstPatients, plan.finalLimit, plan.patients] == limits, "\(criterion)")
    }
  }

  private struct Facts: Decodable {
    struct Limits: Decodable {
      let n1: Int
      let r1: Int
      let n: Int
      let r: Int
      let EN0: Double
      let PET0: Double
      let alpha: Double
      let power: Double
    }
    struct Simon: Decodable {
      let p0: Double
      let p1: Double
      let alpha: Double
      let beta: Double
      let optimal: Limits
      let minimax: Limits
    }
    let simon_two_stage: [Simon]
  }

  @Test(
    "The reference file is reproduced to 1e-12", .enabled(if: TrialFacts.arePresent, "no reference numbers"))
  func file() throws {
    let facts = try TrialFacts.json("sequential_and_samplesize.json", as: Facts.self)
    for row in facts.simon_two_stage {
      for (criterion, limits) in [(SimonDesign.Criterion.optimal, row.optimal), (.minimax, row.minimax)] {
        let plan = try SimonDesign(
          nullRate: row.p0, alternativeRate: row.p1, significance: row.alpha, power: 1 - row.beta,
          criterion: criterion, maximumPatients: 35
        ).solve()
        let found = [plan.firstLimit, plan.firstPatients, plan.finalLimit, plan.patients]
        let expected = [limits.r1, limits.n1, limits.r, limits.n]
        #expect(found == expected)
        let null = try plan.characteristics(rate: row.p0)
        #expect(abs(null.success - limits.alpha) < 1e-12)
        #expect(abs(null.earlyStop - limits.PET0) < 1e-12)
        #expect(abs(null.expectedPatients - limits.EN0) < 1e-11)
        #expect(abs(try plan.characteristics(rate: row.p1).success - limits.power) < 1e-12)
      }
    }
  }

  @Test("Exact characteristics of the design 1/10, 5/29 at 0.1 and 0.3")
  func decisive() throws {
    let plan = try SimonDesign(nullRate: 0.1, alternativeRate: 0.3, maximumPatients: 35).solve()
    let null = try plan.characteristics(rate: 0.1)
    #expect(abs(null.success - 0.04708630664389131) < 1e-12)
    #expect(abs(null.earlyStop - 0.7360989290999997) < 1e-12)
    #expect(abs(null.expectedPatients - 15.014120347100004) < 1e-11)
    #expect(abs(try plan.characteristics(rate: 0.3).success - 0.8050629131503246) < 1e-12)
    #expect(abs(try plan.pValue(responses: plan.finalLimit + 1) - null.success) < 1e-14)
  }

  @Test(
    "No design with fewer patients on average keeps level and power (all designs up to 18 patients tried)")
  func exhaustive() throws {
    let design = SimonDesign(nullRate: 0.05, alternativeRate: 0.3, maximumPatients: 18)
    let best = try design.solve()
    let expected = try best.characteristics(rate: 0.05).expectedPatients
    var tried = 0
    for total in 2...18 {
      for first in 1..<total {
        for limit in 0..<first {
          for final in limit..<total {
            let plan = try SimonPlan(
              design: design, firstPatients: first, firstLimit: limit, patients: total, finalLimit: final)
            let null = try plan.characteristics(rate: 0.05)
            guard null.success <= 0.05, try plan.characteristics(rate: 0.3).success >= 0.8 else { continue }
            tried += 1
            #expect(null.expectedPatients >= expected - 1e-12)
          }
        }
      }
    }
    #expect(tried > 10)
  }

  @Test("Advice follows the limits and sees what is certain before a stage is full")
  func advice() throws {
    let plan = try SimonDesign(nullRate: 0.1, alternativeRate: 0.3, maximumPatients: 35).solve()
    #expect(try plan.recommendation(treated: 10, responses: 1).action == .stopForFutility)
    #expect(try plan.recommendation(treated: 10, responses: 2).action == .goOn)
    #expect(try plan.recommendation(treated: 9, responses: 0).action == .stopForFutility)
    #expect(try plan.recommendation(treated: 8, responses: 0).action == .goOn)
    #expect(try plan.recommendation(treated: 20, responses: 6).action == .stopForSuccess)
    #expect(try plan.recommendation(treated: 29, responses: 5).action == .endWithoutSuccess)
    #expect(
      throws: EfficacyError.moreEventsThanPeople(
        cell: "patients so far", what: "responses", events: 5, people: 4)
    ) { try plan.recommendation(treated: 4, responses: 5) }
    #expect(try plan.table().csv.contains("first stage,10,<= 1 responses,-"))
  }

  @Test("Impossible and unreachable wishes are errors that name the field")
  func faults() {
    #expect(throws: EfficacyError.notIncreasing(cell: "alternativeRate", previous: 0.3, found: 0.2)) {
      try SimonDesign(nullRate: 0.3, alternativeRate: 0.2).solve()
    }
    #expect(throws: EfficacyError.outOfRange(cell: "firstLimit", allowed: "0 to 9", found: 10)) {
      try SimonPlan(
        design: SimonDesign(nullRate: 0.1, alternativeRate: 0.3), firstPatients: 10, firstLimit: 10,
        patients: 20, finalLimit: 12)
    }
    #expect(throws: EfficacyError.self) {
      try SimonDesign(nullRate: 0.3, alternativeRate: 0.31, maximumPatients: 30).solve()
    }
  }
}
