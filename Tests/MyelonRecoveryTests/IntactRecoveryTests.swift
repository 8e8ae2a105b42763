import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonRecovery
import Testing

/// A cord that was not hurt reads as a normal person or rat.
@Suite struct IntactRecoveryTests {
  private func expectNormal(_ person: RecoveryCord, day: Double) throws {
    person.advance(days: day)
    let examination = try person.examination()
    #expect(examination == .normal, "day \(day)")
    let result = examination.classified()
    #expect(result.impairmentScale.values == [.e])
    #expect(result.totals.motor.value == 100)
    #expect(result.totals.lightTouch.value == 112 && result.totals.pinPrick.value == 112)
  }

  @Test(arguments: ["C5", "T4", "T10", "L2"])
  func anIntactPersonIsNormal(level: String) throws {
    let person = try RecoveryCord.human(.contusion(peakCompression: 0), at: level)
    for day in [0, 1, 3, 7, 28, 365] as [Double] { try expectNormal(person, day: day) }
  }

  @Test func anIntactRatScores21Late() throws {
    let rat = try RecoveryCord.rat(.contusion(peakCompression: 0))
    rat.advance(days: 365)
    let (score, drive) = rat.locomotion
    #expect(drive == 1)
    #expect(score.value == 21 && score.landmark == "normal")
  }
}
