import Foundation
import MyelonStimulation

/// Shows how far a study has come and how long it will take: a bar that redraws itself on a terminal, a line now and then
/// elsewhere.
final class StageDisplay {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = Date()
  private var lastShown = Date.distantPast
  private var lastTenth = -1
  private var hasDrawn = false

  /// Called after each piece of work; draws when it is time.
  func show(_ progress: StudyProgress) {
    let now = Date()
    let tenth = Int(progress.fraction * 10)
    let isDue = now.timeIntervalSince(lastShown) >= (isTerminal ? 0.1 : 5)
    guard isDue || (!isTerminal && tenth > lastTenth) else { return }
    lastShown = now
    lastTenth = tenth
    hasDrawn = true
    let text = line(progress, elapsed: now.timeIntervalSince(start))
    FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K" + text : text + "\n").utf8))
  }

  /// Ends the bar's line.
  func finish() {
    if isTerminal, hasDrawn { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func line(_ progress: StudyProgress, elapsed: Double) -> String {
    let done = progress.fraction
    let left = done > 0.02 ? ProgressDisplay.duration(elapsed * (1 - done) / done) : "?"
    let percent = String(format: "%3.0f %%  ", 100 * done)
    let text = percent + "left \(left)  " + progress.stage
    guard isTerminal else { return text }
    // A line that reached the edge would wrap, and redrawing would leave its first part behind.
    let columns = ProgressDisplay.terminalColumns - 1
    let room = min(24, columns - text.count - 3)
    return room >= 8 ? "\(ProgressDisplay.bar(done, width: room)) \(text)" : String(text.prefix(columns))
  }
}
