import Dispatch
import Foundation
import Synchronization

/// Notices Ctrl-C and a polite kill, so that a run can stop at the end of a step and leave a checkpoint.
final class StopSignal: Sendable {
  private let requested = Atomic(false)
  private let sources: [any DispatchSourceSignal & Sendable]

  init() {
    let numbers = [SIGINT, SIGTERM]
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for source in sources {
      source.setEventHandler { [requested = UnownedFlag(self)] in requested.raise() }
      source.resume()
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }

  /// True once a stop was asked for.
  var isRequested: Bool { requested.load(ordering: .relaxed) }

  fileprivate func raise() { requested.store(true, ordering: .relaxed) }
}

/// Lets the handler reach the flag without keeping it alive.
private struct UnownedFlag: Sendable {
  weak let flag: StopSignal?
  init(_ flag: StopSignal) { self.flag = flag }
  func raise() { flag?.raise() }
}
