import ArgumentParser
import Foundation
import MyelonQuantities
import MyelonReport
import MyelonSimulation
import MyelonStudies
import MyelonTrials

/// Draws a virtual cohort, lives it under every arm, and says who of it may take part in a trial.
struct CohortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort",
    abstract: "Draw virtual people from sourced tables, live them, screen them for a trial.",
    discussion: """
      Examples:
        myelon cohort Examples/trials/cervical-cohort.yaml
        myelon cohort mine.yaml --people 2000 --resume
        myelon cohort mine.yaml --draw-only

      Ctrl-C stops after the people under way; --resume continues, and with a larger --people extends the cohort. Written
      are people.csv, outcomes.csv, observed.csv, flow.csv, summary.json and report.html beside the study database. See Docs/Cohorts.md.
      """)

  @Argument(help: "Cohort file (YAML).")
  var file: String

  @Option(help: "Number of people; default: as the file says.")
  var people: Int?

  @Option(help: "Study database; default: runs/<name>.cohort/cohort.study.db.")
  var study: String?

  @Option(name: [.short, .long], help: "Directory for the tables; default: runs/<name>.cohort.")
  var output: String?

  @Option(help: "People that are lived at once; default: all cores.")
  var workers: Int?

  @Option(help: "Most growth cones of an arm of a person.")
  var growthCones = LifeSettings.standardGrowthCones

  @Flag(help: "Continue the cohort, and replace its tables.")
  var resume = false

  @Flag(help: "Replace what an earlier command has written there.")
  var overwrite = false

  @Flag(help: "Print the people as CSV without living them.")
  var drawOnly = false

  @Flag(help: "Print the summary as JSON.")
  var json = false

  func validate() throws {
    guard !(resume && overwrite) else {
      throw ValidationError("--resume continues a cohort and --overwrite replaces it: give one of the two.")
    }
    if let people, !(1...100_000).contains(people) {
      throw ValidationError("--people must be 1 to 100000; found \(people).")
    }
    guard (0...1_000_000).contains(growthCones) else {
      throw ValidationError("--growth-cones must be 0 to 1000000; found \(growthCones).")
    }
  }

  func run() throws {
    try Console.run {
      var plan = try CohortPlan.read(path: file)
      if let people { plan.people = people }
      if drawOnly { return try draw(plan) }
      let folder = output ?? "runs/\(plan.directoryName).cohort"
      let path = study ?? "\(folder)/cohort.study.db"
      let settings = try EnsembleSettings(workers: workers)
      let life = try PersonLife(
        plan, settings: LifeSettings(growthCones: growthCones), threads: settings.workers)
      let store = try StudyFile.open(path, life.description, resume: resume, overwrite: overwrite)
      try store.add(try life.members(0..<plan.people))
      let session = EnsembleSession(store: store, studyPath: path, json: true)
      let outcome = try session.execute(Ensemble(life, settings: settings))
      guard !outcome.wasStopped else {
        Console.remark(
          "Stopped with \(outcome.counts.unfinished) people to go. Continue with the same command and --resume."
        )
        throw ExitCode.failure
      }
      let bank = try CohortBank(store, plan: plan)
      let flow = CohortFlow(bank, eligibility: plan.eligibility)
      let page = CohortReport(
        bank, flow: flow,
        sources: TrialSources(
          cohort: file, scenario: plan.scenarioPath, study: path, identity: store.description.identityHash,
          version: store.description.programVersion,
          commands: [
            "myelon cohort \(file) --people \(plan.people)" + (study.map { " --study \($0)" } ?? "")
          ])
      ).html()
      let files = try CohortExport(bank, flow: flow).write(to: folder, pages: ["report.html": page])
      try report(bank, flow, outcome, files: [path] + files)
    }
  }

  /// Prints the people that would be lived.
  private func draw(_ plan: CohortPlan) throws {
    let sampler = try plan.sampler()
    Console.print((["person"] + Person.parameters.map(\.name)).joined(separator: ","))
    for index in 0..<plan.people {
      Console.print(([Double(index)] + sampler.person(index).values).map { "\($0)" }.joined(separator: ","))
    }
  }

  private func report(
    _ bank: CohortBank, _ flow: CohortFlow, _ outcome: EnsembleOutcome, files: [String]
  ) throws {
    let summary = CohortSummary(bank)
    if json {
      Console.print(try SortedJSON.text(summary))
      return
    }
    Console.print(CohortTable.text(summary, plan: bank.plan))
    Console.print(flow.tally.description)
    if flow.notLived > 0 {
      Console.remark(
        "\(flow.notLived) of \(flow.drawn) people could not be lived, the first with: "
          + "\(bank.failures.first?.reason ?? "no reason")")
    }
    Console.remark(
      String(
        format: "%d people lived in %.1f s, %.2f s of processor each. ", outcome.ended, outcome.elapsed,
        outcome.processorTime / Double(max(1, outcome.ended)))
        + ResearchNotice.console)
    for path in files { Console.print(path) }
  }
}
