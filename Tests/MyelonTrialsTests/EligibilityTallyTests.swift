import MyelonTestSupport
import MyelonTrials
import Testing

@Suite("Tally of screening")
struct EligibilityTallyTests {
  private func trial() throws -> Eligibility {
    try Eligibility(
      inclusion: ["age between 18 and 65", "ais in {A, B}"],
      exclusion: ["cause = violence", "smoker", "ventilated"],
      vocabulary: CriterionSamples.vocabulary())
  }

  private func people(_ count: Int, seed: UInt64) -> [CriterionRecord] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in CriterionRecord(CriterionTwin.person(&random)) }
  }

  @Test("Four people counted by hand")
  func byHand() throws {
    let trial = try trial()
    var tally = ScreeningTally(of: trial)
    let people: [CriterionRecord] = [
      [
        "age": .number(40), "ais": .word("A"), "cause": .word("fall"), "smoker": .flag(false),
        "ventilated": .flag(false),
      ],
      ["age": .number(40), "ais": .word("A"), "cause": .word("fall"), "ventilated": .flag(false)],
      ["age": .number(80), "cause": .word("violence"), "smoker": .flag(false), "ventilated": .flag(false)],
      ["age": .number(40), "ais": .word("B"), "cause": .word("violence"), "smoker": .flag(true)],
    ]
    for person in people { tally.add(trial.screen(person)) }
    #expect(
      tally.screened == 4 && tally.eligible == 2 && tally.excluded == 2 && tally.eligibleUnverified == 1)
    #expect(tally.rows.map(\.first) == [1, 0, 1, 0, 0])
    #expect(tally.rows.map(\.any) == [1, 1, 2, 1, 0])
    #expect(tally.rows.map(\.notKnown) == [0, 1, 0, 0, 0])
    #expect(tally.rows.map(\.unverified) == [0, 0, 0, 1, 1])
    #expect(tally.rows.map(\.remaining) == [3, 3, 2, 2, 2])
    #expect(
      tally.csv == """
        list,number,rule,first_reason,any_reason,not_known,unverified,remaining
        inclusion,1,age between 18 and 65,1,1,0,0,3
        inclusion,2,"ais in {A, B}",0,1,1,0,3
        exclusion,1,cause = violence,1,2,0,0,2
        exclusion,2,smoker,0,1,0,1,2
        exclusion,3,ventilated,0,0,0,1,2

        """)
    #expect(
      tally.description == """
        screened 4
          inclusion 1, age between 18 and 65: 1 excluded, 1 failing; 3 remaining
          inclusion 2, ais in {A, B}: 0 excluded, 1 failing, 1 of them not known; 3 remaining
          exclusion 1, cause = violence: 1 excluded, 2 failing; 2 remaining
          exclusion 2, smoker: 0 excluded, 1 failing; 2 remaining
        excluded 2
        eligible 2, 1 with an exclusion not verified
        """)
  }

  @Test("First reasons add up to the people excluded, and what remains after the last rule is eligible")
  func sums() throws {
    let trial = try trial()
    var tally = ScreeningTally(of: trial)
    var failures = 0
    for person in people(2000, seed: 96) {
      let result = trial.screen(person)
      failures += result.failures.count
      tally.add(result)
    }
    #expect(tally.screened == 2000)
    #expect(tally.eligible > 20 && tally.excluded > 20)
    #expect(tally.rows.map(\.first).reduce(0, +) == tally.excluded)
    #expect(tally.rows.map(\.any).reduce(0, +) == failures)
    #expect(tally.rows.last?.remaining == tally.eligible)
    for row in tally.rows { #expect(row.first <= row.any && row.notKnown <= row.any) }
    #expect(tally.rows.map(\.position) == tally.rows.map(\.position).sorted())
  }

  @Test("Applying the rules one after the other leaves the same people at every step")
  func sequential() throws {
    let trial = try trial()
    let everyone = people(1000, seed: 97)
    var tally = ScreeningTally(of: trial)
    for person in everyone { tally.add(trial.screen(person)) }
    var left = everyone
    for (row, entry) in zip(tally.rows, trial.rules) {
      left = left.filter {
        let truth = entry.rule.criterion.truth(on: $0)
        return entry.position.list == .inclusion ? truth == .met : truth != .met
      }
      #expect(row.remaining == left.count)
    }
  }

  @Test("Tallies of parts merge to the tally of the whole, in any order")
  func merging() throws {
    let trial = try trial()
    let everyone = people(300, seed: 98)
    var whole = ScreeningTally()
    var parts = (0..<3).map { _ in ScreeningTally() }
    for (place, person) in everyone.enumerated() {
      whole.add(trial.screen(person))
      parts[place % 3].add(trial.screen(person))
    }
    for order in [[0, 1, 2], [2, 0, 1]] {
      var merged = ScreeningTally()
      for place in order { merged.merge(parts[place]) }
      #expect(merged == whole)
      #expect(merged.csv == whole.csv)
    }
  }

  @Test("A rule's text with quotation marks or line breaks stays one field of the table")
  func quoted() throws {
    let trial = try Eligibility(
      inclusion: ["age > 18\nand smoker"], exclusion: [], vocabulary: CriterionSamples.vocabulary())
    #expect(ScreeningTally(of: trial).csv.hasSuffix("inclusion,1,\"age > 18\nand smoker\",0,0,0,0,0\n"))
  }
}
