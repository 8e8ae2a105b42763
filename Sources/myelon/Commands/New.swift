import ArgumentParser
import MyelonSimulation

/// Writes a commented scenario to standard output.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a scenario template with every key explained.",
    discussion: "Example: myelon new human > my-patient.yaml")

  @Argument(help: "What the scenario is about: human or rat.")
  var subject: Subject = .human

  enum Subject: String, ExpressibleByArgument, CaseIterable { case human, rat }

  func run() {
    let text = (subject == .human ? ScenarioTemplate.human : .rat).text
    // The text ends its last line itself.
    Console.print(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}
