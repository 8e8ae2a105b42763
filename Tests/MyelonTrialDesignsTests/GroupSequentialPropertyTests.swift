import MyelonRandom
import Testing

@testable import MyelonTrialDesigns

@Suite("Properties of group-sequential designs over random input")
struct GroupSequentialPropertyTests {
  private static func spending(_ stream: inout RandomStream) -> SpendingFunction {
    switch stream.index(below: 4) {
    case 0: .obrienFleming
    case 1: .pocock
    case 2: .hwangShihDeCani(stream.normal(deviation: 5))
    default: .kimDeMets(0.2 + 4 * stream.uniform())
    }
  }

  private static func design(_ trial: Int) -> GroupSequentialDesign {
    var stream = RandomStream(seed: 99, entity: UInt32(trial))
    let looks = 1 + stream.index(below: 7)
    var fractions = (0..<looks).map { _ in 0.02 + stream.uniform() }
    for look in fractions.indices.dropFirst() { fractions[look] += fractions[look - 1] }
    let last = fractions[looks - 1]
    fractions = fractions.map { $0 == last ? 1 : $0 / last }
    let isTwoSided = stream.uniform() < 0.3
    var futility: FutilityBoundary?
    if !isTwoSided, stream.uniform() < 0.6 {
      futility = .spending(spending(&stream), isBinding: stream.uniform() < 0.5)
    }
    let efficacy: EfficacyBoundary =
      stream.uniform() < 0.4 ? .wangTsiatis(stream.uniform()) : .spending(spending(&stream))
    return GroupSequentialDesign(
      informationFractions: fractions, efficacy: efficacy, futility: futility,
      significance: [0.001, 0.01, 0.05, 0.1][stream.index(below: 4)], isTwoSided: isTwoSided,
      power: [0.3, 0.8, 0.95, 0.99][stream.index(below: 4)])
  }

  @Test(
    "Level and power are met to 1e-9, bounds keep their order, and information is not below that of a single look"
  )
  func levels() throws {
    for trial in 0..<120 {
      let design = Self.design(trial)
      let plan = try GroupSequentialPlan(design)
      #expect(abs((plan.spentSignificance.last ?? 0) - design.oneSidedSignificance) < 1e-9, "\(design)")
      #expect(abs(plan.alternative.totalSuccess - design.power) < 1e-9, "\(design)")
      #expect(plan.null.totalSuccess <= design.oneSidedSignificance + 1e-9, "\(design)")
      if let lower = plan.futilityBounds {
        #expect(zip(lower, plan.successBounds).allSatisfy { $0 <= $1 }, "\(design)")
        // Spent as asked, unless the two bounds have met.
        if case .spending(let function, _) = design.futility,
          zip(lower, plan.successBounds).allSatisfy({ $0 < $1 })
        {
          var spent = 0.0
          for look in lower.indices {
            spent += plan.alternative.crossedBelow[look]
            let wanted = function.spent(of: 1 - design.power, at: design.informationFractions[look])
            #expect(abs(spent - wanted) < 1e-9, "\(design)")
          }
        }
      }
      if design.futility?.isBinding != true { #expect(plan.inflation > 1 - 1e-9, "\(design)") }
    }
  }

  @Test("Extreme designs end with bounds or a typed error, not with a crash")
  func extremes() {
    for efficacy in [
      EfficacyBoundary.wangTsiatis(-2), .wangTsiatis(2), .spending(.hwangShihDeCani(40)),
      .spending(.hwangShihDeCani(-40)), .spending(.kimDeMets(50)), .spending(.kimDeMets(1e-6)),
      .given([20, -20]), .given([0, 0]),
    ] {
      for significance in [1e-12, 0.025, 0.49] {
        for futility in [nil, FutilityBoundary.spending(.pocock, isBinding: true), .given([19.0])] {
          let design = GroupSequentialDesign(
            informationFractions: [0.001, 1], efficacy: efficacy, futility: futility,
            significance: significance, power: 0.999)
          do {
            let plan = try GroupSequentialPlan(design)
            #expect(plan.drift.isFinite && plan.successBounds.allSatisfy(\.isFinite))
            #expect(abs(plan.alternative.totalSuccess - 0.999) < 1e-8)
          } catch {
            #expect(!error.description.isEmpty)
          }
        }
      }
    }
  }
}
