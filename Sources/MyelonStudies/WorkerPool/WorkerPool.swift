import Dispatch
import Foundation
import Synchronization

/// Threads that run members until the queue is empty or a stop is asked for.
final class WorkerPool: Sendable {
  /// What has become of the members so far.
  struct Tally: Sendable {
    var done = 0
    var failed = 0
    var running = 0
    /// Processor time of all tries, s.
    var seconds = 0.0
  }

  private struct State {
    var queue: [Int]
    var position = 0
    var tally = Tally()
    var isStopping = false
    var error: StudyError?
    var workers = 0
  }

  private let model: any MemberModel
  private let settings: EnsembleSettings
  private let ledger: any MemberLedger
  private let state: Mutex<State>
  private let somethingEnded = DispatchSemaphore(value: 0)

  /// Stack of a worker, bytes: that of a main thread, which is what lives run on outside ensembles.
  private static let stackSize = 8 << 20

  init(model: any MemberModel, settings: EnsembleSettings, queue: [Int], ledger: any MemberLedger) {
    self.model = model
    self.settings = settings
    self.ledger = ledger
    state = Mutex(State(queue: queue))
  }

  /// What has become of the members so far.
  var tally: Tally { state.withLock { $0.tally } }

  /// Runs until every member has ended or a stop was asked for and those under way have ended.
  ///
  /// - Parameters:
  ///   - report: called when something has ended and at least ten times a second.
  ///   - shouldStop: asked as often.
  /// - Throws: the first error of the ledger; the other workers end after the member they are at.
  func run(whileWaiting report: () -> Void, shouldStop: () -> Bool) throws(StudyError) {
    let count = state.withLock { state in
      state.workers = min(settings.workers, state.queue.count)
      return state.workers
    }
    for number in 0..<count {
      let thread = Thread { [self] in
        work()
        state.withLock { $0.workers -= 1 }
        somethingEnded.signal()
      }
      thread.stackSize = Self.stackSize
      thread.name = "member \(number)"
      thread.start()
    }
    while state.withLock({ $0.workers > 0 }) {
      _ = somethingEnded.wait(timeout: .now() + .milliseconds(100))
      if shouldStop() { state.withLock { $0.isStopping = true } }
      report()
    }
    if let error = state.withLock({ $0.error }) { throw error }
  }

  /// One worker: hands in what it has and takes the next member, until there is none.
  private func work() {
    var ended: MemberResult?
    while true {
      do throws(StudyError) {
        if let result = ended, case .error(_, false) = result.end {
          // Only when its failure is written may another worker begin it again.
          _ = try ledger.exchange(result, next: nil)
          ended = nil
          let key = ledger.key(of: result.member)
          state.withLock { $0.queue.append(key) }
        }
        let next = takeNext()
        if ended == nil, next == nil { return }
        guard let taken = try ledger.exchange(ended, next: next) else { return }
        ended = try attempt(taken.member, failures: taken.failures)
      } catch {
        state.withLock { state in
          state.error = state.error ?? error
          state.isStopping = true
        }
        return
      }
    }
  }

  private func takeNext() -> Int? {
    state.withLock { state in
      guard !state.isStopping, state.position < state.queue.count else { return nil }
      state.position += 1
      state.tally.running += 1
      return state.queue[state.position - 1]
    }
  }

  /// Runs a member once; one that throws goes to the end of the queue while it has tries left.
  private func attempt(_ member: StudyMember, failures: Int) throws(StudyError) -> MemberResult {
    let start = Self.processorTime
    let end: MemberResult.End
    var values: [Double?] = []
    do {
      values = try model.run(member).map { $0.map { $0 + 0 } }
      end = .outcomes(values)
    } catch {
      let isFinal = failures + 1 >= settings.attempts || !model.isWorthRetrying(error)
      end = .error(reason: Self.text(of: error), isFinal: isFinal)
    }
    let result = MemberResult(member: member, end: end, seconds: Self.processorTime - start)
    if result.outcomes != nil { try requireNumbers(values, of: member) }
    state.withLock { state in
      state.tally.running -= 1
      state.tally.seconds += result.seconds
      switch end {
      case .outcomes: state.tally.done += 1
      case .error(_, true): state.tally.failed += 1
      case .error(_, false): break
      }
    }
    somethingEnded.signal()
    return result
  }

  private func requireNumbers(_ values: [Double?], of member: StudyMember) throws(StudyError) {
    let needed = model.outcomes.count
    guard values.count == needed else {
      throw .wrongOutcomes(member: member.index, problem: "\(values.count) numbers, \(needed) needed")
    }
    for (value, outcome) in zip(values, model.outcomes) {
      if let value, !value.isFinite {
        throw .wrongOutcomes(
          member: member.index, problem: "'\(outcome.name)' of '\(outcome.arm)' is \(value)")
      }
    }
  }

  /// What an error says, at a length that a table takes.
  private static func text(of error: any Error) -> String {
    let text = "\(error)"
    return text.count <= 2000 ? text : text.prefix(2000) + "..."
  }

  /// Processor time of the calling thread, s.
  private static var processorTime: Double {
    var time = timespec()
    guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
