import Foundation
import MyelonStatistics
import Testing

@testable import MyelonStudies

@Suite("Benefit by biomarker") struct ForecastStrataTests {
  private static let outcomes: [(name: String, unit: String)] = [
    ("motor_score", "points"), ("lesion_length", "mm"),
  ]

  /// A study whose benefit is a function of the lesion's length, which is spread evenly over 0 to 30 mm.
  private func forecast(
    _ count: Int = 900, markers: String = "lesion_length", noise: Double = 1, benefit: (Double) -> Double
  ) throws -> Forecast {
    let (length, error) = (uniforms(count, seed: 3), normals(count, seed: 4))
    let settings = try ForecastSettings(biomarkers: try Biomarker.list(markers), replicates: 100)
    return try SmallStudy(outcomes: Self.outcomes).forecast(count, settings: settings) {
      member, arm, day, name in
      if name == "lesion_length" { return 30 * length[member] }
      let gain = benefit(30 * length[member]) + noise * error[member]
      return 40 + (arm == 1 && day == 365 ? gain : 0)
    }
  }

  @Test("A benefit that falls with the lesion's length is read off as a rule, with the means that follow")
  func select() throws {
    let table = try #require(try forecast { 12 - 0.4 * $0 }.tables.first)
    #expect(table.strata.count == 3 && table.areTerciles && table.origin == .firstVisit)
    // Cuts near 10 and 20, rounded to a tenth: the range of nine tenths is 27 mm.
    for (cut, expected) in zip(table.cuts, [10.0, 20]) {
      #expect(abs(cut - expected) < 1 && isNear(cut, (cut * 10).rounded() / 10))
    }
    for (stratum, expected) in zip(table.strata, [10.0, 6, 2]) {
      let benefit = try #require(stratum.benefit)
      #expect(abs(benefit.value - expected) < 0.4 && abs(stratum.share - 1.0 / 3) < 0.01)
      #expect(stratum.members >= 290 && isNear(stratum.effectiveSize, Double(stratum.members)))
    }
    #expect(table.rule.finding == .select && table.rule.favoured == [0] && table.rule.inferior == [1, 2])
    #expect(table.rule.text.contains("one would choose those with lesion length below"))
    #expect(try #require(table.strata[0].better?.value) > 0.98)
    #expect(try #require(table.strata[2].better?.value) < 0.1)
  }

  @Test(
    "Shares, means and probabilities of given strata are those of a sum by hand; a cut belongs to the upper one"
  )
  func byHand() throws {
    let lengths: [Double?] = [5, 9.9, 10, 15, 20, nil]
    let gains: [Double?] = [6, 2, -5, nil, 5, 9]
    let settings = try ForecastSettings(
      biomarkers: try Biomarker.list("lesion_length=10:20:40"), replicates: 100)
    let study = SmallStudy(outcomes: Self.outcomes)
    let forecast = try study.forecast(6, weights: [1, 2, 3, 4, 5, 6], settings: settings) {
      member, arm, day, name in
      if name == "lesion_length" { return lengths[member] }
      guard arm == 1, day == 365 else { return 0 }
      return gains[member]
    }
    let table = try #require(forecast.tables.first)
    #expect(table.coverage.known == 4 && table.coverage.missing == 2)
    #expect(isNear(table.coverage.missingShare, 10.0 / 21))
    #expect(table.strata.map(\.members) == [2, 1, 1, 0])
    // Weights 1 and 2 of 11; (6 + 4) / 3.
    #expect(isNear(table.strata[0].share, 3.0 / 11) && isNear(table.strata[0].benefit?.value, 10.0 / 3))
    #expect(isNear(table.strata[0].better?.value, 1.0 / 3) && table.strata[0].worse?.value == 0)
    #expect(table.strata[1].worse?.value == 1 && table.strata[2].better?.value == 1)
    // One member has a share but no mean with an error, none has nothing.
    #expect(table.strata[1].benefit == nil && table.strata[3].better == nil && table.strata[3].share == 0)
    #expect(
      table.strata.map(\.label) == [
        "below 10 mm", "10 mm to below 20 mm", "20 mm to below 40 mm", "40 mm and above",
      ])
    #expect(table.rule.finding == .tooFew && table.rule.undecided == [0, 1, 2, 3])
  }

  @Test("The intervals of a table hold together: each at 1 - 0.05 / 3")
  func bonferroni() throws {
    let table = try #require(try forecast { _ in 5 }.tables.first)
    let stratum = table.strata[1]
    let benefit = try #require(stratum.benefit)
    let student = try StudentDistribution(degreesOfFreedom: Double(stratum.members - 1))
    let reach = student.upperQuantile(0.025 / 3) * benefit.standardError
    #expect(isNear(benefit.high - benefit.value, reach, 1e-9))
  }

  @Test("No rule is read off where intervals overlap, gains are below the margin, or there is no gain")
  func noRule() throws {
    let same = try #require(try forecast { _ in 8 }.tables.first?.rule)
    #expect(same.finding == .overlapping && same.text.hasPrefix("No rule can be read off"))
    let small = try #require(try forecast { 4 - 0.1 * $0 }.tables.first?.rule)
    #expect(small.finding == .belowMargin && small.text.contains("below the margin of 5 points"))
    #expect(small.favoured == [0] && small.text.contains("no rule can be read off"))
    let harm = try #require(try forecast { -1 - 0.4 * $0 }.tables.first?.rule)
    #expect(harm.finding == .noGain && harm.favoured == [0])
    let constant = try SmallStudy(outcomes: Self.outcomes).forecast(
      200, settings: try ForecastSettings(biomarkers: try Biomarker.list("lesion_length"), replicates: 100)
    ) { member, arm, _, name in name == "lesion_length" ? 12 : Double(arm * member) }
    #expect(constant.tables.first?.rule.finding == .noVariation)
    #expect(constant.tables.first?.strata.map(\.label) == ["all values"])
  }

  @Test("Where those who gain less reach the margin too, the rule is one of order")
  func order() throws {
    let rule = try #require(try forecast { 20 - 0.4 * $0 }.tables.first?.rule)
    #expect(rule.finding == .select && rule.text.contains("one would first choose"))
    #expect(rule.text.contains("the others reach the margin of 5 points as well"))
  }

  @Test("A stratum between two that separate is left undecided when it meets both")
  func undecided() throws {
    func stratum(_ low: Double, _ high: Double, size: Double = 50) -> BiomarkerStratum {
      BiomarkerStratum(
        from: nil, to: nil, label: "\(low) to \(high)", members: Int(size), share: 0.3, effectiveSize: size,
        benefit: Estimate(value: (low + high) / 2, standardError: 1, low: low, high: high), better: nil,
        worse: nil)
    }
    let subject = SelectionRule.Subject(
      arm: "a", against: "b", outcome: "scim", unit: "points", margin: 4, biomarker: "m", confidence: 0.95)
    let rule = SelectionRule([stratum(1, 4), stratum(3, 7), stratum(6, 9)], about: subject)
    #expect(rule.finding == .select && rule.favoured == [2] && rule.inferior == [0] && rule.undecided == [1])
    #expect(rule.text.contains("Nothing can be told of: 3.0 to 7.0"))
    let tied = SelectionRule([stratum(1, 4), stratum(5, 7), stratum(6, 9)], about: subject)
    #expect(tied.favoured == [1, 2] && tied.undecided.isEmpty)
    // Too few members to be set against others, however far apart.
    let thin = SelectionRule([stratum(1, 2), stratum(6, 9, size: 19)], about: subject)
    #expect(thin.finding == .tooFew)
    // The intervals touch: they do not separate.
    #expect(SelectionRule([stratum(1, 4), stratum(4, 9)], about: subject).finding == .overlapping)
  }

  @Test("A parameter that varies is a biomarker as well, such as the time to treatment")
  func parameter() throws {
    let times = uniforms(600, seed: 8).map { 100 * $0 }
    let study = SmallStudy(parameters: ["injury.decompression"])
    let forecast = try study.forecast(600, parameters: { [times[$0]] }) { member, arm, day, _ in
      40 + (arm == 1 && day == 365 && times[member] < 50 ? 10 : 0)
    }
    let table = try #require(forecast.tables.first { $0.biomarker == "injury.decompression" })
    #expect(table.origin == .parameter && table.biomarkerUnit == "h" && table.alteredShare == 0)
    #expect(table.rule.finding == .select && table.rule.favoured == [0])
  }

  @Test("Many members at the lowest value are cut off from the rest; ties never make an empty stratum")
  func ties() throws {
    func cuts(_ values: [Double], weights: [Double]? = nil) throws -> [Double] {
      BiomarkerValues.terciles(try WeightedSample(values, weights: weights))
    }
    #expect(try cuts([Double](repeating: 0, count: 80) + (1...20).map(Double.init)) == [1])
    #expect(try cuts([Double](repeating: 5, count: 10)) == [])
    #expect(try cuts([0, 0, 0, 1, 1, 1]) == [1])
    #expect(try cuts([1, 2]).count == 1)
    #expect(try cuts((0...99).map(Double.init)) == [33, 66])
    #expect(try cuts((0...99).map { 0.001 * Double($0) }) == [0.033, 0.066])
    // Scores are cut at whole points, and nobody moves by that: 17 of 50 below the first.
    #expect(try cuts((0..<50).map(Double.init)) == [17, 33])
    // The last value has no weight, so that it cannot make a stratum.
    #expect(try cuts([1, 1, 1, 9], weights: [1, 1, 1, 0]) == [])
    for seed in 1...40 as ClosedRange<UInt64> {
      let values = uniforms(50, seed: seed).map { ($0 * Double(seed)).rounded() * 0.37 }
      let sample = try WeightedSample(values, weights: uniforms(50, seed: 99 + seed))
      let cuts = BiomarkerValues.terciles(sample)
      let ends = [-Double.infinity] + cuts + [.infinity]
      for (from, to) in zip(ends, ends.dropFirst()) {
        #expect(values.contains { $0 >= from && $0 < to }, "seed \(seed): empty from \(from) to \(to)")
      }
    }
  }

  @Test("Every grade of a code is a stratum of its own, told by its letter")
  func grades() throws {
    let study = SmallStudy(outcomes: [("motor_score", "points"), ("impairment_scale", "code")])
    let settings = try ForecastSettings(
      margins: try ForecastMargin.list("motor_score=5"), biomarkers: try Biomarker.list("impairment_scale"),
      replicates: 100)
    let forecast = try study.forecast(90, settings: settings) { member, arm, day, name in
      let grade = [1, 2, 4][member % 3]
      return name == "impairment_scale" ? Double(grade) : Double(arm * grade * (day == 3 ? 0 : 3))
    }
    let table = try #require(forecast.tables.first)
    #expect(table.strata.map(\.label) == ["below B", "B to below D", "D and above"] && !table.areTerciles)
    #expect(table.strata.map { $0.benefit?.value.rounded() } == [3, 6, 12])
    #expect(table.rule.favoured == [2] && table.rule.text.contains("those with AIS grade D and above"))
  }

  @Test("A biomarker that the treatment has changed by the first visit is told of")
  func altered() throws {
    let study = SmallStudy(outcomes: Self.outcomes)
    let forecast = try study.forecast(100) { member, arm, _, name in
      name == "lesion_length" ? Double(member) + (arm == 1 && member < 40 ? 1 : 0) : Double(member)
    }
    let table = try #require(forecast.tables.first { $0.biomarker == "lesion_length" })
    #expect(isNear(table.alteredShare, 0.4))
    #expect(forecast.notes.contains { $0.contains("no baseline") && $0.contains("40 %") })
  }

  @Test("The usual biomarkers are those that the study has; others are refused with the nearest name")
  func choice() throws {
    let names = Biomarker.standard(
      outcomes: ["scim", "serum_nfl", "tissue_bridge_ventral", "motor_score", "lesion_length"],
      parameters: ["D_glutamate", "injury.decompression"])
    #expect(
      names.map(\.name) == [
        "lesion_length", "motor_score", "serum_nfl", "tissue_bridge_ventral", "injury.decompression",
      ])
    #expect(throws: ForecastError.unknownBiomarker(name: "lesion_lenght", nearest: "lesion_length")) {
      try forecast(markers: "lesion_lenght") { $0 }
    }
    // Also where there is but one arm and nothing to compare.
    #expect(throws: ForecastError.unknownBiomarker(name: "nfl", nearest: nil)) {
      try SmallStudy(arms: ["untreated"]).forecast(
        4, settings: try ForecastSettings(biomarkers: try Biomarker.list("nfl"))
      ) { _, _, _, _ in 1 }
    }
    for text in ["", "a=", "a=1:x", "a=2:1", "a=1:1", "a,a", "a=1=2", "a=nan", "a=1:2:3:4:5:6:7:8:9:10"] {
      #expect(throws: ForecastError.self, "\(text)") { try Biomarker.list(text) }
    }
    let read = try Biomarker.list("lesion_length=10:20, injury.decompression")
    #expect(read.map(\.name) == ["lesion_length", "injury.decompression"])
    #expect(read.map(\.cuts) == [[10, 20], nil])
  }
}
