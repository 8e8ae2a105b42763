import Foundation
import MyelonSimulation

/// Shows how far a run has come: a bar that redraws itself on a terminal, a line now and then elsewhere.
final class ProgressDisplay {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  /// The first step that was shown, and when: what went before it, such as reading a template, is no measure of
  /// how long the steps will take.
  private var first: (fraction: Double, time: Date)?
  private var armStart: (index: Int, day: Double, time: Date)?
  private var lastShown = Date.distantPast
  private var lastFraction = 0.0

  /// Seconds between two drawings on a terminal, and between two lines elsewhere.
  private var interval: Double { isTerminal ? 0.1 : 5 }

  /// Called after each step; draws when it is time.
  func show(_ progress: RunProgress) {
    let now = Date()
    first = first ?? (progress.fraction, now)
    if armStart?.index != progress.armIndex { armStart = (progress.armIndex, progress.day, now) }
    let isDue = now.timeIntervalSince(lastShown) >= interval
    let isTenth = !isTerminal && Int(progress.fraction * 10) > Int(lastFraction * 10)
    guard isDue || isTenth else { return }
    lastShown = now
    lastFraction = progress.fraction
    let text = line(progress, at: now)
    FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K" + text : text + "\n").utf8))
  }

  /// Ends the bar's line.
  func finish() {
    if isTerminal, first != nil { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func line(_ progress: RunProgress, at now: Date) -> String {
    let number = progress.armCount > 1 ? "(\(progress.armIndex + 1)/\(progress.armCount))  " : ""
    let arm = number.isEmpty ? "" : "\(progress.arm) "
    let percent = String(format: "%3.0f %%  ", 100 * progress.fraction)
    let done = String(format: "day %.1f of %.0f  step %d", progress.day, progress.lastDay, progress.steps)
    let speed = String(format: "  %.1f days/s", speed(progress, at: now))
    let left = "  left \(timeLeft(progress, at: now))"
    let text = percent + arm + number + done + speed + left
    guard isTerminal else { return text }
    // A line that reaches the edge would wrap, and redrawing would leave its first part behind. On a narrow
    // terminal the arm's name goes first, then the speed, then the bar.
    let columns = Self.terminalColumns - 1
    let shorter = [text, percent + number + done + speed + left, percent + number + done + left]
    guard let fitting = shorter.first(where: { $0.count + 11 <= columns }) else {
      return String((shorter.last ?? text).prefix(columns))
    }
    return "\(Self.bar(progress.fraction, width: min(24, columns - fitting.count - 3))) \(fitting)"
  }

  /// Time left, from the share of the work that this process has done: a resumed run does not begin at zero.
  private func timeLeft(_ progress: RunProgress, at now: Date) -> String {
    guard let first, case let done = progress.fraction - first.fraction, done > 0.02 else { return "?" }
    return Self.duration(now.timeIntervalSince(first.time) * (1 - progress.fraction) / done)
  }

  /// Simulated days a second in the arm that is running.
  private func speed(_ progress: RunProgress, at now: Date) -> Double {
    guard let armStart, case let elapsed = now.timeIntervalSince(armStart.time), elapsed > 0 else { return 0 }
    return (progress.day - armStart.day) / elapsed
  }

  /// A bar of so many characters that is filled to a share.
  static func bar(_ fraction: Double, width: Int) -> String {
    let full = min(width, Int(fraction * Double(width)))
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full) + "]"
  }

  /// A time in words, rounded up to seconds.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : String(format: "%d:%02d min", whole / 60, whole % 60)
  }

  /// Width of the terminal; 80 columns where it does not tell.
  static var terminalColumns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
