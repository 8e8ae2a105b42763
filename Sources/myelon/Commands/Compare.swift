import ArgumentParser
import Foundation
import MyelonQuantities
import MyelonReport
import MyelonSimulation

/// Prints what the arms of a finished run came to, and how they differ.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the arms of a finished run: outcomes at the last visit and differences.",
    discussion: """
      Examples:
        myelon compare runs/human-ipsc-combination
        myelon compare runs/rat-npc-scaffold --arm untreated --arm "cells in scaffold"

      Without --arm every treated arm is set against the untreated arm with the same injury; in a run without
      treatment, every arm against the first. With --arm the others are set against the first that is named; a
      single one against its untreated arm. Scores are without an examiner's error. A difference is no benefit: it
      must at least reach the smallest one that means anything.
      """)

  @Argument(help: "Directory of the run.")
  var directory: String

  @Option(name: .customLong("arm"), help: "Name of an arm; may be given several times.")
  var arms: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try Console.run {
      let record = try RunDirectory(directory).readRecord()
      let comparison = ArmComparison(record)
      let pairs = try comparison.pairs(naming: arms)
      let components = ComponentTable.all(of: record, comparison: comparison)
        .filter { arms.isEmpty || arms.contains($0.arm) }
      if json {
        let answer = Answer(
          notice: Self.notice, scenario: record.scenario.name, comparisons: pairs, components: components)
        Console.print(try SortedJSON.text(answer))
        return
      }
      for pair in pairs { Console.print(CompareTable.text(pair)) }
      for table in components { Console.print(CompareTable.text(table)) }
      Console.remark(Self.notice)
    }
  }

  static let notice = "Research software: one computed life an arm; it predicts nobody's outcome."

  /// The answer for programs.
  private struct Answer: Encodable {
    let notice: String
    let scenario: String
    let comparisons: [ArmComparison.Pair]
    let components: [ComponentTable]
  }
}
