import Foundation

/// Repeated doses or a constant infusion into compartments with first-order loss, in closed form.
///
/// Time is in days since the first dose. Doses of 1 fall at 0, τ, 2τ, ..., (N - 1) τ; an infusion gives `rate` a day
/// for `duration`. With loss k the doses given before t leave the geometric sum
/// `e^(-k (t - (n - 1) τ)) (1 - e^(-k n τ)) / (1 - e^(-k τ))`, so a year of twice-daily doses costs as much as one.
struct DosingSchedule: Sendable, Hashable {
  /// Days between doses, or 0 for an infusion.
  let interval: Double
  /// Number of doses.
  let count: Int
  /// Days of infusion.
  let duration: Double

  /// Makes the schedule of a course: doses fall before its end, at least one does.
  init(intervalHours: Double, duration: Double) {
    interval = intervalHours / 24
    self.duration = duration
    count = interval > 0 ? max(1, Int((duration / interval - 1e-9).rounded(.up))) : 0
  }

  /// True for a constant infusion.
  var isInfusion: Bool { interval == 0 }

  /// Days of the last input: the last dose, or the end of the infusion.
  var lastInput: Double { isInfusion ? duration : Double(count - 1) * interval }

  /// Doses, or days' doses of an infusion, given before time `t`.
  func given(before t: Double) -> Double {
    guard t > 0 else { return 0 }
    if isInfusion { return min(t, duration) }
    return Double(dosesBefore(t))
  }

  /// What is left at `t` of all that was given before, with loss `k` in 1/d above 0.
  func remaining(at t: Double, loss k: Double) -> Double {
    guard t > 0 else { return 0 }
    if isInfusion {
      let flowing = min(t, duration)
      return -expm1(-k * flowing) / k * exp(-k * (t - flowing))
    }
    let n = Double(dosesBefore(t))
    let sinceLast = max(0, t - (n - 1) * interval)
    return exp(-k * sinceLast) * (expm1(-k * n * interval) / expm1(-k * interval))
  }

  /// What is at an effect site that fills with rate `a` from what was given and loses `k`, both in 1/d.
  ///
  /// Bateman's function `a / (a - k) (e^(-k t) - e^(-a t))` of each dose, summed. Rates that almost agree are parted
  /// by a millionth, which changes the value by as much.
  func effectSite(at t: Double, filling a: Double, loss k: Double) -> Double {
    let a = abs(a - k) < 1e-6 * k ? k * (1 + 1e-6) : a
    return max(0, a / (a - k) * (remaining(at: t, loss: k) - remaining(at: t, loss: a)))
  }

  private func dosesBefore(_ t: Double) -> Int {
    // Dose j falls at j τ; those with j τ < t have been given.
    min(count, max(1, Int((min(t / interval, Double(count) + 1) - 1e-9).rounded(.up))))
  }
}
