import Foundation
import MyelonStatistics
import Testing

@testable import MyelonStudies

@Suite struct SensitivityVerdictTests {
  /// A step whose indices have intervals of one length.
  private func step(_ planned: Int, _ values: [Double], width: Double, used: Int? = nil) -> SensitivityStep {
    SensitivityStep(
      planned: planned, used: used ?? planned, rows: planned * 4,
      importance: values.map {
        Estimate(value: $0, standardError: width / 4, low: $0 - width / 2, high: $0 + width / 2)
      })
  }

  private func verdict(_ steps: [SensitivityStep]) -> SensitivityVerdict {
    SensitivityVerdict(steps, units: "trajectories")
  }

  private let falling = (0..<14).map { 14 - Double($0) }

  @Test("The verdict follows what the second half has changed and how long intervals are")
  func levels() {
    let same = verdict([step(10, falling, width: 2), step(20, falling, width: 1)])
    #expect(same.level == .settled && same.kept == 10 && same.compared == 10 && same.largestShift == 0)
    #expect(abs((same.widest ?? 0) - 1.0 / 14) < 1e-12)
    let wide = verdict([step(10, falling, width: 9), step(20, falling, width: 5)])
    #expect(wide.level == .orderSettled && wide.text.contains("36 %"))
    // The first is tenth at half of the sample.
    var moved = falling
    moved[0] = 4.5
    let shifted = verdict([step(10, moved, width: 1), step(20, falling, width: 1)])
    #expect(shifted.level == .orderSettled && shifted.kept == 10 && shifted.largestShift == 9)
    // Three newcomers among ten.
    var other = falling
    for place in 7..<10 { other[place] = 0 }
    let changed = verdict([step(10, other, width: 1), step(20, falling, width: 1)])
    #expect(changed.level == .unsettled && changed.kept == 7 && changed.text.contains("7 were among"))
  }

  @Test("Too small samples are never settled, and none is judged without its half")
  func small() {
    let few = verdict([step(3, falling, width: 0), step(6, falling, width: 0)])
    #expect(few.level == .unsettled && few.text.contains("Fewer than 8"))
    let dropped = verdict([step(10, falling, width: 0), step(20, falling, width: 0, used: 7)])
    #expect(dropped.level == .unsettled)
    let alone = verdict([step(20, falling, width: 0)])
    #expect(alone.level == .unsettled && alone.kept == nil && alone.text.contains("no half"))
  }

  @Test("Only what acts is compared, and nothing that acts is no verdict")
  func idle() {
    let values = [3.0, 2, 0, 0, 0]
    let two = verdict([step(10, values, width: 0), step(20, values, width: 0)])
    #expect(two.compared == 2 && two.level == .settled)
    let none = [0.0, 0, 0]
    #expect(verdict([step(10, none, width: 0), step(20, none, width: 0)]).level == .nothing)
    #expect(verdict([]).level == .nothing)
    let late = verdict([step(10, none, width: 0), step(20, [1, 0, 0], width: 0)])
    #expect(late.level == .unsettled)
  }
}
