import ArgumentParser
import Foundation
import MyelonQuantities
import MyelonSimulation
import MyelonStudies

/// Shows an ensemble's progress, stops it on Ctrl-C, and says what became of it.
struct EnsembleSession {
  let store: StudyStore
  let studyPath: String
  let json: Bool

  /// Runs the members on this machine.
  func execute(_ ensemble: Ensemble) throws -> EnsembleOutcome {
    try EnsembleDisplay.during { try ensemble.run(store, progress: $0, shouldStop: $1) }
  }

  /// Runs the members on a cluster.
  func execute(_ array: SlurmArray) throws -> EnsembleOutcome {
    try EnsembleDisplay.during { try array.run(store, progress: $0, shouldStop: $1) }
  }

  /// Prints the summary; ends with status 1 when members are missing.
  func finish(_ outcome: EnsembleOutcome, exported: [String]) throws {
    let counts = outcome.counts
    if json {
      Console.print(try Summary(outcome, study: studyPath, exported: exported).text)
    } else {
      Console.remark(
        String(
          format: "%d of %d members done, %d failed; %.1f s, %.2f s of processor a member. ", counts.done,
          counts.total, counts.failed, outcome.elapsed,
          outcome.processorTime / Double(max(1, outcome.ended)))
          + ResearchNotice.console)
      for path in [studyPath] + exported { Console.print(path) }
    }
    if outcome.wasStopped {
      // What a cluster has in its queue goes on meanwhile.
      Console.remark(
        "Stopped with \(counts.unfinished) members to go. Continue with the same command and --resume.")
      throw ExitCode.failure
    }
    if counts.failed > 0 { try remarkFailures(counts.failed) }
  }

  private func remarkFailures(_ count: Int) throws {
    let first = try store.indices(.failed).first.flatMap { try store.record($0) }
    Console.remark(
      "\(count) members failed, the first with: \(first?.reason ?? "no reason"). Their reasons are in the study; "
        + "--resume --retry-failed tries them again.")
    throw ExitCode.failure
  }

  /// What `--json` prints.
  private struct Summary: Encodable {
    let notice = ResearchNotice.file
    let study: String
    let members, done, failed, unfinished: Int
    let seconds, processorSeconds: Double
    let files: [String]

    init(_ outcome: EnsembleOutcome, study: String, exported: [String]) {
      self.study = study
      members = outcome.counts.total
      done = outcome.counts.done
      failed = outcome.counts.failed
      unfinished = outcome.counts.unfinished
      seconds = outcome.elapsed
      processorSeconds = outcome.processorTime
      files = exported
    }

    var text: String {
      get throws {
        try SortedJSON.text(self)
      }
    }
  }
}
