import ArgumentParser
import Foundation
import MyelonReport
import MyelonSimulation
import MyelonStatistics
import MyelonStudies

/// Lives a fitted patient's year under every arm, and says what comes of it.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast a fitted patient under every arm of the scenario, with what is not known.",
    discussion: """
      Examples:
        myelon forecast Examples/patient-c6/patient.yaml
        myelon forecast mine.yaml --fit runs/mine.fit --members 100 --margins motor_score=10
        myelon forecast --study runs/mine.study.db --by lesion_length=15:25

      The first form forecasts from a fit of the same scenario, whose arms and later visits may have changed; it refuses
      a fit that does not reproduce the baseline. With --study the members of any finished study are summed up, fitted
      to nobody. See Docs/Patients.md.
      """)

  @Argument(help: "Scenario file (YAML) that was fitted.")
  var file: String?

  @Option(help: "Directory of the fit; default: runs/<name of the scenario>.fit.")
  var fit: String?

  @Option(help: "Sum up this study database instead of forecasting a fit.")
  var study: String?

  @Option(name: [.short, .long], help: "Directory of the forecast; default: runs/<name>.forecast.")
  var output: String?

  @Option(help: "Most lives; each is lived under every arm.")
  var members = 200

  @Flag(help: "Continue the forecast.")
  var resume = false

  @Flag(help: "Replace the forecast that an earlier command has written there.")
  var overwrite = false

  @Option(help: "Lives that run at once; default: all cores.")
  var workers: Int?

  @Flag(help: "Keep therapies and growth of axons at their usual numbers: surer than the evidence is.")
  var certain = false

  @OptionGroup(title: "What is told")
  var telling: TellingOptions

  @OptionGroup(title: "Patient")
  var patient: PatientOptions

  func validate() throws {
    guard (file == nil) != (study == nil) else {
      throw ValidationError("Give a scenario file that was fitted, or --study.")
    }
    guard !(resume && overwrite) else {
      throw ValidationError("--resume continues a forecast and --overwrite replaces it: give one of the two.")
    }
    guard (10...1_000_000).contains(members) else {
      throw ValidationError("--members must be 10 to 1000000; found \(members).")
    }
    guard patient.also == nil else { throw ValidationError("--also belongs to `myelon fit`.") }
  }

  func run() throws {
    try Console.run {
      let settings = try telling.settings(acceptsUnfinished: false)
      if let study {
        try sumUp(study, settings)
      } else if let file {
        try forecast(file, settings)
      }
    }
  }

  private func sumUp(_ study: String, _ settings: ForecastSettings) throws {
    let store = try StudyStore.open(study, forWriting: false)
    let forecast = try Forecast(store, settings: settings, threads: cores)
    let directory = output ?? "runs/\(Scenario.directoryName(for: forecast.name)).forecast"
    try write(forecast, fit: nil, to: directory, commands: ["myelon forecast --study \(study)"])
  }

  private func forecast(_ file: String, _ settings: ForecastSettings) throws {
    let scenario = try patient.scenario(file)
    let fitDirectory = fit ?? "runs/\(scenario.directoryName).fit"
    let record = try FitRecord.read("\(fitDirectory)/\(FitRecord.fileName)")
    if case .notReproduced(let reasons) = record.report.verdict {
      Console.remark(
        "Nothing is forecast: the fit in \(fitDirectory) does not reproduce the baseline: "
          + reasons.map(\.description).joined(separator: "; ") + ". Its report.html shows where.")
      throw ExitCode(3)
    }
    let plan = try ForecastPlan(
      record, scenario: scenario, path: file, anatomyDirectory: patient.anatomy, count: members,
      drawsUnknown: !certain, settings: patient.settings(.scores), threads: cores)
    let directory = output ?? "runs/\(scenario.directoryName).forecast"
    let path = "\(directory)/forecast.study.db"
    let store = try StudyFile.open(path, plan.description, resume: resume, overwrite: overwrite)
    try store.add(plan.members)
    let session = EnsembleSession(store: store, studyPath: path, json: false)
    let outcome = try session.execute(
      Ensemble(plan.life, settings: try EnsembleSettings(workers: workers)))
    guard !outcome.wasStopped else {
      Console.remark("Stopped. Continue with the same command and --resume.")
      throw ExitCode.failure
    }
    let forecast = try Forecast(store, settings: settings, threads: cores)
    try write(
      forecast, fit: record, to: directory, commands: ["myelon fit \(file)", "myelon forecast \(file)"])
  }

  private func write(_ forecast: Forecast, fit: FitRecord?, to directory: String, commands: [String]) throws {
    let files = try ForecastExport(forecast).write(to: directory, overwrite: overwrite || resume)
    let page = "\(directory)/report.html"
    try PatientReport(fit: fit, forecast: forecast, commands: commands).write(to: page)
    for note in forecast.notes { Console.remark("note: \(note)") }
    Console.remark(ResearchNotice.console)
    for path in files + [page] { Console.print(path) }
  }

  private var cores: Int { ProcessInfo.processInfo.activeProcessorCount }
}
