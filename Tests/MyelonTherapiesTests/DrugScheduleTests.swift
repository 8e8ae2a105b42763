import Foundation
import MyelonTestSupport
import Testing

@testable import MyelonTherapies

/// Repeated doses and infusions against sums over single doses.
@Suite("Drug schedules")
struct DrugScheduleTests {
  static let times: [Double] = [0.001, 0.2, 0.7, 3.3, 9.9, 30]

  /// Bateman's function of one dose.
  private func bateman(_ t: Double, _ a: Double, _ k: Double) -> Double {
    t <= 0 ? 0 : a / (a - k) * (exp(-k * t) - exp(-a * t))
  }

  @Test("Repeated doses are the sum of single ones", arguments: times)
  func superposition(t: Double) {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let hours = Double.random(in: 1...30, using: &generator)
      let duration = Double.random(in: 0...20, using: &generator)
      let a = Double.random(in: 5...60, using: &generator)
      let k = Double.random(in: 0.1...4, using: &generator)
      let schedule = DosingSchedule(intervalHours: hours, duration: duration)
      let count = max(1, Int((duration * 24 / hours).rounded(.up)))
      #expect(schedule.count == count)
      let sum = (0..<count).reduce(0.0) { $0 + bateman(t - Double($1) * hours / 24, a, k) }
      let found = schedule.effectSite(at: t, filling: a, loss: k)
      #expect(abs(found - sum) < 1e-11 * max(1, sum), "\(hours) h, \(duration) d")
    }
  }

  @Test("An infusion is the integral of single doses", arguments: times)
  func infusion(t: Double) {
    let schedule = DosingSchedule(intervalHours: 0, duration: 5)
    let (a, k) = (20.0, 2.0)
    let count = 100_000
    let flowing = min(t, 5)
    var sum = 0.0
    for i in 0..<count {
      let s = (Double(i) + 0.5) * flowing / Double(count)
      sum += bateman(t - s, a, k) * flowing / Double(count)
    }
    #expect(abs(schedule.effectSite(at: t, filling: a, loss: k) - sum) < 1e-7)
  }

  @Test("Equal rates of filling and loss give t e^(-k t)")
  func equalRates() {
    let schedule = DosingSchedule(intervalHours: 24, duration: 0)
    for t in Self.times {
      #expect(abs(schedule.effectSite(at: t, filling: 3, loss: 3) - 3 * t * exp(-3 * t)) < 1e-6)
    }
  }

  @Test("A course counts its doses")
  func counts() {
    #expect(DosingSchedule(intervalHours: 12, duration: 5).count == 10)
    #expect(DosingSchedule(intervalHours: 24, duration: 0.5).count == 1)
    #expect(DosingSchedule(intervalHours: 8, duration: 1).count == 3)
    #expect(DosingSchedule(intervalHours: 2, duration: 0.25).count == 3)
    let schedule = DosingSchedule(intervalHours: 12, duration: 5)
    #expect(schedule.given(before: 0) == 0 && schedule.given(before: 0.01) == 1)
    #expect(schedule.given(before: 0.6) == 2 && schedule.given(before: 400) == 10)
  }
}
