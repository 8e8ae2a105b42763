import ArgumentParser
import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonQuantities
import MyelonSimulation

/// Writes a voxelised cord and prints it beside the tables.
struct Anatomy: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a cord as NIfTI volumes and print areas and fractions per segment beside the facts.",
    discussion: """
      Examples:
        myelon anatomy --species rat --output rat-cord
        myelon anatomy --from C3 --to T2 --voxel "0.25 mm" --output cervical
        myelon anatomy --anatomy PAM50 --from C3 --to T2 --output pam50-cervical
      """)

  @Option(help: "Species: human or rat.")
  var species: Parameters.SpeciesName = .human

  @Option(help: "Rostral segment of the window.")
  var from: String?

  @Option(help: "Caudal segment of the window.")
  var to: String?

  @Option(help: "Voxel edge; default 0.5 mm, in the rat 0.2 mm.")
  var voxel: String?

  @Option(help: "Directory of the PAM50 template, to voxelise it and to compare the parametric cord with it.")
  var anatomy: String?

  @Option(name: [.short, .long], help: "Directory for the volumes; nothing is written without it.")
  var output: String?

  func run() throws {
    try Console.run {
      let species: Species = species == .human ? .human : .rat
      if anatomy != nil, species != .human {
        throw RunError.anatomyOfOtherSpecies(required: species.rawValue)
      }
      let cord = CordAnatomy.standard(species)
      let start = try from.map { try cord.segment(named: $0).rostral } ?? 0
      let end = try to.map { try cord.segment(named: $0).caudal } ?? cord.length
      let edge =
        try voxel.map { try Quantity($0, as: .length).workingValue } ?? (species == .human ? 0.5 : 0.2)
      let executor = SlabExecutor(threads: ProcessInfo.processInfo.activeProcessorCount)
      let template = try anatomy.map { try PAM50Anatomy(directory: $0) }
      let last = min(end, template?.coveredTo ?? end)
      let parametric = try CordModel(anatomy: cord, from: start, to: last, spacing: edge, executor: executor)
      let model = try template?.cordModel(on: parametric.grid, executor: executor) ?? parametric
      AnatomyTable.print(CordReport(model: model, anatomy: cord), of: cord)
      if template != nil { AnatomyTable.print(try CordOverlap(parametric, model)) }
      if let output { try write(model, to: RunDirectory(output)) }
    }
  }

  private func write(_ model: CordModel, to directory: RunDirectory) throws {
    for name in try directory.writeAnatomyAlone(model) { Console.print(name) }
  }
}
