import Foundation
import MyelonStudies

/// Shows how far a fit has come: a line a step, redrawn on a terminal.
final class FitDisplay {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let stop: StopSignal
  private var lastShown = Date.distantPast
  private var lastStep = -1
  private var hasToldOfStop = false

  init(stop: StopSignal) {
    self.stop = stop
  }

  /// Called some times a second; draws when it is time.
  func show(_ progress: FitProgress) {
    if stop.isRequested, !hasToldOfStop {
      hasToldOfStop = true
      finish()
      Console.remark("Stopping after the lives under way; once more ends at once.")
    }
    let now = Date()
    let step = progress.step
    let isNew = step != lastStep
    guard isNew || now.timeIntervalSince(lastShown) >= (isTerminal ? 0.3 : 20) else { return }
    lastShown = now
    lastStep = step
    let text = line(progress)
    FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K" + text : text + "\n").utf8))
  }

  /// Ends the line.
  func finish() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func line(_ progress: FitProgress) -> String {
    let what = progress.isLast ? "last lives" : "step \(progress.step + 1)"
    var text = "\(what)  \(progress.done) of \(progress.of)  lives \(progress.lives + progress.done)"
    if let information = progress.information {
      text += String(format: "  %.0f %% of the data taken in", 100 * information)
    }
    if let most = progress.most { text += " of at most \(most)" }
    if let distance = progress.distance { text += String(format: "  distance %.2f", distance) }
    return text
  }
}
