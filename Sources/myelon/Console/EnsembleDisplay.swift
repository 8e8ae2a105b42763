import Foundation
import MyelonStudies

/// Shows how far an ensemble has come: one line that redraws itself on a terminal, a line now and then elsewhere.
final class EnsembleDisplay {
  private var terminal = TerminalLine()
  private let stop: StopSignal
  private var lastShown = Date.distantPast
  private var lastFraction = -1.0

  init(stop: StopSignal) {
    self.stop = stop
  }

  /// Runs something that tells its progress and stops on Ctrl-C.
  static func during<Found>(
    _ body: (_ show: @escaping (EnsembleProgress) -> Void, _ shouldStop: @escaping () -> Bool) throws -> Found
  ) rethrows -> Found {
    let stop = StopSignal()
    let display = EnsembleDisplay(stop: stop)
    defer { display.finish() }
    return try body(display.show, { stop.isRequested })
  }

  /// Called some times a second; draws when it is time.
  func show(_ progress: EnsembleProgress) {
    terminal.tellOfStop(stop, waitingFor: "\(progress.running) members")
    let now = Date()
    let isDue = now.timeIntervalSince(lastShown) >= (terminal.isTerminal ? 0.2 : 5)
    let isTenth = Int(progress.fraction * 10) > Int(lastFraction * 10)
    guard isDue && progress.fraction != lastFraction || isTenth || terminal.isTerminal && isDue else {
      return
    }
    lastShown = now
    lastFraction = progress.fraction
    let text = Self.line(progress)
    terminal.show(text)
  }

  /// Ends the line.
  func finish() { terminal.clear() }

  private static func line(_ progress: EnsembleProgress) -> String {
    let failed = progress.failed > 0 ? "  failed \(progress.failed)" : ""
    return String(format: "%3.0f %%  ", 100 * progress.fraction)
      + "\(progress.done) of \(progress.total) members\(failed)  under way \(progress.running)"
      + "  left \(progress.secondsLeft.map(TerminalLine.duration) ?? "?")"
  }
}
