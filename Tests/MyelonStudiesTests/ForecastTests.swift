import Foundation
import MyelonStatistics
import Testing

@testable import MyelonStudies

@Suite("Forecast") struct ForecastTests {
  private static let person: [(name: String, unit: String)] = [
    ("motor_score", "points"), ("impairment_scale", "code"), ("neurological_level", "code"),
    ("motor_level_right", "code"), ("motor_level_left", "code"), ("scim", "points"),
    ("lesion_length", "mm"), ("allodynia_risk", "probability"),
  ]

  /// Four members with the weights 1 to 4; see each test for what follows by hand.
  private func four() throws -> Forecast {
    let first: [String: [Double?]] = [
      "motor_score": [10, 20, 30, 40], "impairment_scale": [1, 1, 2, 3],
      "neurological_level": [4, 4, 5, 6], "motor_level_right": [5, 5, 6, nil],
      "motor_level_left": [5, 5, nil, 6], "scim": [20, 20, 20, 20], "lesion_length": [10, 12, 14, 16],
      "allodynia_risk": [0, 0, 0, 0],
    ]
    let last: [String: [Double?]] = [
      "motor_score": [15, 29, 40, nil], "impairment_scale": [1, 2, 4, 3],
      "neurological_level": [4, 30, 5, nil], "motor_level_right": [6, 7, 7, 9],
      "motor_level_left": [7, 6, 7, 7], "scim": [24, 23, 20, 60], "lesion_length": [9, 11, 13, 15],
      "allodynia_risk": [0.1, 0.2, 0.3, 0.4],
    ]
    let study = SmallStudy(
      outcomes: Self.person, treated: [("tumour_volume", "mm3"), ("infection_risk", "probability")])
    return try study.forecast(4, weights: [1, 2, 3, 4]) { member, arm, day, name in
      if name == "tumour_volume" { return [0, 1, 1.5, 0.5][member] }
      if name == "infection_risk" { return 0.05 }
      return (day == 3 ? first : last)[name]?[member]
    }
  }

  @Test("Weighted means, quantiles and changes are those of a sum by hand")
  func numbers() throws {
    let forecast = try four()
    let motor = try #require(forecast.arm("untreated")?.outcome("motor_score"))
    let start = try #require(motor.visit(3))
    // (10 + 40 + 90 + 160) / 10.
    #expect(isNear(start.mean?.value, 30) && start.change == nil)
    #expect(start.coverage.known == 4 && start.coverage.missing == 0 && start.coverage.missingShare == 0)
    #expect(isNear(start.coverage.effectiveSize, 100.0 / 30))
    let end = try #require(motor.visit(365))
    // The fourth member, of weight 4, is missing: (15 + 58 + 120) / 6.
    #expect(isNear(end.mean?.value, 193.0 / 6))
    #expect(end.coverage.known == 3 && end.coverage.missing == 1 && isNear(end.coverage.missingShare, 0.4))
    #expect(isNear(end.coverage.effectiveSize, 36.0 / 14))
    let change = try #require(end.change)
    // Changes 5, 9, 10: (5 + 18 + 30) / 6, by the same three members.
    #expect(isNear(change.mean?.value, 53.0 / 6) && change.coverage.known == 3)
    // Error of the mean by hand: squares of the weights 1, 4, 9 by 36, times those of the distances from it.
    let mean = 53.0 / 6
    let squares =
      ((5 - mean) * (5 - mean) + 4 * (9 - mean) * (9 - mean) + 9 * (10 - mean) * (10 - mean)) / 36
    let size = 36.0 / 14
    #expect(isNear(change.mean?.standardError, (size / (size - 1) * squares).squareRoot()))
    // Windows of 14/36 of the cumulative weight, which ends at 1/6, 1/2 and 1: that of the median reaches 7/36 to both
    // sides of 1/2, so it holds 29 and 40 alike; that of 5 % holds 15 and 29 as 49 to 91.
    #expect(isNear(end.quantiles[2], 34.5) && isNear(end.quantiles[0], 3374.0 / 140))
    #expect(end.quantiles == end.quantiles.sorted() && end.quantiles.count == 5)
  }

  @Test("Without weights quantiles are those of type 7")
  func plainQuantiles() throws {
    let forecast = try SmallStudy().forecast(4) { member, _, _, _ in Double(10 * (member + 1)) }
    let visit = try #require(forecast.arms[0].outcomes[0].visit(365))
    for (found, expected) in zip(visit.quantiles, [11.5, 17.5, 25, 32.5, 38.5]) {
      #expect(isNear(found, expected))
    }
    #expect(!forecast.members.areWeighted && isNear(forecast.members.effectiveSize, 4))
    // Standard deviation 12.90994 / 2, Student's t with 3 degrees of freedom 3.182446.
    #expect(isNear(visit.mean?.high, 25 + 3.182446305284263 * (500.0 / 3 / 4).squareRoot(), 1e-9))
  }

  @Test("Every grade has its probability, levels that occur have theirs, and unknown ones are left out")
  func codes() throws {
    let forecast = try four()
    let arm = try #require(forecast.arm("untreated"))
    let grades = try #require(arm.code("impairment_scale")?.visit(3)?.categories)
    #expect(grades.map(\.label) == ["A", "B", "C", "D", "E"])
    for (category, expected) in zip(grades, [0.3, 0.3, 0.4, 0, 0]) {
      #expect(isNear(category.share.value, expected))
    }
    // Wilson's interval at Kish's size 10/3 for A: by hand 0.407082 ± 0.351998; for D (z² / (n + z²)).
    #expect(abs(grades[0].share.low - 0.055084) < 1e-5 && abs(grades[0].share.high - 0.759080) < 1e-5)
    #expect(grades[3].share.low == 0 && abs(grades[3].share.high - 0.535417) < 1e-5)
    let levels = try #require(arm.code("neurological_level")?.visit(365))
    // Known of three members of weights 1, 2, 3; 30 stands for no level.
    #expect(levels.categories.map(\.label) == ["C4", "C5", "none"])
    for (category, expected) in zip(levels.categories, [1.0 / 6, 0.5, 2.0 / 6]) {
      #expect(isNear(category.share.value, expected))
    }
    #expect(levels.coverage.missing == 1 && isNear(levels.coverage.missingShare, 0.4))
    #expect(arm.outcome("impairment_scale") == nil, "the mean of a code means nothing")
  }

  @Test("Conversions, gains, levels and tumours are counted by their definitions, at the edges too")
  func events() throws {
    let forecast = try four()
    let arm = try #require(forecast.arm("cells"))
    func share(_ id: String) -> Double? { arm.event(id)?.visit(365)?.share.estimate?.value }
    // Grades 1, 1, 2, 3 to 1, 2, 4, 3: members 2 and 3 gain one, member 3 two.
    #expect(isNear(share("ais_conversion_1"), 0.5) && isNear(share("ais_conversion_2"), 0.3))
    #expect(share("ais_loss_1") == 0)
    // Gains 5, 9, 10 of weights 1, 2, 3; the fourth is not known.
    #expect(share("motor_gain_5") == 1 && isNear(share("motor_gain_10"), 0.5))
    #expect(arm.event("motor_gain_5")?.visit(365)?.share.coverage.missing == 1)
    // Right 5 to 6, left 5 to 7: gained. Right 5 to 7: gained. Right 6 to 7, left unknown: cannot be told. Right unknown,
    // left 6 to 7: cannot be told.
    let levels = try #require(arm.event("motor_levels_2")?.visit(365)?.share)
    #expect(levels.estimate?.value == 1 && levels.coverage.known == 2 && levels.coverage.missing == 2)
    // SCIM gains 4, 3, 0, 40.
    #expect(isNear(share("scim_gain_4"), 0.5))
    // Volumes 0, 1, 1.5, 0.5: only more than 1 mm3 counts, at the first visit as well.
    #expect(isNear(share("tumour"), 0.3) && arm.event("tumour")?.visits.count == 2)
    #expect(forecast.arm("untreated")?.event("tumour") == nil && arm.event("bbb_gain_2") == nil)
    #expect(arm.event("ais_conversion_1")?.visits.map(\.day) == [365])
    // Mean risk (0.1 + 0.4 + 0.9 + 1.6) / 10; one that all share is known without error.
    #expect(isNear(arm.outcome("allodynia_risk")?.visit(365)?.mean?.value, 0.3))
    #expect((arm.outcome("allodynia_risk")?.visit(365)?.mean?.high ?? 2) <= 1)
    #expect(isNear(arm.outcome("infection_risk")?.visit(365)?.mean?.high, 0.05))
    #expect(arm.risks.map(\.name) == ["allodynia_risk", "infection_risk"])
  }

  @Test("One side that gained two levels is enough; both must be known to deny it")
  func oneSide() throws {
    let study = SmallStudy(
      arms: ["untreated"], outcomes: [("motor_level_right", "code"), ("motor_level_left", "code")])
    let right: [Double?] = [nil, nil, 7, 6]
    let left: [Double?] = [7, 6, 5, 5]
    let forecast = try study.forecast(4) { member, _, day, name in
      day == 3 ? 5 : (name == "motor_level_right" ? right : left)[member]
    }
    let share = try #require(forecast.arms[0].event("motor_levels_2")?.visit(365)?.share)
    #expect(share.coverage.known == 3 && isNear(share.estimate?.value, 2.0 / 3))
  }

  @Test("A tumour's volume is that of the settings")
  func tumourVolume() throws {
    let study = SmallStudy(treated: [("tumour_volume", "mm3")])
    let settings = try ForecastSettings(tumourVolume: 10, replicates: 100)
    let forecast = try study.forecast(5, settings: settings) { member, _, _, _ in Double(4 * member) }
    let event = try #require(forecast.arm("cells")?.event("tumour"))
    #expect(isNear(event.visit(365)?.share.estimate?.value, 0.4) && event.meaning.contains("10 mm3"))
  }

  @Test("A study of many normal lives gives the closed forms, and its intervals hold them")
  func closedForms() throws {
    let count = 4000
    let (base, gain) = (normals(count, seed: 1), normals(count, seed: 2))
    let study = SmallStudy(outcomes: [("motor_score", "points"), ("impairment_scale", "code")])
    // Motor score N(40, 10) at first, gain N(6, 4); AIS grade by cuts of the gain at -1, 1 deviations.
    let forecast = try study.forecast(count) { member, _, day, name in
      if name == "impairment_scale" {
        return day == 3 ? 2 : 2 + (gain[member] > 1 ? 1 : 0) - (gain[member] < -1 ? 1 : 0)
      }
      return 40 + 10 * base[member] + (day == 3 ? 0 : 6 + 4 * gain[member])
    }
    let arm = forecast.arms[0]
    let end = try #require(arm.outcome("motor_score")?.visit(365))
    let normal = try NormalDistribution(mean: 46, deviation: 116.0.squareRoot())
    for (found, probability) in zip(end.quantiles, Forecast.probabilities) {
      // Five standard errors of a quantile: √(p q / n) / density.
      let exact = normal.quantile(probability)
      let error = (probability * (1 - probability) / Double(count)).squareRoot() / normal.density(exact)
      #expect(abs(found - exact) < 5 * error)
    }
    let events: [(String, Double)] = [
      ("motor_gain_5", NormalDistribution.standard.cumulative(0.25)),
      ("motor_gain_10", NormalDistribution.standard.cumulative(-1)),
      ("ais_conversion_1", NormalDistribution.standard.cumulative(-1)),
      ("ais_loss_1", NormalDistribution.standard.cumulative(-1)),
    ]
    for (id, truth) in events {
      let found = try #require(arm.event(id)?.visit(365)?.share.estimate)
      #expect(abs(found.value - truth) < 5 * (truth * (1 - truth) / Double(count)).squareRoot(), "\(id)")
      // The interval is 2 · 1.96 standard errors wide.
      #expect(abs((found.high - found.low) / (3.92 * found.standardError) - 1) < 0.01)
    }
    #expect(try #require(end.change?.mean).holds(6) || abs(try #require(end.change?.mean).value - 6) < 0.3)
  }

  @Test("Weighted members stand for the distribution that their weights make of them")
  func importanceWeights() throws {
    let count = 4000
    let draws = normals(count, seed: 5)
    // Weights that make N(1/2, 1) of N(0, 1); 4 x + 3 is then N(5, 4).
    let forecast = try SmallStudy().forecast(count, weights: draws.map { 7 * exp(0.5 * $0) }) {
      member, _, day, _ in day == 3 ? 20 : 23 + 4 * draws[member]
    }
    let arm = forecast.arms[0]
    let size = forecast.members.effectiveSize
    // Σ(w)² / Σ(w²) = exp(-1/4) n.
    #expect(abs(size / (exp(-0.25) * Double(count)) - 1) < 0.06 && forecast.members.areWeighted)
    let gain = try #require(arm.outcomes[0].visit(365)?.change?.mean)
    #expect(abs(gain.value - 5) < 5 * gain.standardError && gain.standardError < 0.12)
    let share = try #require(arm.event("motor_gain_5")?.visit(365)?.share.estimate)
    #expect(abs(share.value - 0.5) < 5 * share.standardError && share.standardError < 0.02)
    let ten = try #require(arm.event("motor_gain_10")?.visit(365)?.share.estimate)
    #expect(abs(ten.value - NormalDistribution.standard.cumulative(-1.25)) < 5 * ten.standardError)
  }

  @Test("The names that a forecast reads are those that lives yield, and codes are those of the unit")
  func names() {
    let columns = LifeOutcomes.human + LifeOutcomes.rat
    let yielded = columns.map(\.name) + LifeOutcomes.therapyNames
    let read =
      ForecastEvent.rules(tumourVolume: 1).flatMap(\.reads) + ForecastMargin.standard.map(\.outcome)
    for name in read { #expect(yielded.contains(name), "no life yields \(name)") }
    let codes = columns.filter { $0.unit == ForecastCode.unit }.map(\.name)
    #expect(Set(codes) == Set(ForecastCode.levels + [ForecastCode.impairmentScale]))
  }
}
