import Foundation
import MyelonSimulation

/// Shows how far a run has come: a bar that redraws itself on a terminal, a line now and then elsewhere.
final class ProgressDisplay {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = Date()
  private var lastShown = Date.distantPast
  private var lastFraction = 0.0

  /// Seconds between two drawings on a terminal, and between two lines elsewhere.
  private var interval: Double { isTerminal ? 0.1 : 5 }

  /// Called after each step; draws when it is time.
  func show(_ progress: RunProgress) {
    let now = Date()
    let isDue = now.timeIntervalSince(lastShown) >= interval
    let isTenth = !isTerminal && Int(progress.fraction * 10) > Int(lastFraction * 10)
    guard isDue || isTenth else { return }
    lastShown = now
    lastFraction = progress.fraction
    let text = line(progress, elapsed: now.timeIntervalSince(start))
    FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K" + text : text + "\n").utf8))
  }

  /// Ends the bar's line.
  func finish() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func line(_ progress: RunProgress, elapsed: Double) -> String {
    let fraction = progress.fraction
    let left = fraction > 0.02 ? Self.duration(elapsed * (1 - fraction) / fraction) : "?"
    let speed = elapsed > 0 ? progress.day / elapsed : 0
    let arm = progress.armCount > 1 ? "\(progress.arm) (\(progress.armIndex + 1)/\(progress.armCount))  " : ""
    let day = String(format: "day %.1f of %.0f", progress.day, progress.lastDay)
    let tail = String(format: "%@  step %d  %.1f days/s  left %@", day, progress.steps, speed, left)
    let percent = String(format: "%3.0f %%", 100 * fraction)
    return isTerminal ? "\(Self.bar(fraction)) \(percent)  \(arm)\(tail)" : "\(percent)  \(arm)\(tail)"
  }

  private static func bar(_ fraction: Double) -> String {
    let width = 24
    let full = min(width, Int(fraction * Double(width)))
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full) + "]"
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : String(format: "%d:%02d min", whole / 60, whole % 60)
  }
}
