import MyelonTestSupport
import MyelonTrials
import Testing

@Suite("Eligibility")
struct EligibilityTests {
  private func trial() throws -> Eligibility {
    let vocabulary = try CriterionSamples.vocabulary()
    return Eligibility(
      inclusion: [
        try EligibilityRule("Age in [18, 65]", because: "consent", vocabulary: vocabulary),
        try EligibilityRule("ais in {A, B}", vocabulary: vocabulary),
        try EligibilityRule("days-since-injury <= 2 weeks", vocabulary: vocabulary),
      ],
      exclusion: [
        try EligibilityRule("cause = violence", because: "imaging", vocabulary: vocabulary),
        try EligibilityRule("ventilated", vocabulary: vocabulary),
      ])
  }

  private let fitting: CriterionRecord = [
    "age": .number(40), "ais": .word("A"), "days-since-injury": .number(14), "cause": .word("fall"),
    "ventilated": .flag(false),
  ]

  private func changed(_ changes: (inout CriterionRecord) -> Void) -> CriterionRecord {
    var record = fitting
    changes(&record)
    return record
  }

  @Test("Who meets every inclusion and no exclusion is eligible")
  func eligible() throws {
    let result = try trial().screen(fitting)
    #expect(result.isEligible)
    #expect(result.failures.isEmpty && result.unverified.isEmpty)
    #expect(result.description == "eligible")
  }

  @Test("Every failing rule is listed in the order of the protocol with its reason word for word")
  func failures() throws {
    let record: CriterionRecord = ["age": .number(71), "ais": .word("C"), "cause": .word("violence")]
    let result = try trial().screen(record)
    #expect(!result.isEligible)
    #expect(
      result.failures.map(\.position.description) == [
        "inclusion 1", "inclusion 2", "inclusion 3", "exclusion 1",
      ])
    #expect(result.failures.map(\.kind) == [.inclusion, .inclusion, .notKnown, .exclusion])
    #expect(result.failures.map(\.rule).first == "Age in [18, 65]")
    #expect(
      result.failures.map(\.reason) == [
        "requires age between 18 and 65 years; found 71 years", "requires ais in {A, B}; found C",
        "requires days-since-injury <= 14 days; days-since-injury is not known",
        "excluded by cause = violence; found violence",
      ])
    #expect(result.failures.map(\.because) == ["consent", nil, nil, "imaging"])
    #expect(result.unverified.map(\.reason) == ["not verified: ventilated; ventilated is not known"])
    #expect(result.unverified.map(\.kind) == [.notKnown])
    #expect(
      result.failures.first?.description
        == "inclusion 1: requires age between 18 and 65 years; found 71 years (rule because: consent)")
  }

  @Test("An exclusion that cannot be verified does not exclude, an inclusion does")
  func unknown() throws {
    let exclusion = try trial().screen(changed { $0["cause"] = nil })
    #expect(exclusion.isEligible)
    #expect(exclusion.unverified.map(\.position) == [EligibilityPosition(.exclusion, 1)])
    #expect(exclusion.unverified.first?.because == "imaging")
    let inclusion = try trial().screen(changed { $0["ais"] = nil })
    #expect(!inclusion.isEligible)
    #expect(inclusion.failures.map(\.kind) == [.notKnown])
    #expect(inclusion.failures.first?.reason == "requires ais in {A, B}; ais is not known")
  }

  @Test("Every rule that cannot be read is reported with its place")
  func reading() throws {
    let vocabulary = try CriterionSamples.vocabulary()
    let error = #expect(throws: EligibilityError.self) {
      try Eligibility(
        inclusion: ["age > 18", "agee > 3"], exclusion: ["smoker or", "ventilated", ""],
        vocabulary: vocabulary)
    }
    #expect(error?.faults.map(\.position.description) == ["inclusion 2", "exclusion 1", "exclusion 3"])
    #expect(error?.faults.map(\.error.kind) == [.unknownField, .unexpected, .empty])
    #expect(error?.description.hasPrefix("inclusion 2: Column 1: the name of a field is required") == true)
    let read = try Eligibility(inclusion: ["age > 18"], exclusion: ["smoker"], vocabulary: vocabulary)
    #expect(read.inclusion.map(\.criterion.canonical) == ["age > 18 years"])
    #expect(read.exclusion.map(\.criterion.canonical) == ["smoker"])
  }

  @Test("A trial without rules takes everybody")
  func empty() {
    #expect(Eligibility().screen([:]).isEligible)
    #expect(Eligibility().admits([:]))
  }

  @Test("Screening follows from the verdicts of the rules, for random rules and people")
  func random() throws {
    var random = SeededGenerator(seed: 95)
    for _ in 0..<300 {
      let texts = (0..<4).map { _ in CriterionTwin.tree(depth: 2, &random) }
      let trial = try Eligibility(
        inclusion: texts[..<2].map { $0.text(&random) }, exclusion: texts[2...].map { $0.text(&random) },
        vocabulary: CriterionSamples.vocabulary())
      for _ in 0..<10 {
        let person = CriterionTwin.person(&random)
        let truths = texts.map { $0.truth(person) }
        let result = trial.screen(CriterionRecord(person))
        #expect(result.isEligible == (truths[0] == 1 && truths[1] == 1 && truths[2] < 1 && truths[3] < 1))
        #expect(trial.admits(CriterionRecord(person)) == result.isEligible)
        #expect(
          result.failures.count == truths[..<2].filter { $0 < 1 }.count
            + truths[2...].filter { $0 == 1 }.count)
        #expect(result.unverified.count == truths[2...].filter { $0 == 0.5 }.count)
        #expect(result.failures.map(\.position) == result.failures.map(\.position).sorted())
      }
    }
  }
}
