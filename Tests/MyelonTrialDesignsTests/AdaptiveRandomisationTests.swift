import Foundation
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Response-adaptive randomisation")
struct AdaptiveRandomisationTests {
  @Test("Pr(X > Y) by steps equals quadrature of the two beta distributions")
  func comparison() throws {
    var largest = 0.0
    for (alpha, beta) in [(1.0, 1.0), (0.5, 0.5), (2, 7)] {
      for counts in [[0, 0, 0, 0], [3, 1, 2, 5], [12, 40, 9, 44], [0, 25, 1, 3], [60, 2, 55, 4]] {
        var steps = BetaComparison(alpha: alpha, beta: beta)
        for (kind, count) in counts.enumerated() {
          for _ in 0..<count { steps.add(isFirst: kind < 2, isEvent: kind % 2 == 0) }
        }
        let x = try BetaDistribution(alpha: alpha + Double(counts[0]), beta: beta + Double(counts[1]))
        let y = BetaMixture(alpha: alpha + Double(counts[2]), beta: beta + Double(counts[3]))
        largest = max(largest, abs(steps.probability - y.probability(below: x, margin: 0)))
      }
    }
    print("largest difference of beta comparisons: \(largest)")
    #expect(largest < 1e-11)
    // Uniform priors, one success against one failure: Pr(X > Y) = 5/6.
    var simple = BetaComparison(alpha: 1, beta: 1)
    simple.add(isFirst: true, isEvent: true)
    simple.add(isFirst: false, isEvent: false)
    #expect(abs(simple.probability - 5.0 / 6) < 1e-15)
  }

  @Test("Equal randomisation of a fixed size has the binomial power of its posterior test")
  func equal() throws {
    let design = AdaptiveRandomisation(maximumPeople: 30, burnIn: 30, successCutoff: 0.95)
    let found = try design.characteristics(treatedRate: 0.6, controlRate: 0.3)
    var expected = 0.0
    for treated in 0...30 {
      let arms = try BinomialDistribution(trials: 30, probability: 0.5).mass(treated)
      let first = try BinomialDistribution(trials: treated, probability: 0.6)
      let second = try BinomialDistribution(trials: 30 - treated, probability: 0.3)
      for x in 0...treated {
        for y in 0...(30 - treated)
        where try design.superiority(treated: (x, treated), control: (y, 30 - treated)) > 0.95 {
          expected += arms * first.mass(x) * second.mass(y)
        }
      }
    }
    #expect(abs(found.success - expected) < 1e-12)
    #expect(abs(found.expectedTreated - 15) < 1e-11)
    #expect(abs(found.expectedResponders - 15 * 0.9) < 1e-11)
  }

  @Test("Exact and simulated characteristics agree, also with looks and futility")
  func exactAgainstSimulated() throws {
    let design = AdaptiveRandomisation(
      maximumPeople: 40, burnIn: 8, leastProbability: 0.15, successCutoff: 0.98, futilityCutoff: 0.1,
      looks: [20, 30])
    for (treated, control) in [(0.3, 0.3), (0.6, 0.25)] {
      let exact = try design.characteristics(treatedRate: treated, controlRate: control)
      let trials = 20_000
      let simulated = try design.simulated(
        treatedRate: treated, controlRate: control, trials: trials, seed: 2, threads: 2)
      for (left, right) in [
        (exact.success, simulated.success), (exact.futility, simulated.futility),
        (exact.wrongWay, simulated.wrongWay),
      ] {
        let error = (left * (1 - left) / Double(trials)).squareRoot()
        #expect(abs(left - right) < 4.5 * error + 1e-9)
      }
      #expect(abs(exact.expectedTreated - simulated.expectedTreated) < 0.25)
      #expect(abs(exact.expectedResponders - simulated.expectedResponders) < 0.2)
      let again = try design.simulated(
        treatedRate: treated, controlRate: control, trials: trials, seed: 2, threads: 1)
      #expect(again == simulated)
    }
    let exact = try design.characteristics(treatedRate: 0.6, controlRate: 0.25)
    #expect(exact.expectedTreated > exact.expectedControl)
    let null = try design.characteristics(treatedRate: 0.3, controlRate: 0.3)
    #expect(null.success < 0.06)
    // Without stopping, arms alike are treated alike.
    let open = try AdaptiveRandomisation(maximumPeople: 40).characteristics(
      treatedRate: 0.3, controlRate: 0.3)
    #expect(abs(open.expectedTreated - 20) < 1e-11)
  }

  @Test("Probabilities stay between the caps, and advice says what follows")
  func advice() throws {
    let design = AdaptiveRandomisation(
      maximumPeople: 50, burnIn: 10, exponent: .fixed(1), leastProbability: 0.2, looks: [20])
    #expect(design.treatmentProbability(people: 9, superiority: 0.99) == 0.5)
    #expect(design.treatmentProbability(people: 10, superiority: 0.99) == 0.8)
    #expect(abs(design.treatmentProbability(people: 10, superiority: 0.7) - 0.7) < 1e-15)
    let next = try design.recommendation(treated: (4, 6), control: (1, 6))
    #expect(next.advice.action == .goOn && (next.treatmentProbability ?? 0) == 0.8)
    #expect(try design.recommendation(treated: (10, 10), control: (0, 10)).advice.action == .stopForSuccess)
    #expect(
      throws: EfficacyError.moreEventsThanPeople(
        cell: "control arm", what: "responders", events: 7, people: 6)
    ) { try design.recommendation(treated: (4, 6), control: (7, 6)) }
    #expect(throws: EfficacyError.self) {
      try AdaptiveRandomisation(maximumPeople: 30, burnIn: 40, leastProbability: 0.7).validate()
    }
    let text = #"{"maximumPeople": 60, "exponent": 0.5, "burnIn": 12}"#
    let read = try JSONDecoder().decode(AdaptiveRandomisation.self, from: Data(text.utf8))
    #expect(read == AdaptiveRandomisation(maximumPeople: 60, burnIn: 12, exponent: .fixed(0.5)))
    #expect(
      try JSONDecoder().decode(AdaptiveRandomisation.self, from: JSONEncoder().encode(read)) == read)
  }
}
