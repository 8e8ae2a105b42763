import ArgumentParser
import Foundation
import MyelonSimulation
import MyelonStatistics
import MyelonStudies

/// Fits made-up patients and counts how often the intervals hold the truth.
struct ValidateRecovery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery",
    abstract: "Fit made-up patients whose truth is known and count how often the intervals hold it.",
    discussion: """
      Example:
        myelon validate recovery Examples/patient-c6/patient.yaml --patients 50 --voxel "2 mm"

      The scenario's baseline says when and what is known of a patient; its numbers are not used. Patients are drawn
      from what a fit believes before any data. Ctrl-C stops, --resume continues. See Docs/Patients.md.
      """)

  @Argument(help: "Scenario file (YAML) with a baseline.")
  var file: String

  @Option(help: "Patients to make.")
  var patients = 50

  @Option(help: "Study database; default: runs/<name of the scenario>.recovery.db.")
  var study: String?

  @Flag(help: "Continue.")
  var resume = false

  @Flag(help: "Replace the study that an earlier command has written there.")
  var overwrite = false

  @Option(help: "Draws of a fit that are lived to the last visit.")
  var forecastDraws = 100

  @OptionGroup(title: "Method")
  var method: FitOptions

  @Option(help: "Patients that are fitted at once; default: all cores.")
  var workers: Int?

  @OptionGroup(title: "Patients")
  var patient: PatientOptions

  func validate() throws {
    guard (1...100_000).contains(patients) else {
      throw ValidationError("--patients must be 1 to 100000; found \(patients).")
    }
    guard (10...10_000).contains(forecastDraws) else {
      throw ValidationError("--forecast-draws must be 10 to 10000; found \(forecastDraws).")
    }
  }

  func run() throws {
    try Console.run {
      let scenario = try patient.scenario(file)
      let path = study ?? "runs/\(scenario.directoryName).recovery.db"
      let ensemble = try EnsembleSettings(workers: workers, attempts: 1)
      Console.remark("Living the lives that all fits share.")
      let model = try RecoveryOfTruth(
        scenario, path: file, settings: method.settings, forecastDraws: forecastDraws,
        lives: patient.settings(.items), ensemble: ensemble)
      let description = StudyDescription(model, parameters: [], seed: scenario.run.seed)
      let store = try StudyFile.open(path, description, resume: resume, overwrite: overwrite)
      try store.add(
        try ParameterSampling([], seed: scenario.run.seed).members(0..<patients))
      let outcome = try EnsembleSession(store: store, studyPath: path, json: false).execute(
        Ensemble(model, settings: ensemble))
      let summary = try RecoverySummary(store)
      print(summary)
      guard !outcome.wasStopped else {
        Console.remark("Stopped. Continue with the same command and --resume.")
        throw ExitCode.failure
      }
    }
  }

  private func print(_ summary: RecoverySummary) {
    Console.print(
      "\(summary.patients) patients, \(summary.reproduced) with a reproduced baseline, \(summary.failed) failed"
    )
    Console.print(
      "quantity                        patients  90 % interval holds truth   median width  median error")
    for row in summary.rows {
      let name = row.name.padding(toLength: 32, withPad: " ", startingAt: 0)
      Console.print(
        name
          + String(
            format: "%8d  %5.1f %% (%.1f to %.1f)        %11.3g  %11.3g", row.patients, 100 * row.coverage,
            100 * row.interval.lowerBound, 100 * row.interval.upperBound, row.width, row.error))
    }
  }
}
