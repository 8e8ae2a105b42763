import ArgumentParser
import Foundation
import MyelonReport
import MyelonSimulation
import MyelonStudies
import MyelonTrialDesigns
import MyelonTrials

/// Carries a protocol out on a virtual cohort, many times, also with a therapy that does nothing.
struct TrialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial",
    abstract:
      "Carry a trial protocol out on a virtual cohort: enrolment, dose finding, expansion, comparison.",
    discussion: """
      Examples:
        myelon cohort Examples/trials/cervical-cohort.yaml
        myelon trial Examples/trials/cervical-progenitors.yaml --cohort Examples/trials/cervical-cohort.yaml
        myelon trial mine.yaml --cohort people.yaml --trials 5000 --seed 2 --json

      Every trial is run twice: with the therapy as the model has it, and with a therapy that does nothing. Written are
      trial.json, trial.csv and report.html. See Docs/Trials.md.
      """)

  @Argument(help: "Protocol file (YAML).")
  var file: String

  @Option(help: "Cohort file (YAML) whose people have been lived by myelon cohort.")
  var cohort: String

  @Option(help: "Study database of the cohort; default: runs/<name of the cohort>.cohort/cohort.study.db.")
  var study: String?

  @Option(help: "Simulated trials.")
  var trials = 1_000

  @Option(help: "Seed of the trials.")
  var seed: UInt64 = 1

  @Option(help: "Threads; default: all cores. The result does not depend on them.")
  var threads: Int?

  @Option(name: [.short, .long], help: "Directory for the results; default: runs/<name>.trial.")
  var output: String?

  @Flag(help: "Replace results that an earlier command has written there.")
  var overwrite = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws {
    guard (1...TrialSettings.mostTrials).contains(trials) else {
      throw ValidationError("--trials must be 1 to \(TrialSettings.mostTrials); found \(trials).")
    }
  }

  func run() throws {
    try Console.run {
      let plan = try CohortPlan.read(path: cohort)
      let trial = try TrialProtocol.read(path: file)
      let folder = output ?? "runs/\(Scenario.directoryName(for: trial.name)).trial"
      if !overwrite { try VirtualTrialExport.requireFree(folder) }
      let path = study ?? "runs/\(plan.directoryName).cohort/cohort.study.db"
      let store = try StudyStore.open(path, forWriting: false)
      let bank = try CohortBank(store, plan: plan)
      let virtual = try VirtualTrial(trial, bank: bank)
      let settings = TrialSettings(
        trials: trials, seed: seed, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
      let result = try virtual.run(settings)
      let export = VirtualTrialExport(result)
      let report = TrialReport(
        result, of: trial, sources: sources(plan, study: path, store.description))
      let files = try export.write(to: folder, pages: [VirtualTrialExport.pageName: report.html()])
      guard !json else { return Console.print(try export.json()) }
      for table in try result.tables() { Console.print(table.text) }
      Console.remark(result.notice)
      for file in files { Console.print(file) }
    }
  }

  /// Where the numbers of the page come from.
  private func sources(_ plan: CohortPlan, study path: String, _ description: StudyDescription)
    -> TrialSources
  {
    let given = study.map { " --study \($0)" } ?? ""
    return TrialSources(
      cohort: cohort, scenario: plan.scenarioPath, study: path, identity: description.identityHash,
      version: description.programVersion,
      commands: [
        "myelon cohort \(cohort)" + given,
        "myelon trial \(file) --cohort \(cohort)\(given) --trials \(trials) --seed \(seed)",
      ])
  }
}
