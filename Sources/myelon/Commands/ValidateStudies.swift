import ArgumentParser
import Foundation
import MyelonSimulation
import MyelonStudies
import MyelonValidation

/// Lives published experiments and sets what is found beside what was published.
struct ValidateStudies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "studies",
    abstract: "Live published animal experiments and compare.",
    discussion: """
      Examples:
        myelon validate --output Docs/Validation.md
        myelon validate studies --only tewarie2009-timing --animals 6

      Every file of the folder is a published study with its arms and findings. Each is a study database of its own; Ctrl-C
      stops, --resume continues. Directions are tested by signs over animals; the studies held out were never used to
      set a number. See Docs/Validation.md.
      """)

  @Argument(help: "Folder with one file a published study.")
  var folder = "Validation"

  @Option(help: "Only these studies, by identifier, with commas.")
  var only: String?

  @Option(help: "Animals of each study.")
  var animals = 8

  @Option(help: "Seed of all draws.")
  var seed: UInt64 = 1

  @Option(help: "Most growth cones of an arm.")
  var growthCones = LifeSettings.standardGrowthCones

  @OptionGroup var grid: StudyVoxel

  @Option(name: [.short, .long], help: "Also write the page to this Markdown file.")
  var output: String?

  @Option(help: "Folder of the study databases.")
  var studies = "runs/validation"

  @Option(help: "Animals that are lived at once; default: all cores.")
  var workers: Int?

  @Flag(help: "Only read the files and say what is wrong with them.")
  var check = false

  @Flag(help: "Continue.")
  var resume = false

  @Flag(help: "Replace the studies that an earlier command has written there.")
  var overwrite = false

  func validate() throws {
    guard !(resume && overwrite) else {
      throw ArgumentParser.ValidationError(
        "--resume continues and --overwrite replaces: give one of the two.")
    }
    guard (6...10_000).contains(animals) else {
      throw ArgumentParser.ValidationError(
        "--animals must be 6 to 10000, because fewer than six signs can never be told from chance; found \(animals)."
      )
    }
    guard growthCones >= 0 else {
      throw ArgumentParser.ValidationError("--growth-cones must not be negative; found \(growthCones).")
    }
  }

  func run() throws {
    try Console.run {
      let chosen = try ValidationStudy.choose(only, in: folder)
      guard !check else {
        Console.print(
          "\(chosen.count) studies, \(chosen.reduce(0) { $0 + $1.rows.count }) findings: nothing wrong.")
        return
      }
      let settings = try EnsembleSettings(workers: workers)
      var results: [ValidationResult] = []
      for (place, study) in chosen.enumerated() where study.scenario != nil {
        Console.remark("\(place + 1) of \(chosen.count): \(study.id)")
        results += try live(study, settings)
      }
      let table = ValidationTable(
        studies: chosen, results: results, animals: animals, voxel: grid.voxel)
      let text = ValidationTable.introduction + "\n" + table.markdown()
      guard let output else {
        Console.print(text)
        return
      }
      try WholeFile.write(Data(text.utf8), to: output)
      Console.print(output)
    }
  }

  private func live(_ study: ValidationStudy, _ settings: EnsembleSettings) throws -> [ValidationResult] {
    let life = try ValidationLife(
      grid.applied(to: study),
      settings: LifeSettings(growthCones: growthCones), threads: settings.workers)
    let description = StudyDescription(life, parameters: [], seed: seed)
    let path = "\(studies)/\(study.id).study.db"
    let isThere = FileManager.default.fileExists(atPath: path)
    let store = try StudyFile.open(path, description, resume: resume && isThere, overwrite: overwrite)
    try store.add(try ParameterSampling([], seed: seed).members(0..<animals))
    let outcome = try EnsembleSession(store: store, studyPath: path, json: true).execute(
      Ensemble(life, settings: settings))
    guard !outcome.wasStopped else {
      Console.remark("Stopped in \(study.id). Continue with the same command and --resume.")
      throw ExitCode.failure
    }
    let found = try store.records(.done).filter { $0.member.index < animals }.map(\.outcomes)
    if found.count < animals {
      Console.remark("\(animals - found.count) animals of \(study.id) could not be lived.")
    }
    return ValidationResult.results(life, animals: found)
  }
}
