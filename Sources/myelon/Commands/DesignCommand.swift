import ArgumentParser
import Foundation
import MyelonTrials

/// Prints the decision tables and operating characteristics of a trial protocol.
struct DesignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Print a trial's decision tables, sizes and operating characteristics.",
    discussion: """
      Examples:
        myelon design Examples/trials/cervical-progenitors.yaml
        myelon design Examples/trials/thoracic-three-plus-three.yaml --stage dose-finding --json
        myelon design mine.yaml --trials 2000 --seed 7 --output runs/mine-design

      The file describes dose finding, expansion, randomised stage and safety rules; Docs/Trials.md explains every key. The null
      therapy always stands beside the hoped-for one. With --output each table is written as CSV and everything as design.json.

      Research software: no table has been validated for use in patients.
      """)

  @Argument(help: "Protocol file (YAML).")
  var file: String

  @Option(help: "Only this stage: dose-finding, expansion or randomised.")
  var stage: TrialStage?

  @Option(help: "Simulated trials, 10 to 1000000, instead of those of the file.")
  var trials: Int?

  @Option(help: "Seed instead of that of the file.")
  var seed: UInt64?

  @Option(help: ThreadCount.help)
  var threads: ThreadCount?

  @Option(name: [.short, .long], help: "Directory for tables (CSV) and design.json.")
  var output: String?

  @Flag(help: "Replace tables that an earlier command has written there.")
  var overwrite = false

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  func validate() throws {
    if let trials, !(10...1_000_000).contains(trials) {
      throw ValidationError("--trials must be 10 to 1000000; found \(trials).")
    }
  }

  func run() throws {
    try Console.run {
      let trial = try TrialProtocol.read(path: file)
      let request = DesignRequest(
        stages: stage.map { [$0] } ?? [], trials: trials, seed: seed,
        threads: threads?.count ?? ProcessInfo.processInfo.activeProcessorCount)
      let report = try ProtocolDesignReport(trial, request)
      if let output {
        for path in try report.write(to: output, overwrite: overwrite) { Console.remark(path) }
      }
      Console.print(json ? try report.json() : String(report.text.dropLast()))
    }
  }
}
