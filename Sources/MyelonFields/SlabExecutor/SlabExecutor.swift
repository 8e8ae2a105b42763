import Dispatch

/// Runs independent slabs of work on a fixed number of threads: the one door to parallelism in a cord.
///
/// The result of a run must not depend on the number of threads, so a body may write only to memory that
/// belongs to its own slab, and reductions are written per slab and summed afterwards in slab order. The
/// slabs are cut by the caller from the grid alone, never from the number of threads.
public struct SlabExecutor: Sendable {
  /// Number of threads that may work at once, at least 1.
  public let threads: Int

  /// Makes an executor; `threads` below 1 counts as 1.
  public init(threads: Int) {
    self.threads = max(1, threads)
  }

  /// Calls `body` once for each slab index in `0 ..< slabs` and returns when all calls have returned.
  ///
  /// Each thread takes the lowest slab that nobody has taken, so that a thread that the system holds up delays
  /// little; with one thread, or one slab, everything runs on the calling thread in ascending order.
  @inlinable public func run(slabs: Int, _ body: (Int) -> Void) {
    runWithWorker(slabs: slabs) { slab, _ in body(slab) }
  }

  /// Calls `body` once for each slab, telling it which worker calls, so that it can use that worker's scratch.
  ///
  /// Calls with the same worker index never overlap. Scratch must not carry anything from one slab to another,
  /// or the result would depend on the number of threads.
  ///
  /// - Parameters:
  ///   - slabs: number of slabs.
  ///   - body: called with the slab index and the worker index, which is in `0 ..< threads`.
  @inlinable public func runWithWorker(slabs: Int, _ body: (_ slab: Int, _ worker: Int) -> Void) {
    let workers = min(threads, slabs)
    if workers <= 1 {
      for slab in 0..<max(0, slabs) { body(slab, 0) }
      return
    }
    withoutActuallyEscaping(body) { escapable in
      nonisolated(unsafe) let shared = escapable
      nonisolated(unsafe) var next = 0
      let lock = DispatchSemaphore(value: 1)
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        while true {
          lock.wait()
          let slab = next
          next += 1
          lock.signal()
          guard slab < slabs else { return }
          shared(slab, worker)
        }
      }
    }
  }
}
