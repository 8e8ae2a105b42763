import Testing

@testable import ISNCSCI

@Suite struct ChangeTests {
  /// Complete C5 injury: C5 at 3, nothing below.
  static func completeC5() throws -> Examination {
    var motor = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 2)
    motor[0][0] = 3
    motor[1][0] = 3
    let sensory = [[Int]](repeating: (0..<28).map { $0 < 4 ? 2 : 0 }, count: 2)
    return try Examination(
      motor: motor, lightTouch: sensory, pinPrick: sensory, voluntaryAnalContraction: false,
      deepAnalPressure: false)
  }

  @Test("Two motor levels gained on the right make a responder, one level does not")
  func motorLevels() throws {
    let before = try ChangeTests.completeC5()
    var after = before
    try after.right.set(.motor, .c5, to: 5)
    try after.right.set(.motor, .c6, to: 4)
    #expect(ExaminationChange(from: before, to: after).motorLevelShift(.right) == 1...1)
    #expect(ExaminationChange(from: before, to: after).hasGainedMotorLevels() == false)
    try after.right.set(.motor, .c6, to: 5)
    try after.right.set(.motor, .c7, to: 3)
    let change = ExaminationChange(from: before, to: after)
    #expect(change.hasGainedMotorLevels() == true && change.hasGainedMotorLevels(2, on: .left) == false)
    #expect(change.points(\.upperExtremity) == 10 && change.hasGainedUpperExtremityMotorPoints() == true)
    #expect(change.hasGainedUpperExtremityMotorPoints(11) == false)
    #expect(change.points(.right, .motor, .c7) == 3 && change.points(.right, .motor, .t4) == nil)
  }

  @Test("Gains of legs, of all muscles, of sensation and of sensory levels count from their limits on")
  func otherGains() throws {
    let before = try ChangeTests.completeC5()
    var after = before
    try after.right.set(.motor, .l2, to: 5)
    try after.left.set(.motor, .l3, to: 5)
    for level in [SpinalLevel.c6, .c7] {
      try after.right.set(.lightTouch, level, to: 2)
      try after.right.set(.pinPrick, level, to: 2)
    }
    let change = ExaminationChange(from: before, to: after)
    #expect(change.hasGainedLowerExtremityMotorPoints() == true)
    #expect(change.hasGainedLowerExtremityMotorPoints(11) == false)
    #expect(change.hasGainedMotorPoints() == true && change.hasGainedMotorPoints(11) == false)
    #expect(change.hasGainedSensoryLevels() == true && change.hasGainedSensoryLevels(3) == false)
    #expect(change.hasGainedSensoryPoints(8) == true && change.hasGainedSensoryPoints(9) == false)
    try after.left.set(.pinPrick, .s1, to: .notTestable)
    #expect(ExaminationChange(from: before, to: after).hasGainedSensoryPoints(8) == nil)
  }

  @Test("Untested items leave a responder open only when they can change the answer")
  func openAnswers() throws {
    let before = try ChangeTests.completeC5()
    var after = before
    try after.right.set(.motor, .c5, to: 5)
    try after.right.set(.motor, .c6, to: .notTestable)
    let change = ExaminationChange(from: before, to: after)
    #expect(change.motorLevelShift(.right) == 0...1)
    #expect(change.hasGainedMotorLevels(1) == nil && change.hasGainedMotorLevels(2) == false)
    #expect(change.points(\.upperExtremity) == nil && change.hasGainedUpperExtremityMotorPoints() == nil)
  }

  @Test("Sensation in S4-5 turns AIS A into B and counts as conversion")
  func conversion() throws {
    let before = try ChangeTests.completeC5()
    var after = before
    after.deepAnalPressure = .yes
    let change = ExaminationChange(from: before, to: after)
    #expect(change.impairmentScaleShift == 1...1 && change.hasImprovedImpairmentScale() == true)
    #expect(change.hasConvertedFromComplete() == true)
    #expect(ExaminationChange(from: after, to: before).hasImprovedImpairmentScale() == false)
    after.deepAnalPressure = .notTestable
    #expect(ExaminationChange(from: before, to: after).hasConvertedFromComplete() == nil)
  }
}
