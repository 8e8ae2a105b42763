import ArgumentParser
import MyelonTrials

/// Protocol, data and day of a running trial, as `next` and `monitor` take them.
struct TrialOptions: ParsableArguments {
  @Argument(help: "Protocol file (YAML).")
  var file: String

  @Argument(help: "Data of the trial (CSV), one row a person; Docs/Trials.md explains the columns.")
  var data: String

  @Option(
    help: "Stage to look at: dose-finding, expansion or randomised; default: the furthest one in the data.")
  var stage: TrialStage?

  @Option(
    help: "Day up to which is observed, as a date (2027-03-09) or a number of days like those of the data.")
  var today: ConductDay?

  @Flag(help: "Print JSON.")
  var json = false

  /// The trial as it stands.
  func conduct() throws -> TrialConduct {
    let trial = try TrialProtocol.read(path: file)
    return TrialConduct(trial, try ConductData.read(path: data, for: trial, today: today))
  }
}

extension TrialStage: ExpressibleByArgument {}

extension ConductDay: ExpressibleByArgument {
  /// Reads a date or a number of days.
  public init?(argument: String) { self.init(argument) }
}
