import ArgumentParser
import Foundation
import MyelonAnatomy
import MyelonQuantities
import MyelonSimulation

/// Lists every number of the model with its range and source.
struct Parameters: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the model's parameters with unit, plausible range, evidence and source.",
    discussion: "Example: myelon parameters --species rat --match glutamate")

  @Option(help: "Species: human or rat.")
  var species: SpeciesName = .human

  @Option(help: "Only parameters whose identifier or meaning holds this text.")
  var match: String?

  @Flag(help: "Print JSON.")
  var json = false

  enum SpeciesName: String, ExpressibleByArgument, CaseIterable { case human, rat }

  func run() throws {
    try Console.run {
      let table = RunPlan.table(for: species == .human ? .human : .rat)
      let chosen = table.parameters.filter { parameter in
        guard let match = match?.lowercased() else { return true }
        return parameter.id.lowercased().contains(match) || parameter.meaning.lowercased().contains(match)
      }
      if json {
        Console.print(try SortedJSON.text(chosen))
        return
      }
      for parameter in chosen { Console.print(Self.text(parameter)) }
      let counts = Dictionary(grouping: chosen, by: \.evidence.kind).mapValues(\.count)
      let summary = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      Console.print("\(chosen.count) parameters: \(summary)")
    }
  }

  private static func text(_ p: Parameter) -> String {
    """
    \(p.id)  (\(p.symbol))
      \(p.value) \(p.unit)   plausible \(p.plausible.lowerBound) to \(p.plausible.upperBound)
      \(p.meaning)
      \(p.evidence.kind): \(p.evidence.text)
    """
  }
}
