import Foundation
import Testing

@testable import ISNCSCI

@Suite struct EnumerationTests {
  /// More rounds for a long campaign: ISNCSCI_ROUNDS=50.
  static let rounds = Int(ProcessInfo.processInfo.environment["ISNCSCI_ROUNDS"] ?? "") ?? 1

  /// Every scoring that an examination leaves open, put through the plain rules.
  static func enumerate(_ exam: Examination) -> OutputSets {
    var plain = PlainClassifier(
      grades: [], contraction: false, pressure: false,
      nonKey: [exam.right, exam.left].map { $0.lowestNonKeyMuscle.map { Int($0.rawValue) } })
    var choices: [(place: Int, grades: [Int])] = []
    for side in [exam.right, exam.left] {
      let masks =
        side.motor.map(\.possibleMotorGrades) + (side.lightTouch + side.pinPrick).map(\.possibleSensoryGrades)
      for mask in masks {
        let list = (0...5).filter { mask >> $0 & 1 == 1 }
        if list.count > 1 { choices.append((plain.grades.count, list)) }
        plain.grades.append(list[0])
      }
    }
    var sets = OutputSets()
    func visit(_ depth: Int) {
      if depth == choices.count {
        sets.add(plain)
        return
      }
      for grade in choices[depth].grades {
        plain.grades[choices[depth].place] = grade
        visit(depth + 1)
      }
    }
    for contraction in [false, true]
    where contraction ? exam.voluntaryAnalContraction.canBePresent : exam.voluntaryAnalContraction.canBeAbsent
    {
      for pressure in [false, true]
      where pressure ? exam.deepAnalPressure.canBePresent : exam.deepAnalPressure.canBeAbsent {
        plain.contraction = contraction
        plain.pressure = pressure
        visit(0)
      }
    }
    return sets
  }

  @Test("Without untested items the classifier gives what the plain rules give, on random examinations")
  func determined() {
    var generator = ExaminationGenerator(seed: 11)
    for round in 0..<1000 * EnumerationTests.rounds {
      let exam = round % 4 == 0 ? generator.noise() : generator.examination()
      #expect(OutputSets(exam.classified()) == EnumerationTests.enumerate(exam), "round \(round)")
    }
  }

  @Test(
    "With untested and starred items every set is exactly the results of all scorings",
    arguments: [false, true])
  func exact(withStars: Bool) {
    var generator = ExaminationGenerator(seed: withStars ? 5 : 3)
    for round in 0..<160 * EnumerationTests.rounds {
      var exam = round % 8 == 0 ? generator.noise() : generator.examination()
      generator.open(&exam, limit: 300, withStars: withStars)
      let ours = OutputSets(exam.classified())
      let truth = EnumerationTests.enumerate(exam)
      #expect(ours == truth, "round \(round): \(exam.flatKeyValues)")
    }
  }
}
