import ArgumentParser
import Foundation
import MyelonReport
import MyelonSimulation

/// Shows a run's progress, stops it on Ctrl-C, and writes its report when it has ended.
struct RunSession {
  let directory: RunDirectory

  /// Runs `work` and reports on it.
  func execute(_ work: ((RunProgress) -> Void, () -> Bool) throws -> Simulation.Outcome) throws {
    let stop = StopSignal()
    let display = ProgressDisplay()
    let outcome: Simulation.Outcome
    do {
      outcome = try work({ display.show($0) }, { stop.isRequested })
    } catch {
      display.finish()
      Console.remark("myelon: \(error)")
      guard !Console.isBadInput(error) else { throw Console.badInput }
      if directory.holdsUnfinishedRun {
        Console.remark("What was done is kept. Continue with: myelon resume \(shellWord(directory.path))")
      }
      throw ExitCode.failure
    }
    display.finish()
    switch outcome {
    case .stopped:
      Console.remark("Stopped. Continue with: myelon resume \(shellWord(directory.path))")
      throw ExitCode.failure
    case .finished(let record): try finish(record)
    }
  }

  /// Writes the report and says where it is.
  private func finish(_ record: RunRecord) throws {
    let path: String
    do { path = try ReportWriter.write(record, directory: directory) } catch {
      Console.remark("myelon: \(error)")
      Console.remark(
        "The run itself is whole. Write its report with: myelon report \(shellWord(directory.path))")
      throw ExitCode.failure
    }
    Console.remark(Self.summary(record))
    Console.print(path)
  }

  private static func summary(_ record: RunRecord) -> String {
    let wall = record.timings.values.reduce(0, +)
    let steps = record.steps.values.reduce(0, +)
    return String(
      format: "%d arm%@, %d steps, %.1f s. \(ResearchNotice.console)",
      record.arms.count,
      record.arms.count == 1 ? "" : "s", steps, wall)
  }

  /// A path as a word that can be pasted into a shell.
  private func shellWord(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        true
      default: "/._-+".utf8.contains(byte)
      }
    }
    return plain && !path.isEmpty ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
