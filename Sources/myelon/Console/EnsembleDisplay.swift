import Foundation
import MyelonStudies

/// Shows how far an ensemble has come: one line that redraws itself on a terminal, a line now and then elsewhere.
final class EnsembleDisplay {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let stop: StopSignal
  private var lastShown = Date.distantPast
  private var lastFraction = -1.0
  private var hasToldOfStop = false

  init(stop: StopSignal) {
    self.stop = stop
  }

  /// Called some times a second; draws when it is time.
  func show(_ progress: EnsembleProgress) {
    if stop.isRequested, !hasToldOfStop {
      hasToldOfStop = true
      finish()
      Console.remark("Stopping after the \(progress.running) members under way; once more ends at once.")
    }
    let now = Date()
    let isDue = now.timeIntervalSince(lastShown) >= (isTerminal ? 0.2 : 5)
    let isTenth = Int(progress.fraction * 10) > Int(lastFraction * 10)
    guard isDue && progress.fraction != lastFraction || isTenth || isTerminal && isDue else { return }
    lastShown = now
    lastFraction = progress.fraction
    let text = Self.line(progress)
    FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K" + text : text + "\n").utf8))
  }

  /// Ends the line.
  func finish() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private static func line(_ progress: EnsembleProgress) -> String {
    let failed = progress.failed > 0 ? "  failed \(progress.failed)" : ""
    return String(format: "%3.0f %%  ", 100 * progress.fraction)
      + "\(progress.done) of \(progress.total) members\(failed)  under way \(progress.running)"
      + "  left \(progress.secondsLeft.map(duration) ?? "?")"
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return String(format: "%d:%02d min", whole / 60, whole % 60) }
    return String(format: "%d:%02d h", whole / 3600, whole / 60 % 60)
  }
}
