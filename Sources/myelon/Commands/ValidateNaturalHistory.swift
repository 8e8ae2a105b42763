import ArgumentParser
import Foundation
import MyelonSimulation
import MyelonStudies
import MyelonTrials

/// Lives untreated people and sets what becomes of them beside published tables.
struct ValidateNaturalHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "natural-history",
    abstract: "Live untreated people and compare them with published natural history.",
    discussion: """
      Example:
        myelon validate natural-history --people 200 --output natural-history.md

      Every population of the file (levels, grade on day 7, year) is a cohort with a study of its own. Ctrl-C stops,
      --resume continues. Rows that were used to fit are marked. See Docs/NaturalHistory.md.
      """)

  @Argument(help: "Table of published figures (YAML).")
  var file = "Validation/natural-history.yaml"

  @Option(help: "People of each population.")
  var people = 200

  @Option(help: "Seed of all draws.")
  var seed: UInt64 = 1

  @Option(name: [.short, .long], help: "Also write the table to this Markdown file.")
  var output: String?

  @Option(help: "Folder of the study databases.")
  var studies = "runs/natural-history"

  @Option(help: "People that are lived at once; default: all cores.")
  var workers: Int?

  @Flag(help: "Continue.")
  var resume = false

  @Flag(help: "Replace the studies that an earlier command has written there.")
  var overwrite = false

  func validate() throws {
    guard !(resume && overwrite) else {
      throw ValidationError("--resume continues and --overwrite replaces: give one of the two.")
    }
    guard (5...100_000).contains(people) else {
      throw ValidationError("--people must be 5 to 100000; found \(people).")
    }
  }

  func run() throws {
    try Console.run {
      let check = NaturalHistoryCheck(try NaturalHistoryTable.read(path: file), people: people, seed: seed)
      let settings = try EnsembleSettings(workers: workers)
      var banks: [NaturalHistoryPopulation: CohortBank] = [:]
      for population in check.populations {
        banks[population] = try live(population, check, settings)
      }
      let results = check.results(banks)
      let text = NaturalHistoryResult.markdown(results)
      Console.print(text)
      let failed = banks.values.reduce(0) { $0 + $1.failures.count }
      if failed > 0 { Console.remark("\(failed) people could not be lived: no injury gave their grade.") }
      if let output {
        try WholeFile.write(Data(text.utf8), to: output)
        Console.print(output)
      }
    }
  }

  private func live(
    _ population: NaturalHistoryPopulation, _ check: NaturalHistoryCheck, _ settings: EnsembleSettings
  ) throws -> CohortBank {
    let plan = check.plan(population)
    let life = try PersonLife(
      plan, settings: LifeSettings(growthCones: plan.scenario.run.growthCones), threads: settings.workers)
    let path = "\(studies)/\(population.name).study.db"
    let isThere = FileManager.default.fileExists(atPath: path)
    let store = try StudyFile.open(
      path, life.description, resume: resume && isThere, overwrite: overwrite)
    try store.add(try life.members(0..<plan.people))
    let session = EnsembleSession(store: store, studyPath: path, json: true)
    let outcome = try session.execute(Ensemble(life, settings: settings))
    guard !outcome.wasStopped else {
      Console.remark("Stopped in \(population.name). Continue with the same command and --resume.")
      throw ExitCode.failure
    }
    return try CohortBank(store, plan: plan)
  }
}
