import Foundation
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Group-sequential designs")
struct GroupSequentialTests {
  static func difference(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).map { abs($0 - $1) }.max() ?? .infinity
  }

  @Test(
    "Bounds, spent errors, drift and power are those of the high-precision references to 1e-7",
    arguments: GroupSequentialReference.all)
  func references(_ reference: GroupSequentialReference) throws {
    let plan = try GroupSequentialPlan(
      GroupSequentialDesign(
        informationFractions: reference.fractions, efficacy: reference.efficacy,
        significance: reference.significance, isTwoSided: reference.isTwoSided))
    let bounds = Self.difference(plan.successBounds, reference.bounds)
    let spent = Self.difference(plan.spentSignificance, reference.spent)
    let power = Self.difference(
      plan.probabilities(drift: reference.drift).cumulativeSuccess, reference.power)
    print(
      "\(reference): bounds \(bounds), spent \(spent), power \(power), drift \(plan.drift - reference.drift)")
    #expect(bounds < 1e-7)
    #expect(spent < 1e-7)
    #expect(power < 1e-7)
    #expect(abs(plan.drift - reference.drift) < 1e-7)
  }

  private struct Row: Decodable {
    let type: String
    let k: Int
    let sided: Int
    let alpha: Double
    let info: [Double]
    let param: String
    let z_bounds: [Double]
    let cum_cross_H0: [Double]
    let drift: Double
    let cum_cross_at_drift: [Double]

    var efficacy: EfficacyBoundary {
      switch type {
      case "OF": .obrienFleming
      case "P": .pocock
      case "asOF": .spending(.obrienFleming)
      case "asP": .spending(.pocock)
      case "WT": .wangTsiatis(Double(param) ?? .nan)
      case "asHSD": .spending(.hwangShihDeCani(Double(param) ?? .nan))
      case "asKD": .spending(.kimDeMets(Double(param) ?? .nan))
      default: .given([])
      }
    }
  }

  @Test(
    "The file of high-precision boundaries is reproduced to 1e-7",
    .enabled(if: TrialFacts.arePresent, "reference numbers of ../shared/facts/trials are not there"))
  func file() throws {
    let rows = try TrialFacts.json("group_sequential_highprec.json", as: [Row].self)
    #expect(rows.count >= 8)
    for row in rows {
      let plan = try GroupSequentialPlan(
        GroupSequentialDesign(
          informationFractions: row.info, efficacy: row.efficacy, significance: row.alpha,
          isTwoSided: row.sided == 2))
      #expect(Self.difference(plan.successBounds, row.z_bounds) < 1e-7, "\(row.type)")
      #expect(Self.difference(plan.spentSignificance, row.cum_cross_H0) < 1e-7, "\(row.type)")
      #expect(abs(plan.drift - row.drift) < 1e-7, "\(row.type)")
      let power = plan.probabilities(drift: row.drift).cumulativeSuccess
      #expect(Self.difference(power, row.cum_cross_at_drift) < 1e-7, "\(row.type)")
    }
  }

  @Test(
    "The inflation and the expected sizes of rpact's table are reproduced to its tolerance",
    .enabled(if: TrialFacts.arePresent, "reference numbers of ../shared/facts/trials are not there"))
  func rpactTable() throws {
    let rows = try TrialFacts.rows("group_sequential.csv")
    var largest = 0.0
    #expect(rows.count == 8)
    for row in rows {
      let type = try #require(row["type"])
      func numbers(_ name: String) -> [Double] { TrialFacts.numbers(row[name]) }
      let fractions = numbers("info")
      let parameter = numbers("param").first ?? .nan
      let efficacy: EfficacyBoundary
      switch type {
      case "OF": efficacy = .obrienFleming
      case "P": efficacy = .pocock
      case "WT": efficacy = .wangTsiatis(parameter)
      case "asOF": efficacy = .spending(.obrienFleming)
      case "asP": efficacy = .spending(.pocock)
      default: efficacy = .spending(.hwangShihDeCani(parameter))
      }
      let alpha = try #require(numbers("alpha").first)
      let isTwoSided = row["sided"] == "2"
      let plan = try GroupSequentialPlan(
        GroupSequentialDesign(
          informationFractions: fractions, efficacy: efficacy, significance: alpha, isTwoSided: isTwoSided))
      // rpact prints 12 digits and iterates to 1e-8.
      #expect(Self.difference(plan.successBounds, numbers("z_bounds_rpact")) < 1e-7, "\(type)")
      #expect(Self.difference(plan.nominalLevels, numbers("stage_levels_1sided")) < 1e-7, "\(type)")
      let scale = isTwoSided ? 2.0 : 1
      #expect(
        Self.difference(plan.spentSignificance.map { $0 * scale }, numbers("cum_alpha")) < 1.01e-8 + 1e-7)
      let inflation = try #require(numbers("inflation").first)
      let shift = try #require(numbers("shift").first)
      let asn = try #require(numbers("asn_H1").first)
      #expect(abs(plan.inflation - inflation) < 1e-7)
      #expect(abs(plan.drift * plan.drift - shift) < 1e-6)
      #expect(abs(plan.inflation * plan.alternative.expectedInformation - asn) < 1e-7)
      largest = max(
        largest, abs(plan.inflation - inflation),
        abs(plan.inflation * plan.alternative.expectedInformation - asn))
    }
    print("largest difference of inflation and expected size from rpact: \(largest)")
  }

  @Test("Futility by spending of both errors is that of rpact 4 (asOF and bsOF, looks at 0.5, 0.75, 1)")
  func futility() throws {
    let plan = try GroupSequentialPlan(
      GroupSequentialDesign(
        informationFractions: [0.5, 0.75, 1], futility: .spending(.obrienFleming, isBinding: false)))
    // Printed by rpact with these digits (group_sequential_extra.txt).
    #expect(Self.difference(plan.successBounds, [2.963, 2.359, 2.014]) < 5e-4)
    #expect(Self.difference(plan.futilityBounds ?? [], [0.633, 1.404]) < 5e-4)
    #expect(abs(plan.inflation - 1.1332) < 5e-5)
    #expect(Self.difference(plan.alternative.cumulativeSuccess, [0.1966, 0.5909, 0.8]) < 5e-5)
    #expect(Self.difference(plan.alternative.crossedBelow, [0.06993, 0.06900, 0]) < 1e-5)
    #expect(abs(plan.inflation * plan.alternative.expectedInformation - 0.8509) < 5e-5)
    #expect(abs(plan.inflation * plan.null.expectedInformation - 0.6589) < 5e-5)
    let half = plan.probabilities(drift: plan.drift / 2)
    #expect(abs(plan.inflation * half.expectedInformation - 0.8272) < 5e-5)
  }

  @Test(
    "Binding futility keeps the level exactly and needs less information than futility that is not binding")
  func binding() throws {
    for efficacy in [EfficacyBoundary.spending(.obrienFleming), .pocock, .wangTsiatis(0.3)] {
      let design = GroupSequentialDesign(
        looks: 4, efficacy: efficacy, futility: .spending(.hwangShihDeCani(-2), isBinding: true), power: 0.9)
      let plan = try GroupSequentialPlan(design)
      #expect(abs(plan.null.totalSuccess - 0.025) < 1e-10)
      #expect(abs(plan.alternative.totalSuccess - 0.9) < 1e-10)
      var loose = design
      loose.futility = .spending(.hwangShihDeCani(-2), isBinding: false)
      let other = try GroupSequentialPlan(loose)
      #expect(other.null.totalSuccess < 0.025)
      #expect(abs((other.spentSignificance.last ?? 0) - 0.025) < 1e-10)
      #expect(plan.drift < other.drift)
    }
  }

  @Test(
    "Published constants of O'Brien-Fleming and Pocock tests (Jennison & Turnbull 2000, tables 2.1 and 2.3)")
  func publishedConstants() throws {
    // Two-sided, level 0.05, 2 to 10 looks.
    let pocock = [2: 2.178, 3: 2.289, 4: 2.361, 5: 2.413, 10: 2.555]
    let obrien = [2: 1.977, 3: 2.004, 4: 2.024, 5: 2.040, 10: 2.087]
    for (constants, efficacy) in [(pocock, EfficacyBoundary.pocock), (obrien, .obrienFleming)] {
      for (looks, constant) in constants {
        let plan = try GroupSequentialPlan(
          GroupSequentialDesign(looks: looks, efficacy: efficacy, significance: 0.05, isTwoSided: true))
        #expect(abs((plan.successBounds.last ?? 0) - constant) < 5.1e-4, "\(efficacy.label), \(looks)")
      }
    }
  }

  @Test("With two looks, the recursion equals the bivariate normal distribution to 1e-13")
  func twoLooks() throws {
    var largest = 0.0
    for fraction in [0.002, 0.1, 0.37, 0.5, 0.9, 0.998] {
      for drift in [-1.0, 0, 2.8, 6] {
        for bounds in [[2.0, 1.9], [0.5, 2.5], [3.5, -0.4]] {
          let found = StageProbabilities(
            fractions: [fraction, 1], upper: bounds, lower: [-.infinity, -.infinity], drift: drift)
          let joint = try BivariateNormal(correlation: fraction.squareRoot())
          // P(Z1 < b1, Z2 >= b2) = P(-Z2 <= -b2) - P(Z1 >= b1, Z2 >= b2).
          let first = bounds[0] - drift * fraction.squareRoot()
          let second = bounds[1] - drift
          let expected =
            NormalDistribution.standard.upperTail(second) - joint.cumulative(-first, -second)
          largest = max(largest, abs(found.success[1] - expected))
        }
      }
    }
    print("largest difference from the bivariate normal: \(largest)")
    #expect(largest < 1e-13)
  }

  @Test("Everything that can happen sums to one, also with many unequal looks and far drifts")
  func completeness() throws {
    var largest = 0.0
    for count in [1, 2, 5, 12, 30] {
      let fractions = (1...count).map { Double($0 * $0) / Double(count * count) }
      for drift in [-6.0, 0, 1, 4, 9] {
        let upper = [Double](repeating: 2.3, count: count)
        var lower = [Double](repeating: -1, count: count)
        lower[count - 1] = 2.3
        let found = StageProbabilities(fractions: fractions, upper: upper, lower: lower, drift: drift)
        let sum = found.totalSuccess + found.crossedBelow.reduce(0, +)
        largest = max(largest, abs(sum - 1))
      }
    }
    print("largest lack of completeness: \(largest)")
    #expect(largest < 1e-12)
  }

  @Test("A single look is the ordinary test")
  func singleLook() throws {
    for efficacy in [EfficacyBoundary.pocock, .obrienFleming, .spending(.kimDeMets(2))] {
      let plan = try GroupSequentialPlan(GroupSequentialDesign(looks: 1, efficacy: efficacy, power: 0.9))
      let normal = NormalDistribution.standard
      #expect(abs(plan.successBounds[0] - normal.upperQuantile(0.025)) < 1e-12)
      #expect(abs(plan.drift - normal.upperQuantile(0.025) - normal.quantile(0.9)) < 1e-10)
      #expect(abs(plan.inflation - 1) < 1e-10)
    }
  }
}
