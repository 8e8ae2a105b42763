import Foundation
import MyelonStudies

/// Shows how far a fit has come: a line a step, redrawn on a terminal.
final class FitDisplay {
  private var terminal = TerminalLine()
  private let stop: StopSignal
  private var lastShown = Date.distantPast
  private var lastStep = -1

  init(stop: StopSignal) {
    self.stop = stop
  }

  /// Called some times a second; draws when it is time.
  func show(_ progress: FitProgress) {
    terminal.tellOfStop(stop, waitingFor: "lives")
    let now = Date()
    let step = progress.step
    let isNew = step != lastStep
    guard isNew || now.timeIntervalSince(lastShown) >= (terminal.isTerminal ? 0.3 : 20) else { return }
    lastShown = now
    lastStep = step
    let text = line(progress)
    terminal.show(text)
  }

  /// Ends the line.
  func finish() { terminal.clear() }

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
