import Foundation

/// Counts what has ended since a program began to watch an array.
struct SlurmWatch {
  private let store: StudyStore
  private let before: MemberCounts
  private let secondsBefore: Double
  private let start = Date()

  init(store: StudyStore) throws(StudyError) {
    self.store = store
    before = try store.counts()
    secondsBefore = try store.processorTime()
  }

  /// How far the study has come.
  ///
  /// - Parameter running: tasks that run now.
  /// - Returns: the counts, and what they were when watching began.
  /// - Throws: `StudyError` when the study cannot be read.
  func progress(running: Int) throws(StudyError) -> EnsembleProgress {
    let counts = try store.counts()
    return EnsembleProgress(
      total: counts.total, done: counts.done, failed: counts.failed, running: running,
      endedHere: ended(counts), elapsed: Date().timeIntervalSince(start))
  }

  /// How it has ended.
  func outcome() throws(StudyError) -> EnsembleOutcome {
    let counts = try store.counts()
    return EnsembleOutcome(
      counts: counts, wasStopped: counts.unfinished > 0, ended: ended(counts),
      elapsed: Date().timeIntervalSince(start), processorTime: try store.processorTime() - secondsBefore)
  }

  private func ended(_ counts: MemberCounts) -> Int {
    max(0, counts.done + counts.failed - before.done - before.failed)
  }
}
