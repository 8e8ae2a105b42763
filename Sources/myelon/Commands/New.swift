import ArgumentParser
import MyelonSimulation

/// Writes a commented scenario to standard output.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a scenario template with every key explained.",
    discussion: "Example: myelon new human > my-patient.yaml")

  @Argument(help: "What the scenario is about: human, rat or combination (of therapies).")
  var subject: Subject = .human

  enum Subject: String, ExpressibleByArgument, CaseIterable { case human, rat, combination }

  func run() {
    let template: ScenarioTemplate =
      switch subject {
      case .human: .human
      case .rat: .rat
      case .combination: .combination
      }
    let text = template.text
    // The text ends its last line itself.
    Console.print(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}
