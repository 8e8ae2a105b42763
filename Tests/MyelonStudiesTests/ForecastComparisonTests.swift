import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@testable import MyelonStudies

@Suite("Comparison of arms") struct ForecastComparisonTests {
  @Test(
    "Known normal differences give the closed probabilities of better and worse, whatever the spread between members"
  )
  func normalDifferences() throws {
    let count = 4000
    let (level, difference) = (normals(count, seed: 1), normals(count, seed: 2))
    // Members lie 30 points apart; the treated arm gains N(4, 3) over the untreated one of the same member.
    let forecast = try SmallStudy().forecast(count, settings: try ForecastSettings(replicates: 1000)) {
      member, arm, day, _ in
      50 + 30 * level[member] + (day == 365 && arm == 1 ? 4 + 3 * difference[member] : 0)
    }
    let found = try #require(forecast.comparisons.first)
    #expect(forecast.comparisons.count == 1 && found.arm == "cells" && found.against == "untreated")
    #expect(found.margin == 5 && found.day == 365 && found.coverage.known == count)
    let truths = (
      better: NormalDistribution.standard.cumulative(-1.0 / 3),
      worse: NormalDistribution.standard.cumulative(-3)
    )
    let better = try #require(found.better)
    let worse = try #require(found.worse)
    #expect(abs(better.value - truths.better) < 5 * better.standardError)
    #expect(worse.holds(truths.worse) && worse.value < 0.005)
    #expect(isNear(found.similar, 1 - better.value - worse.value))
    let benefit = try #require(found.benefit)
    #expect(abs(benefit.value - 4) < 5 * 3 / Double(count).squareRoot())
    // The bootstrap's error is deviation / √n, known to 1/√2000 of itself.
    #expect(abs(benefit.standardError / (3 / Double(count).squareRoot()) - 1) < 0.12)
    #expect(abs(found.quantiles[2] - 4) < 0.3 && abs(found.quantiles[4] - (4 + 1.645 * 3)) < 0.5)
  }

  @Test("Weighted shares are those of a sum by hand, a difference of the margin counts, gaps are counted")
  func byHand() throws {
    let untreated: [Double?] = [10, 10, 10, 10, nil, 10]
    let cells: [Double?] = [15, 14, 5, 11, 30, nil]
    let study = SmallStudy()
    let forecast = try study.forecast(6, weights: [1, 2, 3, 4, 5, 5]) { member, arm, day, _ in
      day == 3 ? 8 : (arm == 0 ? untreated : cells)[member]
    }
    let found = try #require(forecast.comparisons.first)
    #expect(isNear(found.better?.value, 0.1) && isNear(found.worse?.value, 0.3) && isNear(found.similar, 0.6))
    // (5 + 8 - 15 + 4) / 10.
    #expect(isNear(found.benefit?.value, 0.2))
    #expect(found.coverage.known == 4 && found.coverage.missing == 2)
    #expect(isNear(found.coverage.missingShare, 0.5))
  }

  @Test("Of lesions and risks less is better, of levels more")
  func directions() throws {
    let study = SmallStudy(
      outcomes: [
        ("lesion_length", "mm"), ("infection_risk", "probability"), ("motor_level_left", "code"),
      ])
    let margins = try ForecastMargin.list("lesion_length=2, infection_risk=0.1,motor_level_left=2")
    let settings = try ForecastSettings(margins: margins, replicates: 100)
    let forecast = try study.forecast(10, settings: settings) { member, arm, _, name in
      let base = name == "infection_risk" ? 0.5 : 20.0
      let step = name == "infection_risk" ? 0.2 : 3.0
      return base + (arm == 1 ? step * (name == "motor_level_left" ? 1 : -1) : 0)
    }
    #expect(forecast.comparisons.map(\.outcome) == ["lesion_length", "infection_risk", "motor_level_left"])
    for comparison in forecast.comparisons {
      #expect(comparison.better?.value == 1 && comparison.worse?.value == 0, "\(comparison.outcome)")
      #expect((comparison.benefit?.value ?? 0) > 0)
    }
    #expect(forecast.comparisons.map(\.isMoreBetter) == [false, false, true])
  }

  @Test("All arms meet: with the untreated one first, then among themselves, at every later visit")
  func pairs() throws {
    var study = SmallStudy(arms: ["cells", "untreated", "drug"], days: [3, 28, 365])
    // The treated arm is the last by the helper; give the first one its number by putting it last.
    study.arms = ["untreated too", "untreated", "cells"]
    study.treated = [("graft_survival", "%")]
    let forecast = try study.forecast(5) { member, arm, _, _ in Double(member * arm) }
    #expect(forecast.reference == "untreated too")
    let pairs = forecast.comparisons.map { "\($0.arm) - \($0.against) \($0.day)" }
    #expect(
      pairs == [
        "untreated - untreated too 28.0", "untreated - untreated too 365.0", "cells - untreated too 28.0",
        "cells - untreated too 365.0", "cells - untreated 28.0", "cells - untreated 365.0",
      ])
    let chosen = try study.forecast(5, settings: try ForecastSettings(reference: "cells", replicates: 100)) {
      member, arm, _, _ in Double(member * arm)
    }
    #expect(chosen.reference == "cells" && chosen.comparisons.first?.against == "cells")
    #expect(throws: ForecastError.unknownArm(name: "cell", known: study.arms)) {
      try study.forecast(5, settings: try ForecastSettings(reference: "cell")) { _, _, _, _ in 1 }
    }
  }

  @Test("The reference is the first arm without a therapy, not the first arm")
  func reference() throws {
    let study = SmallStudy(treated: [("graft_survival", "%")])
    let description = study.description
    let turned = StudyDescription(
      name: "turned", scenario: "", identity: "", seed: 1, parameters: [],
      outcomes: description.outcomes.filter { $0.arm == "cells" }
        + description.outcomes.filter { $0.arm == "untreated" })
    let records = (0..<3).map { member in
      MemberRecord(
        StudyMember(index: member, seed: 1, values: []), status: .done,
        outcomes: turned.outcomes.map { _ in Double(member) })
    }
    let forecast = try Forecast(turned, records: records, settings: try ForecastSettings(replicates: 100))
    #expect(forecast.arms.map(\.name) == ["cells", "untreated"] && forecast.reference == "untreated")
    #expect(forecast.comparisons.first?.arm == "cells")
  }

  @Test("Margins that nothing is measured by, or that are no margins, are refused with the nearest name")
  func wrongMargins() throws {
    let study = SmallStudy(outcomes: [("motor_score", "points"), ("anal_contraction", "code")])
    func run(_ text: String) throws -> Forecast {
      try study.forecast(3, settings: try ForecastSettings(margins: try ForecastMargin.list(text))) {
        _, _, _, _ in 1
      }
    }
    #expect(throws: ForecastError.unknownOutcome(name: "motor_scor", nearest: "motor_score")) {
      try run("motor_scor=5")
    }
    #expect(throws: ForecastError.noMargin(outcome: "anal_contraction")) { try run("anal_contraction=1") }
    for text in [
      "", "motor_score", "motor_score=", "motor_score=five", "motor_score=1,motor_score=2", "=3", "a=1=2",
    ] {
      #expect(throws: ForecastError.self, "\(text)") { try ForecastMargin.list(text) }
    }
    for text in ["motor_score=0", "motor_score=-1", "motor_score=inf", "motor_score=nan"] {
      #expect(throws: ForecastError.self, "\(text)") { try ForecastMargin.list(text) }
    }
    #expect(try ForecastMargin.list("motor_score = 2.5, scim=4").map(\.value) == [2.5, 4])
  }

  @Test("Equal arms are never better or worse, and the interval says how surely")
  func equalArms() throws {
    let forecast = try SmallStudy().forecast(100) { member, _, _, _ in Double(member) }
    let found = try #require(forecast.comparisons.first)
    #expect(found.better?.value == 0 && found.worse?.value == 0 && found.similar == 1)
    // Wilson's upper end of none in a hundred: z² / (n + z²).
    #expect(isNear(found.better?.high, 3.841458820694124 / 103.841458820694124, 1e-9))
    #expect(found.benefit?.value == 0 && found.benefit?.low == 0 && found.benefit?.high == 0)
  }
}
