import Foundation
import ISNCSCI
import MyelonRecovery
import Testing

/// The scale itself: its items, sums and JSON form.
@Suite struct SCIMTests {
  private func items(_ change: [SCIMItem: Int] = [:]) -> [SCIMItem: Int] {
    var items = Dictionary(uniqueKeysWithValues: SCIMItem.allCases.map { ($0, 0) })
    items.merge(change) { $1 }
    return items
  }

  /// The scale's own arithmetic: 19 items, areas of 20, 40 and 40 points.
  @Test func theItemsAddUpToTheScale() throws {
    #expect(SCIMItem.allCases.count == 19)
    let maxima = Dictionary(grouping: SCIMItem.allCases, by: \.area).mapValues {
      $0.reduce(0) { $0 + $1.maximum }
    }
    #expect(maxima == [.selfCare: 20, .respirationAndSphincter: 40, .mobility: 40])
    #expect(SCIM.independent.total == 100 && SCIM.independent.walking == .community)
    let none = try SCIM(items())
    #expect(none.total == 0 && none.walking == .none)
    for item in SCIMItem.allCases {
      let values = item.admissibleValues
      #expect(values.first == 0 && zip(values, values.dropFirst()).allSatisfy(<))
    }
  }

  @Test func everyOtherValueIsRefused() {
    for item in SCIMItem.allCases {
      for value in -1...16 {
        let isAdmissible = item.admissibleValues.contains(value)
        let score = try? SCIM(items([item: value]))
        #expect((score != nil) == isAdmissible, "\(item) \(value)")
        if let score {
          #expect(score[item] == value && score.total == value && score.subscore(item.area) == value)
        }
      }
    }
    #expect(throws: SCIMError.inadmissible(.bladder, found: 10)) { try SCIM(items([.bladder: 10])) }
    var short = items()
    short[.stairs] = nil
    #expect(throws: SCIMError.missingItem(.stairs)) { try SCIM(short) }
  }

  @Test func theNearestAdmissibleValueIsNearest() {
    #expect(
      SCIMItem.bladder.nearestAdmissible(to: 10) == 11 && SCIMItem.bladder.nearestAdmissible(to: 9.9) == 9)
    #expect(SCIMItem.bowel.nearestAdmissible(to: 2.4) == 0 && SCIMItem.bowel.nearestAdmissible(to: 99) == 10)
    #expect(
      SCIMItem.toiletUse.nearestAdmissible(to: 3) == 4 && SCIMItem.stairs.nearestAdmissible(to: -1) == 0)
  }

  @Test func jsonReadsBackAndDamageIsRefused() throws {
    let score = try SCIM(items([.feeding: 2, .bladder: 9, .mobilityIndoors: 4, .mobilityOutdoors: 2]))
    let data = try JSONEncoder().encode(score)
    #expect(try JSONDecoder().decode(SCIM.self, from: data) == score)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"total\":17") && text.contains("\"walking\":\"household\""))
    for (good, bad) in [
      ("\"total\":17", "\"total\":18"), ("\"bladder\":9", "\"bladder\":10"), ("\"feeding\":2,", ""),
    ] {
      let damaged =
        text.contains(good) ? text.replacing(good, with: bad) : text.replacing(",\"feeding\":2", with: "")
      #expect(damaged != text)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(SCIM.self, from: Data(damaged.utf8)) }
    }
  }

  @Test(arguments: [
    (0, 0, WalkingAbility.none), (2, 2, .none), (3, 2, .supervised), (4, 3, .household),
    (5, 4, .community), (8, 8, .community), (3, 8, .supervised),
  ])
  func walkingFollowsTheMobilityItems(indoors: Int, outdoors: Int, expected: WalkingAbility) throws {
    let score = try SCIM(items([.mobilityIndoors: indoors, .mobilityOutdoors: outdoors]))
    #expect(score.walking == expected)
  }

  /// The rule's ends: -10 and 40 points, with the probabilities that its equation gives there.
  @Test func theWalkingRuleSpansItsRange() throws {
    let absent = try Examination(
      motor: Array(repeating: Array(repeating: 0, count: 10), count: 2),
      lightTouch: Array(repeating: Array(repeating: 0, count: 28), count: 2),
      pinPrick: Array(repeating: Array(repeating: 0, count: 28), count: 2),
      voluntaryAnalContraction: false, deepAnalPressure: false)
    #expect(WalkingRule.score(of: .normal, age: 64.9) == 40 && WalkingRule.score(of: .normal, age: 65) == 30)
    #expect(WalkingRule.score(of: absent, age: 30) == 0 && WalkingRule.score(of: absent, age: 70) == -10)
    // 1/(1 + e^3.273) = 0.0365; 1/(1 + e^(3.273 - 10.68)) = 0.99939.
    #expect(abs(try #require(WalkingRule.probability(of: absent, age: 30)) - 0.0365) < 1e-4)
    #expect(abs(try #require(WalkingRule.probability(of: .normal, age: 30)) - 0.99939) < 1e-5)
    // The better side counts, and one untestable side does not hinder.
    var half = absent
    try half.left.set(.motor, .l3, to: 3)
    try half.right.set(.lightTouch, .s1, to: 1)
    #expect(WalkingRule.score(of: half, age: 30) == 11)
    try half.right.set(.motor, .l3, to: .notTestable)
    #expect(WalkingRule.score(of: half, age: 30) == 11)
    try half.left.set(.motor, .l3, to: .notTestable)
    #expect(WalkingRule.score(of: half, age: 30) == nil && WalkingRule.probability(of: half, age: 30) == nil)
  }
}
