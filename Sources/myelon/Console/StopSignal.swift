import Dispatch
import Foundation
import Synchronization

/// Notices Ctrl-C and a polite kill, so that a run can stop at the end of a step and leave a checkpoint.
///
/// The second one ends the program at once.
final class StopSignal {
  /// Raised by a signal's handler, read by the run.
  private final class Flag: Sendable {
    let isRaised = Atomic(false)
  }

  private let flag = Flag()
  private let sources: [any DispatchSourceSignal]

  init() {
    sources = [SIGINT, SIGTERM].map { number in
      // The default action would end the program before the source sees the signal.
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
      source.setEventHandler { [flag] in
        guard flag.isRaised.exchange(true, ordering: .relaxed) else { return }
        // Asked twice: end at once. Files are whole or absent, and a checkpoint may be some seconds old.
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }

  /// True once a stop was asked for.
  var isRequested: Bool { flag.isRaised.load(ordering: .relaxed) }
}
