import Foundation
import MyelonSimulation

/// Shows how far a run has come: a bar that redraws itself on a terminal, a line now and then elsewhere.
final class ProgressDisplay {
  private var terminal = TerminalLine()
  /// The first step that was shown, and when: what went before it, such as reading a template, is no measure of
  /// how long the steps will take.
  private var first: (fraction: Double, time: Date)?
  private var armStart: (index: Int, day: Double, time: Date)?
  private var lastShown = Date.distantPast
  private var lastFraction = 0.0

  /// Seconds between two drawings on a terminal, and between two lines elsewhere.
  private var interval: Double { terminal.isTerminal ? 0.1 : 5 }

  /// Called after each step; draws when it is time.
  func show(_ progress: RunProgress) {
    let now = Date()
    first = first ?? (progress.fraction, now)
    if armStart?.index != progress.armIndex { armStart = (progress.armIndex, progress.day, now) }
    let isDue = now.timeIntervalSince(lastShown) >= interval
    let isTenth = !terminal.isTerminal && Int(progress.fraction * 10) > Int(lastFraction * 10)
    guard isDue || isTenth else { return }
    lastShown = now
    lastFraction = progress.fraction
    let text = line(progress, at: now)
    terminal.show(text)
  }

  /// Ends the bar's line.
  func finish() { terminal.clear() }

  private func line(_ progress: RunProgress, at now: Date) -> String {
    let number = progress.armCount > 1 ? "(\(progress.armIndex + 1)/\(progress.armCount))  " : ""
    let arm = number.isEmpty ? "" : "\(progress.arm) "
    let percent = String(format: "%3.0f %%  ", 100 * progress.fraction)
    let done = String(format: "day %.1f of %.0f  step %d", progress.day, progress.lastDay, progress.steps)
    let speed = String(format: "  %.1f days/s", speed(progress, at: now))
    let left = "  left \(timeLeft(progress, at: now))"
    let text = percent + arm + number + done + speed + left
    guard terminal.isTerminal else { return text }
    // A line that reaches the edge would wrap, and redrawing would leave its first part behind. On a narrow
    // terminal the arm's name goes first, then the speed, then the bar.
    let columns = TerminalLine.columns - 1
    let shorter = [text, percent + number + done + speed + left, percent + number + done + left]
    guard let fitting = shorter.first(where: { $0.count + 11 <= columns }) else {
      return String((shorter.last ?? text).prefix(columns))
    }
    return "\(TerminalLine.bar(progress.fraction, width: min(24, columns - fitting.count - 3))) \(fitting)"
  }

  /// Time left, from the share of the work that this process has done: a resumed run does not begin at zero.
  private func timeLeft(_ progress: RunProgress, at now: Date) -> String {
    guard let first, case let done = progress.fraction - first.fraction, done > 0.02 else { return "?" }
    return TerminalLine.duration(now.timeIntervalSince(first.time) * (1 - progress.fraction) / done)
  }

  /// Simulated days a second in the arm that is running.
  private func speed(_ progress: RunProgress, at now: Date) -> Double {
    guard let armStart, case let elapsed = now.timeIntervalSince(armStart.time), elapsed > 0 else { return 0 }
    return (progress.day - armStart.day) / elapsed
  }
}
