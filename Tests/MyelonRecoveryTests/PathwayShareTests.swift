import MyelonRegrowth
import MyelonTestSupport
import Testing

@testable import MyelonRecovery

/// Parts add up to their total, whatever limits it.
@Suite struct PathwayShareTests {
  private func random(_ random: inout SeededGenerator) -> PathwayShares {
    var shares = PathwayShares.none
    for source in PathwaySource.allCases {
      shares[source] = random.number(in: 0...1) < 0.2 ? 0 : random.number(in: 0...0.6)
    }
    return shares
  }

  @Test func limitedPartsAddUpToTheLimitInTheSameProportions() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<1000 {
      let shares = random(&generator)
      let held = shares.limited(to: 1)
      #expect(abs(held.total - min(1, shares.total)) < 1e-12)
      for source in PathwaySource.allCases {
        #expect(abs(held[source] * shares.total - shares[source] * held.total) < 1e-12)
      }
      if shares.total <= 1 { #expect(held == shares) }
    }
    #expect(PathwayShares.none.scaled(to: 1) == .none && PathwayShares.intact.total == 1)
  }

  @Test func attributedPointsAddUpAndAreNotNegativeWhereTheResponseRises() {
    var generator = SeededGenerator(seed: 2)
    let curve = ResponseCurve(threshold: 0.04, half: 0.15)
    for _ in 0..<1000 {
      let shares = random(&generator).limited(to: 1)
      let points = shares.attributed { 3 + curve.response($0) }
      #expect(abs(points.total - curve.response(shares.total)) < 1e-12)
      for source in PathwaySource.allCases {
        #expect(points[source] >= 0)
        if shares[source] == 0 { #expect(points[source] == 0) }
      }
      // A straight response credits every part with itself.
      let straight = shares.attributed { 2 * $0 }
      for source in PathwaySource.allCases { #expect(abs(straight[source] - 2 * shares[source]) < 1e-12) }
    }
  }

  /// Below the threshold alone, above it together: the later source has all the points.
  @Test func theOrderOfAttributionIsTheStatedOne() {
    let curve = ResponseCurve(threshold: 0.1, half: 0.2)
    let points = PathwayShares(spared: 0.08, relayed: 0.07, detoured: 0.04).attributed(by: curve.response)
    #expect(points.spared == 0)
    #expect(abs(points.detoured - curve.response(0.12)) < 1e-12)
    #expect(abs(points.relayed - (curve.response(0.19) - curve.response(0.12))) < 1e-12)
    #expect(
      PathwaySource.allCases.map(\.rawValue)
        == ["spared", "remyelinated", "regenerated", "detoured", "relayed"])
  }

  @Test func anInputBringsAboutTheStatedSum() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let conducting = generator.number(in: 0...1)
      let input = PathwayInput(
        conducting: conducting, sparedConducting: conducting * generator.number(in: 0...1),
        new: .init(
          regenerated: generator.number(in: 0...0.3), relayed: generator.number(in: 0...0.3),
          detoured: generator.number(in: 0...0.3)))
      let modulation = PathwayInput.Modulation(
        training: generator.number(in: 1...2), excitability: generator.number(in: 1...2),
        undisturbed: generator.number(in: 0...1))
      let efficacy = generator.number(in: 0.1...1.8)
      let output = input.output(efficacy: efficacy, modulation: modulation)
      let old = conducting * efficacy * modulation.training
      let expected =
        min(1, (old + input.new.total) * modulation.excitability) * modulation.undisturbed
      #expect(abs(output.total - expected) < 1e-12)
      #expect(abs(output.shares.total - output.total) < 1e-12)
      // Parts stand to each other as their sources do, training on the old ones only.
      let ratio = output.shares.relayed / output.shares.regenerated
      #expect(abs(ratio - input.new.relayed / input.new.regenerated) < 1e-9 * max(1, ratio))
      let share = (output.shares.spared + output.shares.remyelinated) * (old + input.new.total)
      #expect(abs(share - output.total * old) < 1e-9)
    }
  }
}
