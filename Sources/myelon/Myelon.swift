import ArgumentParser

/// The command line: parse, call a library, print.
@main
struct Myelon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "myelon",
    abstract: "An in-silico laboratory for regenerating the injured spinal cord.",
    discussion: "Research software: it predicts nobody's outcome.",
    subcommands: [])
}
