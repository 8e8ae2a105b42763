import ArgumentParser
import MyelonTrials

/// Says the next step of a running trial.
struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Say the next step of a running trial, with the rule and the reason.",
    discussion: """
      Examples:
        myelon next Examples/trials/cervical-progenitors.yaml Examples/trials/cervical-dose-finding.csv
        myelon next trial.yaml data.csv --today 2027-03-09
        myelon next trial.yaml data.csv --person "age-group=under 45,ais=A"

      Dose finding: the dose of the next people, how long to wait, or the selected dose. Expansion: continue or stop.
      Randomised stage: the arm of the next person. A safety rule that has fired comes before any of these.

      Research software: it decides about nobody; the investigators do.
      """)

  @OptionGroup var options: TrialOptions

  @Option(help: "Factors of allocation of the next person, such as \"age-group=under 45,ais=A\".")
  var person: String?

  func validate() throws { _ = try levels() }

  func run() throws {
    try Console.run {
      let advice = try options.conduct().next(stage: options.stage, person: levels())
      if options.json {
        Console.print(try TrialJSON.text(advice))
      } else {
        Console.print(String(advice.text.dropLast()))
        Console.remark("Research software: the investigators decide.")
      }
    }
  }

  private func levels() throws -> [String: String] {
    var levels: [String: String] = [:]
    for part in (person ?? "").split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { side in
        String(side.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty, levels[sides[0]] == nil else {
        throw ValidationError("--person must be factor=level,factor=level; found '\(part)'.")
      }
      levels[sides[0]] = sides[1]
    }
    return levels
  }
}
