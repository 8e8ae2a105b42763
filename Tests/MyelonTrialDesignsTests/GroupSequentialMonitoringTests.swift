import Foundation
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Monitoring of group-sequential trials")
struct GroupSequentialMonitoringTests {
  private static func plan() throws -> GroupSequentialPlan {
    try GroupSequentialPlan(
      GroupSequentialDesign(
        informationFractions: [0.5, 0.75, 1], futility: .spending(.obrienFleming, isBinding: false)))
  }

  @Test("Conditional power before the last look is a normal tail in closed form")
  func conditionalClosedForm() throws {
    let plan = try Self.plan()
    let t = 0.75
    for z in [-1.0, 0, 1.5, 2.2] {
      for drift in [0, plan.drift, 4] {
        let found = try plan.conditionalPower(look: 2, statistic: z, outlook: .drift(drift))
        let expected = NormalDistribution.standard.upperTail(
          (plan.successBounds[2] - z * t.squareRoot() - drift * (1 - t)) / (1 - t).squareRoot())
        #expect(abs(found - expected) < 1e-13)
      }
    }
  }

  @Test("Predictive power before the last look is a normal tail in closed form")
  func predictiveClosedForm() throws {
    let plan = try Self.plan()
    let t = 0.75
    for z in [-1.0, 0, 1.5, 2.2] {
      let found = try plan.predictivePower(look: 2, statistic: z)
      let expected = NormalDistribution.standard.upperTail(
        (plan.successBounds[2] * t.squareRoot() - z) / (1 - t).squareRoot())
      #expect(abs(found - expected) < 1e-10)
    }
  }

  @Test("Conditional power averaged over the first look gives back the power")
  func conditionalAverages() throws {
    let plan = try GroupSequentialPlan(GroupSequentialDesign(looks: 3, efficacy: .pocock))
    let rule = GaussLegendre(count: 40)
    let bound = plan.successBounds[0]
    let centre = plan.drift / 3.0.squareRoot()
    let later = rule.integral(from: centre - 8.5, to: bound) { z in
      let value = (try? plan.conditionalPower(look: 1, statistic: z)) ?? .nan
      return NormalDistribution.standard.density(z - centre) * value
    }
    #expect(abs(plan.alternative.success[0] + later - 0.8) < 1e-10)
  }

  @Test("The stagewise p-value of a result on the last bound is the significance level")
  func stagewiseLevel() throws {
    for efficacy in [EfficacyBoundary.pocock, .obrienFleming, .spending(.hwangShihDeCani(-4))] {
      for isTwoSided in [false, true] {
        let plan = try GroupSequentialPlan(
          GroupSequentialDesign(looks: 4, efficacy: efficacy, isTwoSided: isTwoSided))
        let p = try plan.stagewisePValue(look: 4, statistic: plan.successBounds[3])
        #expect(abs(p - plan.design.oneSidedSignificance) < 1e-10)
        let first = try plan.stagewisePValue(look: 1, statistic: 2.5)
        #expect(abs(first - NormalDistribution.standard.upperTail(2.5)) < 1e-15)
        let estimate = try plan.estimate(
          look: 4, statistic: plan.successBounds[3], confidence: 1 - 2 * plan.design.oneSidedSignificance)
        #expect(abs(estimate.low) < 1e-8)
        #expect(estimate.low < estimate.value && estimate.value < estimate.high)
      }
    }
  }

  @Test("The repeated p-value of a result on any bound is the significance level")
  func repeatedLevel() throws {
    for efficacy in [EfficacyBoundary.pocock, .obrienFleming, .spending(.pocock)] {
      let plan = try GroupSequentialPlan(GroupSequentialDesign(looks: 3, efficacy: efficacy))
      for look in 1...3 {
        let p = try plan.repeatedPValue(look: look, statistic: plan.successBounds[look - 1])
        #expect(abs(p - 0.025) < 1e-9)
      }
    }
  }

  @Test("Advice names the bound that fired")
  func advice() throws {
    let plan = try Self.plan()
    #expect(try plan.recommendation(look: 1, statistic: 3).action == .stopForSuccess)
    #expect(try plan.recommendation(look: 1, statistic: 0.6).action == .stopForFutility)
    #expect(try plan.recommendation(look: 2, statistic: 1.5).action == .goOn)
    let last = try plan.recommendation(look: 3, statistic: 2)
    #expect(last.action == .endWithoutSuccess)
    #expect(last.reason == "last look: Z 2.0000 is below the bound for success, 2.0141")
    #expect(throws: EfficacyError.outOfRange(cell: "look", allowed: "1 to 3", found: 4)) {
      try plan.recommendation(look: 4, statistic: 1)
    }
  }

  @Test("Faults of a design are all reported, each with its cell")
  func faults() throws {
    let design = GroupSequentialDesign(
      informationFractions: [0.5, 0.4, 0.9], efficacy: .wangTsiatis(7),
      futility: .spending(.kimDeMets(-1), isBinding: false), significance: 0.6, power: 1.2)
    let text = try #require(throws: EfficacyError.self) { try design.validate() }.description
    for cell in [
      "informationFractions, look 2", "last look", "significance", "power", "wangTsiatis", "kimDeMets",
    ] {
      #expect(text.contains(cell))
    }
    #expect(throws: EfficacyError.self) {
      try GroupSequentialDesign(
        looks: 2, futility: .spending(.pocock, isBinding: false), isTwoSided: true
      ).validate()
    }
    #expect(throws: EfficacyError.self) {
      try GroupSequentialDesign(informationFractions: [.nan, 1]).validate()
    }
  }

  @Test("A design is read from a file as one would write it and refuses unknown keys")
  func coding() throws {
    let text = #"""
      {"looks": 3, "efficacy": {"spending": {"hwangShihDeCani": -4}}, "futility": {"spending": "pocock"},
       "power": 0.9}
      """#
    let design = try JSONDecoder().decode(GroupSequentialDesign.self, from: Data(text.utf8))
    #expect(
      design
        == GroupSequentialDesign(
          looks: 3, efficacy: .spending(.hwangShihDeCani(-4)),
          futility: .spending(.pocock, isBinding: false), power: 0.9))
    let again = try JSONDecoder().decode(
      GroupSequentialDesign.self, from: try JSONEncoder().encode(design))
    #expect(again == design)
    let plan = try GroupSequentialPlan(design)
    #expect(
      try JSONDecoder().decode(GroupSequentialPlan.self, from: try JSONEncoder().encode(plan)) == plan)
    #expect(throws: EfficacyError.self) {
      try JSONDecoder().decode(GroupSequentialDesign.self, from: Data(#"{"look": 3}"#.utf8))
    }
  }
}
