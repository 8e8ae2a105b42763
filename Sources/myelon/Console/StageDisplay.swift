import Foundation
import MyelonStimulation

/// Shows how far a study has come and how long it will take: a bar that redraws itself on a terminal, a line now and then
/// elsewhere.
final class StageDisplay {
  private var terminal = TerminalLine()
  private let start = Date()
  private var lastShown = Date.distantPast
  private var lastTenth = -1

  /// Called after each piece of work; draws when it is time.
  func show(_ progress: StudyProgress) {
    let now = Date()
    let tenth = Int(progress.fraction * 10)
    let isDue = now.timeIntervalSince(lastShown) >= (terminal.isTerminal ? 0.1 : 5)
    guard isDue || (!terminal.isTerminal && tenth > lastTenth) else { return }
    lastShown = now
    lastTenth = tenth
    let text = line(progress, elapsed: now.timeIntervalSince(start))
    terminal.show(text)
  }

  /// Ends the bar's line.
  func finish() { terminal.clear() }

  private func line(_ progress: StudyProgress, elapsed: Double) -> String {
    let done = progress.fraction
    let left = done > 0.02 ? TerminalLine.duration(elapsed * (1 - done) / done) : "?"
    let percent = String(format: "%3.0f %%  ", 100 * done)
    let text = percent + "left \(left)  " + progress.stage
    guard terminal.isTerminal else { return text }
    // A line that reached the edge would wrap, and redrawing would leave its first part behind.
    let columns = TerminalLine.columns - 1
    let room = min(24, columns - text.count - 3)
    return room >= 8 ? "\(TerminalLine.bar(done, width: room)) \(text)" : String(text.prefix(columns))
  }
}
