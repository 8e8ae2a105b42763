import Testing

@testable import ISNCSCI

@Suite struct ScoreTests {
  @Test("Of all short texts exactly the worksheet's scores are read, and they print as written")
  func texts() {
    let alphabet: [Character] = ["0", "1", "5", "6", "N", "T", "*", " ", "n", "t", "-", "."]
    var texts = [""]
    var read: Set<String> = []
    for _ in 0..<4 {
      texts = texts.flatMap { text in alphabet.map { text + String($0) } }
      for text in texts {
        guard let score = Score(text) else { continue }
        read.insert(text)
        #expect(score.description == text.uppercased())
      }
    }
    let bases = ["0", "1", "5", "NT", "nt"]
    #expect(read == Set(bases.flatMap { [$0, $0 + "*", $0 + "**"] }))
  }

  @Test("Every level has its own label and number, and labels are read back")
  func levels() {
    #expect(SpinalLevel.allCases.count == 30 && SpinalLevel.dermatomes.count == 28)
    for level in SpinalLevel.allCases {
      #expect(SpinalLevel(level.description) == level && SpinalLevel(level.key.lowercased()) == level)
    }
    #expect(SpinalLevel.keyMuscles.compactMap(\.keyMuscleIndex) == Array(0..<10))
    #expect(SpinalLevel.dermatomes.compactMap(\.dermatomeIndex) == Array(0..<28))
    #expect(SpinalLevel("C9") == nil && SpinalLevel("") == nil && SpinalLevel.s3 < .s4_5)
  }

  @Test("Starred grades stand for what the standard lets them stand for")
  func domains() {
    #expect(Score(2, .notNormal).possibleMotorGrades == 0b011100)
    #expect(Score.notTestable(.notNormal).possibleMotorGrades == 0b011111)
    #expect(Score(1, .consideredNormal).possibleMotorGrades == 0b100000)
    #expect(Score(0, .notNormal).possibleSensoryGrades == 0b011)
    #expect(Score(1, .notNormal).possibleSensoryGrades == 0b010)
    #expect(Score.notTestable.possibleSensoryGrades == 0b111)
    #expect(Score.notTestable(.consideredNormal).possibleSensoryGrades == 0b100)
    #expect(!Modality.motor.permits(Score(5, .notNormal)) && !Modality.pinPrick.permits(3))
  }

  @Test("The benchmark classifies the same examinations to the same results on every machine")
  func benchmark() {
    let work = ClassificationBenchmark(count: 200, untested: 5)
    #expect(work.run() == 18_209_991_188_351_010_726)
    #expect(work.examinations.allSatisfy { (1...5).contains($0.notTestableCount) })
    #expect(ClassificationBenchmark(count: 200).examinations.allSatisfy { $0.notTestableCount == 0 })
  }

  @Test("The reasons name the muscles and dermatomes that decided")
  func reasons() throws {
    var exam = try ChangeTests.completeC5()
    try exam.right.set(.motor, .c5, to: 5)
    try exam.right.set(.motor, .c6, to: 3)
    let result = exam.classified()
    let reasons = result.reasons(for: exam)
    #expect(reasons.map(\.output) == Output.allCases.map(\.key))
    #expect(reasons[2].text == "Motor level right is C6: C6 is 3 and every key muscle above is 5.")
    #expect(reasons[0].text.contains("C6 (light touch 0, pin prick 0) is not normal"))
    #expect(
      reasons[6].value == "A" && reasons[6].text.contains("no motor or sensory function is preserved in S4-5")
    )
  }

  @Test("Every output of every kind of examination has a reason that carries its value and no empty part")
  func reasonsNeverFail() {
    var generator = ExaminationGenerator(seed: 17)
    for round in 0..<300 {
      var exam = round % 5 == 0 ? generator.noise() : generator.examination()
      for _ in 0..<(round % 7) { generator.open(&exam, limit: 100_000, withStars: round % 2 == 0) }
      let result = exam.classified()
      for (output, reason) in zip(Output.allCases, result.reasons(for: exam)) {
        #expect(reason.value == result[output] && !reason.value.isEmpty)
        #expect(reason.text.hasSuffix(".") && !reason.text.contains("  ") && !reason.text.contains("()"))
        #expect(
          !reason.text.contains("is -") && !reason.text.contains(": .") && !reason.text.contains(" on ."))
      }
    }
  }
}
