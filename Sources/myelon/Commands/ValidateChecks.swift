import ArgumentParser
import Foundation
import MyelonSimulation
import MyelonStudies
import MyelonValidation

/// Puts every treatment of the published studies to adversarial checks.
struct ValidateChecks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks",
    abstract: "Try to catch the model assuming benefit or depending on its grid.",
    discussion: """
      Examples:
        myelon validate checks --output Docs/AdversarialChecks.md
        myelon validate checks --only zero-dose,transection --studies bradbury2002

      Ends with status 1 when a check does not hold. See Docs/Trust.md.
      """)

  @Argument(help: "Folder with one file a published study, and the scenarios of 'checks' in it.")
  var folder = "Validation"

  @Option(
    help:
      "Only these checks, with commas: \(AdversarialCheck.allCases.map(\.rawValue).joined(separator: ", ")).")
  var only: String?

  @Option(help: "Only treatments of these studies, by identifier, with commas.")
  var studies: String?

  @OptionGroup var grid: StudyVoxel

  @Option(help: "People for the drugs that failed in people.")
  var people = 200

  @Option(help: "Individuals for the finer grid and shorter steps.")
  var individuals = 8

  @Option(name: [.short, .long], help: "Also write the page to this Markdown file.")
  var output: String?

  @Option(help: "Lives that are lived at once; default: all cores.")
  var workers: Int?

  func validate() throws {
    guard (20...100_000).contains(people) else {
      throw ArgumentParser.ValidationError("--people must be 20 to 100000; found \(people).")
    }
    guard (3...1000).contains(individuals) else {
      throw ArgumentParser.ValidationError("--individuals must be 3 to 1000; found \(individuals).")
    }
    _ = try checks()
  }

  private func checks() throws -> [AdversarialCheck] {
    guard let only else { return AdversarialCheck.allCases }
    return try only.split(separator: ",").map { word in
      guard let check = AdversarialCheck(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
        let known = AdversarialCheck.allCases.map(\.rawValue).joined(separator: ", ")
        throw ArgumentParser.ValidationError("--only takes \(known); found '\(word)'.")
      }
      return check
    }
  }

  func run() throws {
    try Console.run {
      let settings = try EnsembleSettings(workers: workers)
      let treatments: [AdversarialCheck] = [.zeroDose, .intactCord, .transection]
      let needsStudies = try checks().contains { treatments.contains($0) }
      let chosen = needsStudies ? try ValidationStudy.choose(studies, in: folder).map(grid.applied) : []
      var findings: [AdversarialFinding] = []
      for check in try checks() {
        Console.remark(check.rawValue)
        switch check {
        case .zeroDose, .intactCord, .transection:
          findings += try session { progress, shouldStop in
            try AdversarialRun.findings(
              AdversarialCase.cases(check, of: chosen), settings: settings, progress: progress,
              shouldStop: shouldStop)
          }
        case .failedInPeople: findings += try failures(settings)
        case .refinement: findings += try refinement(settings)
        }
      }
      let text = AdversarialFinding.markdown(findings)
      if let output {
        try WholeFile.write(Data(text.utf8), to: output)
        Console.print(output)
      } else {
        Console.print(text)
      }
      guard findings.allSatisfy(\.holds) else { throw ExitCode.failure }
    }
  }

  private func failures(_ settings: EnsembleSettings) throws -> [AdversarialFinding] {
    let path = "\(folder)/checks/failed-in-people.yaml"
    let check = try DrugFailure(try Scenario.read(path: path), path: path, threads: settings.workers)
    let results = try session { progress, shouldStop in
      try Ensemble(check.life, settings: settings).run(
        members: try check.members(people), progress: progress, shouldStop: shouldStop)
    }
    return check.findings(results.compactMap(\.outcomes))
  }

  private func refinement(_ settings: EnsembleSettings) throws -> [AdversarialFinding] {
    try ["refinement-rat", "refinement-human", "refinement-human-fine"].flatMap { name in
      let path = "\(folder)/checks/\(name).yaml"
      let study = RefinementStudy(try Scenario.read(path: path), path: path, individuals: individuals)
      let results = try session { progress, shouldStop in
        try Ensemble(study.model, settings: settings).run(
          members: try study.members(), progress: progress, shouldStop: shouldStop)
      }
      return study.findings(results.map { $0.outcomes ?? [] })
    }
  }

  /// Shows progress; a stop by Ctrl-C ends the command without a page.
  private func session<Found>(
    _ body: ((EnsembleProgress) -> Void, () -> Bool) throws -> Found
  ) throws -> Found {
    try EnsembleDisplay.during { show, shouldStop in
      let found = try body(show, shouldStop)
      guard !shouldStop() else { throw ExitCode.failure }
      return found
    }
  }
}
