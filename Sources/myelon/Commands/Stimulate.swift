import ArgumentParser
import Foundation
import MyelonQuantities
import MyelonReport
import MyelonSimulation
import MyelonStimulation

/// Computes what an electrode excites and writes tables and a report.
struct Stimulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Compute which fibres and muscles an electrode excites: thresholds, recruitment, best contact, safety.",
    discussion: """
      Examples:
        myelon stimulate Examples/stimulation/human-lumbar-paddle.yaml --output runs/paddle
        myelon stimulate Examples/stimulation/rat-l2-s1.yaml --quick --json

      The file names species, electrode, montages, pulse and roots; Docs/Stimulation.md explains every key. Written are
      thresholds.csv, recruitment.csv, muscles.csv, selectivity.csv, safety.json, summary.json, potential.nii.gz and
      report.html. Ctrl-C stops the computation, and nothing is written then.

      Research software: an average spine, no person's; not for setting a stimulator.
      """)

  @Argument(help: "Study file (YAML).")
  var file: String

  @Option(name: [.short, .long], help: "Directory for the results; default: runs/<name of the study>.")
  var output: String?

  @Flag(help: "Replace what an earlier study has written there; other files are left alone.")
  var overwrite = false

  @Option(help: ThreadCount.help)
  var threads: ThreadCount?

  @Flag(help: "A first look: coarse cells, at most three diameters a population, thresholds to 1 %.")
  var quick = false

  @Flag(help: "Print the summary as JSON.")
  var json = false

  func run() throws {
    try Console.run {
      let quick = quick
      let file = try StimulationFile.read(path: file) { if quick { $0 = $0.quick() } }
      let directory = StimulationDirectory(output ?? "runs/\(file.directoryName)")
      try directory.requireFree(overwrite: overwrite)
      let count = threads?.count ?? file.threads ?? ProcessInfo.processInfo.activeProcessorCount
      let start = Date()
      let result = try compute(file.study, threads: count)
      let seconds = Date().timeIntervalSince(start)
      let page = try StimulationReport(result, file: file, seconds: seconds).html()
      try directory.write(result, file: file, page: page, seconds: seconds, overwrite: overwrite)
      Console.remark(
        String(
          format: "%d thresholds, %.1f s. \(ResearchNotice.console)",
          result.thresholdCount,
          seconds))
      let report = directory.file("report.html")
      guard json else {
        Console.print(report)
        return
      }
      Console.remark(report)
      let summary = StimulationSummary(result, file: file.path, seconds: seconds)
      Console.print(try SortedJSON.text(summary))
    }
  }

  private func compute(_ study: StimulationStudy, threads: Int) throws -> StimulationResult {
    let stop = StopSignal()
    let display = StageDisplay()
    defer { display.finish() }
    do {
      return try study.run(
        threads: threads, progress: { display.show($0) }, shouldStop: { stop.isRequested })
    } catch StimulationError.stopped {
      display.finish()
      Console.remark("Stopped. Nothing was written.")
      throw ExitCode.failure
    }
  }
}
