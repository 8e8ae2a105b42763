import Foundation
import MyelonStudies

/// Shows how far a fit has come: a line a generation, redrawn on a terminal.
final class FitDisplay {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let stop: StopSignal
  private let start = Date()
  private var lastShown = Date.distantPast
  private var lastGeneration = -1
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
    let generation = progress.isLast ? progress.generation + 1 : progress.generation
    let isNew = generation != lastGeneration
    guard isNew || now.timeIntervalSince(lastShown) >= (isTerminal ? 0.3 : 20) else { return }
    lastShown = now
    lastGeneration = generation
    let text = line(progress)
    FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K" + text : text + "\n").utf8))
  }

  /// Ends the line.
  func finish() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private func line(_ progress: FitProgress) -> String {
    let what = progress.isLast ? "repeated lives" : "generation \(progress.generation + 1)"
    let distance = progress.distance.map { String(format: "  distance %.2f", $0) } ?? ""
    let lives = progress.lives + progress.done
    var text =
      "\(what)  \(progress.done) of \(progress.of)  lives \(lives) of at most \(progress.most)\(distance)"
    if lives > 0, progress.done > 0 {
      // The most that it can still take; it usually ends earlier.
      let left = Date().timeIntervalSince(start) * Double(max(0, progress.most - lives)) / Double(lives)
      text += String(format: "  at most %.0f min left", (left / 60).rounded(.up))
    }
    return text
  }
}
