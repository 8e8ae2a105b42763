import ArgumentParser
import Foundation
import MyelonReport
import MyelonSimulation
import MyelonStatistics
import MyelonStudies

/// Finds the injuries and persons whose simulated baseline matches a patient's.
struct Fit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the injuries whose simulated baseline examination matches a patient's.",
    discussion: """
      Examples:
        myelon fit Examples/patient-c6/patient.yaml
        myelon fit mine.yaml --output runs/mine.fit --also touch_dorsal_column,injury.decompression=6..30
        myelon fit mine.yaml --resume

      The scenario's 'baseline' names the examination, and images and serum where there are any. Ctrl-C stops after
      the lives under way; --resume continues. The exit status is 3 when the baseline is not reproduced: then nothing
      may be predicted from the fit. See Docs/Patients.md.
      """)

  @Argument(help: "Scenario file (YAML) with a baseline.")
  var file: String

  @Option(name: [.short, .long], help: "Directory of the fit; default: runs/<name of the scenario>.fit.")
  var output: String?

  @Flag(help: "Continue the fit.")
  var resume = false

  @Flag(help: "Replace the fit that an earlier command has written there.")
  var overwrite = false

  @Option(help: "Lives that run at once; default: all cores.")
  var workers: Int?

  @OptionGroup(title: "Method")
  var method: FitOptions

  @OptionGroup(title: "Patient")
  var patient: PatientOptions

  @Flag(help: "Print the fit as JSON.")
  var json = false

  func validate() throws {
    guard !(resume && overwrite) else {
      throw ValidationError("--resume continues a fit and --overwrite replaces it: give one of the two.")
    }
  }

  func run() throws {
    try Console.run {
      let scenario = try patient.scenario(file)
      let directory = output ?? "runs/\(scenario.directoryName).fit"
      let plan = try FitPlan(
        scenario, path: file, anatomyDirectory: patient.anatomy, extra: try patient.requests(),
        settings: patient.settings(.items), threads: ProcessInfo.processInfo.activeProcessorCount)
      for note in plan.baseline.notes { Console.remark("note: \(note)") }
      let fit = PatientFit(plan, settings: method.settings, ensemble: try EnsembleSettings(workers: workers))
      let path = "\(directory)/\(FitRecord.studyName)"
      let store = try StudyFile.open(path, fit.description, resume: resume, overwrite: overwrite)
      let record = try run(fit, store)
      try write(record, to: directory)
      try conclude(record, directory)
    }
  }

  private func run(_ fit: PatientFit, _ store: StudyStore) throws -> FitRecord {
    let stop = StopSignal()
    let display = FitDisplay(stop: stop)
    defer { display.finish() }
    do {
      return try fit.run(store, progress: display.show, shouldStop: { stop.isRequested })
    } catch is CancellationError {
      display.finish()
      Console.remark("Stopped. Continue with the same command and --resume.")
      throw ExitCode.failure
    }
  }

  private func write(_ record: FitRecord, to directory: String) throws {
    try record.write(to: "\(directory)/\(FitRecord.fileName)")
    try WholeFile.write(Data(record.drawsCSV.utf8), to: "\(directory)/draws.csv")
    try WholeFile.write(Data(record.dataCSV.utf8), to: "\(directory)/baseline.csv")
    try PatientReport(fit: record, forecast: nil, commands: ["myelon fit \(file)"]).write(
      to: "\(directory)/report.html")
  }

  private func conclude(_ record: FitRecord, _ directory: String) throws {
    if json {
      Console.print(
        String(
          decoding: try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(FitRecord.fileName)")),
          as: UTF8.self))
    } else {
      FitTable.print(record)
      for name in [FitRecord.fileName, "draws.csv", "baseline.csv", "report.html"] {
        Console.print("\(directory)/\(name)")
      }
    }
    if case .notReproduced(let reasons) = record.report.verdict {
      Console.remark(
        "The baseline is not reproduced, and nothing is predicted from this fit: "
          + reasons.map(\.description).joined(separator: "; ") + ".")
      throw ExitCode(3)
    }
    Console.remark("The baseline is reproduced. \(ResearchNotice.console)")
  }
}
