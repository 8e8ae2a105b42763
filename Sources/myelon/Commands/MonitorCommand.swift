import ArgumentParser
import MyelonTrials

/// Says whether a running trial goes on.
struct MonitorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor",
    abstract: "Say whether a running trial continues, pauses or stops, with the rule that fired.",
    discussion: """
      Examples:
        myelon monitor Examples/trials/cervical-progenitors.yaml Examples/trials/cervical-expansion.csv
        myelon monitor trial.yaml data.csv --today 2027-03-09 --json

      Looked at are the safety rules of the protocol and the rules of the stage. Printed are all of them with their numbers.

      Exit status: 0 continue, 3 pause, 4 stop; 2 bad input, 1 failed.

      Research software: it decides about nobody; the safety board does.
      """)

  /// Exit status when enrolment should pause.
  static let pause = ExitCode(3)
  /// Exit status when enrolment should stop, the planned end of a stage too.
  static let stop = ExitCode(4)

  @OptionGroup var options: TrialOptions

  func run() throws {
    var action = MonitoringAction.goOn
    try Console.run {
      let report = try options.conduct().monitor(stage: options.stage)
      action = report.action
      if options.json {
        Console.print(try TrialJSON.text(report))
      } else {
        Console.print(String(report.text.dropLast()))
        Console.remark("Research software: the safety board decides.")
      }
    }
    switch action {
    case .goOn: return
    case .pause: throw Self.pause
    case .stop: throw Self.stop
    }
  }
}
