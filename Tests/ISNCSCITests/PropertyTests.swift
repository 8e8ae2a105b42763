import Testing

@testable import ISNCSCI

@Suite struct PropertyTests {
  @Test("Exchanging the sides exchanges the results of the sides and keeps the others")
  func symmetry() {
    var generator = ExaminationGenerator(seed: 4)
    for _ in 0..<300 {
      var exam = generator.examination()
      generator.open(&exam, limit: 5000, withStars: true)
      let mirrored = Examination(
        right: exam.left, left: exam.right, voluntaryAnalContraction: exam.voluntaryAnalContraction,
        deepAnalPressure: exam.deepAnalPressure)
      let (first, second) = (exam.classified(), mirrored.classified())
      #expect(first.right == second.left && first.left == second.right)
      #expect(first.neurologicalLevel == second.neurologicalLevel)
      #expect(first.impairmentScale == second.impairmentScale && first.completeness == second.completeness)
      #expect(first.totals.motor == second.totals.motor && first.totals.right == second.totals.left)
    }
  }

  @Test("Improving one score never lowers a total, a level or completeness, and loses no incomplete injury")
  func monotony() {
    var generator = ExaminationGenerator(seed: 6)
    for _ in 0..<400 {
      let exam = generator.examination()
      var better = exam
      let side: Side = generator.chance(0.5) ? .right : .left
      let place = Int.random(in: 0..<66, using: &generator.random)
      func raise(_ scores: inout [Score], _ index: Int, _ top: Int) {
        scores[index] = Score(min(top, (scores[index].grade ?? 0) + 1))
      }
      var scores = better[side]
      switch place {
      case 0..<10: raise(&scores.motor, place, 5)
      case 10..<38: raise(&scores.lightTouch, place - 10, 2)
      default: raise(&scores.pinPrick, place - 38, 2)
      }
      better[side] = scores
      let change = ExaminationChange(from: exam, to: better)
      for total in [\Totals.motor, \.upperExtremity, \.lowerExtremity, \.lightTouch, \.pinPrick] {
        #expect((change.points(total) ?? -1) >= 0)
      }
      for side in Side.allCases {
        #expect(change.motorLevelShift(side).lowerBound >= 0)
        #expect(change.sensoryLevelShift(side).lowerBound >= 0)
      }
      #expect(change.neurologicalLevelShift.lowerBound >= 0)
      #expect(
        !(change.earlierResult.completeness.contains(.incomplete)
          && change.laterResult.completeness.contains(.complete)))
    }
  }

  @Test("Opening an item only adds values to every output")
  func opening() {
    var generator = ExaminationGenerator(seed: 8)
    for _ in 0..<400 {
      let exam = generator.examination()
      var open = exam
      generator.open(&open, limit: 1_000_000, withStars: false)
      let (first, second) = (OutputSets(exam.classified()), OutputSets(open.classified()))
      for (narrow, wide) in zip(first.bits, second.bits) {
        #expect(narrow & ~wide == 0 && narrow.nonzeroBitCount == 1)
      }
    }
  }

  @Test("A healthy person is AIS E with every level INT; nothing at all is AIS A at C1")
  func extremes() throws {
    let normal = Examination.normal.classified()
    #expect(normal[.impairmentScale] == "E" && normal[.neurologicalLevel] == "INT")
    #expect(normal.totals.motor == .sum(100) && normal.totals.lightTouch == .sum(112))
    let zeros = [[Int]](repeating: [Int](repeating: 0, count: 28), count: 2)
    let none = try Examination(
      motor: [[Int]](repeating: [Int](repeating: 0, count: 10), count: 2), lightTouch: zeros, pinPrick: zeros,
      voluntaryAnalContraction: false, deepAnalPressure: false
    ).classified()
    for output in [Output.neurologicalLevel, .motorLevel(.right), .sensoryZone(.left), .motorZone(.left)] {
      #expect(none[output] == "C1")
    }
    #expect(none[.impairmentScale] == "A")
  }

  @Test("With everything untested every output can take every value that exists")
  func everythingOpen() throws {
    var exam = Examination.normal
    for side in Side.allCases {
      for modality in Modality.allCases {
        for level in modality.levels { try exam[side].set(modality, level, to: .notTestable) }
      }
    }
    exam.voluntaryAnalContraction = .notTestable
    exam.deepAnalPressure = .notTestable
    let result = exam.classified()
    #expect(result.neurologicalLevel.count == 29 && result.impairmentScale.count == 5)
    #expect(result.right.sensoryLevel.count == 29 && result.right.motorLevel.count == 29)
    #expect(result.right.sensoryZone.count == 29 && result.completeness.count == 2)
    #expect(result.right.motorZone.count == 29)
  }

  @Test("Plain arrays make the same examination as scores, and wrong ones are refused by name")
  func arrays() throws {
    #expect(throws: ExaminationError.wrongCount(field: "left.motor", found: 9, required: 10)) {
      try Examination(
        motor: [Array(repeating: 5, count: 10), Array(repeating: 5, count: 9)],
        lightTouch: [Array(repeating: 2, count: 28), Array(repeating: 2, count: 28)],
        pinPrick: [Array(repeating: 2, count: 28), Array(repeating: 2, count: 28)],
        voluntaryAnalContraction: true, deepAnalPressure: true)
    }
    #expect(
      throws: ExaminationError.invalidScore(
        field: "right.pinPrick.S4_5", found: "3", permitted: Modality.pinPrick.permitted)
    ) {
      try Examination(
        motor: Array(repeating: Array(repeating: 5, count: 10), count: 2),
        lightTouch: Array(repeating: Array(repeating: 2, count: 28), count: 2),
        pinPrick: [Array(repeating: 2, count: 27) + [3], Array(repeating: 2, count: 28)],
        voluntaryAnalContraction: true, deepAnalPressure: true)
    }
  }
}
