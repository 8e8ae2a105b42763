import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@testable import MyelonTrialDesigns

@Suite("Advice from the data of a trial")
struct EfficacyAdviceTests {
  private static func data(_ people: Int, gain: Double) -> TrialData {
    var stream = RandomStream(seed: 21, entity: 4)
    let arms = (0..<people).map { $0 % 2 == 0 }
    let baseline = arms.map { _ in stream.normal(mean: 30, deviation: 10) }
    let outcome = arms.indices.map { person in
      baseline[person] + (arms[person] ? gain : 0) + stream.normal(deviation: 8)
    }
    return TrialData(isTreated: arms, baseline: baseline, outcome: outcome)
  }

  @Test("Without looks, data are analysed when all people are in")
  func fixed() throws {
    let size = try EfficacyDesign(
      endpoint: .continuous(ContinuousEndpoint(difference: 6, deviation: 12, baselineCorrelation: 0.6))
    ).size()
    let early = try size.recommendation(Self.data(20, gain: 9))
    #expect(early.advice.action == .goOn && early.result == nil)
    #expect(early.advice.reason == "20 of \(size.total) people are in; no look is planned before all are")
    #expect(try size.recommendation(Self.data(size.total, gain: 9)).advice.action == .endWithSuccess)
    let harm = try size.recommendation(Self.data(size.total, gain: -12)).advice
    #expect(harm.action == .endWithoutSuccess && harm.reason.contains("side of harm"))
    #expect(try JSONDecoder().decode(EfficacySize.self, from: JSONEncoder().encode(size)) == size)
  }

  @Test("Looks at other times than planned get the bounds of their own information")
  func moved() throws {
    var design = EfficacyDesign(
      endpoint: .continuous(ContinuousEndpoint(difference: 6, deviation: 12, baselineCorrelation: 0.6)),
      interim: GroupSequentialDesign(looks: 3))
    let size = try design.size()
    let plan = try #require(size.plan)
    let people = size.total / 2
    let found = try size.recommendation(Self.data(people, gain: 30), look: 1)
    #expect(found.advice.action == .stopForSuccess)
    let moved = try GroupSequentialPlan(
      try plan.design.observed([Double(people) / Double(size.total)]))
    #expect(moved.informationFractions.count == 3)
    #expect(found.advice.reason.contains("bound for success, \(Wording.decimal(moved.successBounds[0], 4))"))
    #expect(moved.successBounds[0] < plan.successBounds[0])
    let last = try size.recommendation(Self.data(size.total, gain: 0), look: 3, earlier: [0.3, 0.8])
    #expect(last.advice.action == .endWithoutSuccess)
    #expect(throws: EfficacyError.wrongLength(cell: "earlier looks", required: 2, found: 1)) {
      try size.recommendation(Self.data(size.total, gain: 0), look: 3, earlier: [0.3])
    }
    #expect(throws: EfficacyError.self) { try size.recommendation(Self.data(size.total, gain: 0), look: 1) }
    design.interim = GroupSequentialDesign(looks: 3, efficacy: .pocock)
    let pocock = try design.size()
    #expect(throws: EfficacyError.self) { try pocock.plan?.design.observed([0.4]) }
    #expect(try pocock.recommendation(Self.data(people, gain: 30), look: 1).advice.action == .stopForSuccess)
  }
}
