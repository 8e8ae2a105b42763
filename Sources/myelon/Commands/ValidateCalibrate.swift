import ArgumentParser
import Foundation
import MyelonSimulation
import MyelonStatistics
import MyelonStudies
import MyelonValidation

/// Moves numbers of the model towards the published numbers of the fit half.
struct ValidateCalibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit numbers of the model to the fit half of the published studies.",
    discussion: """
      Example:
        myelon validate calibrate --only tewarie2009-timing,meta-oliveri2014 \\
          --vary msc-bone-marrow.paracrine_protection,msc-bone-marrow.immunomodulation

      Ensemble Kalman inversion within the plausible ranges; studies held out are refused. Nothing is changed: the medians
      go into the parameter tables and product files by hand, with what they were fitted to. Ctrl-C stops, --resume
      continues with the last whole step.
      """)

  @Argument(help: "Folder with one file a published study.")
  var folder = "Validation"

  @Option(help: "Studies of the fit half, by identifier, with commas; default: all with numbers.")
  var only: String?

  @Option(help: "What to fit, with commas: parameters, or PRODUCT.TERM.")
  var vary: String

  @Option(help: "Vectors of each step.")
  var members = 40

  @Option(help: "Steps.")
  var steps = 4

  @Option(help: "Animals of each study and vector.")
  var animals = 2

  @Option(help: "Seed of all draws.")
  var seed: UInt64 = 1

  @OptionGroup var grid: StudyVoxel

  @Option(name: [.short, .long], help: "Also write the tables to this Markdown file.")
  var output: String?

  @Option(help: "File that keeps the state between steps.")
  var state = "runs/calibration.json"

  @Option(help: "Animals that are lived at once; default: all cores.")
  var workers: Int?

  @Flag(help: "Continue.")
  var resume = false

  func validate() throws {
    guard (8...10_000).contains(members), (1...50).contains(steps), (2...1000).contains(animals) else {
      throw ArgumentParser.ValidationError(
        "--members must be 8 to 10000, --steps 1 to 50, --animals 2 to 1000; found \(members), \(steps), \(animals)."
      )
    }
  }

  func run() throws {
    try Console.run {
      let settings = try EnsembleSettings(workers: workers)
      var chosen = try ValidationStudy.choose(only, in: folder)
      if only == nil { chosen = chosen.filter { $0.half == .fit } }
      chosen = chosen.map(grid.applied)
      let names = vary.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      let calibration = try Calibration(
        chosen, varying: names, animals: animals, seed: seed, threads: settings.workers)
      var inversion = try calibration.inversion(members: members, steps: steps)
      if resume {
        guard FileManager.default.fileExists(atPath: state) else {
          throw ArgumentParser.ValidationError(
            "There is no state to continue at \(state); run without --resume first.")
        }
        inversion = try JSONDecoder().decode(
          EnsembleKalmanInversion.self, from: try Data(contentsOf: URL(fileURLWithPath: state)))
      }
      try fit(calibration, &inversion, settings)
      let simulate = { (values: [Double]) in
        try lived(calibration, [values], settings).first ?? []
      }
      let result = try CalibrationResult(
        calibration, inversion, before: try simulate(calibration.variables.map(\.usual)),
        after: try simulate(try CalibrationResult.medians(inversion)))
      let text = result.markdown()
      Console.print(text)
      if let output {
        try WholeFile.write(Data(text.utf8), to: output)
        Console.print(output)
      }
    }
  }

  private func fit(
    _ calibration: Calibration, _ inversion: inout EnsembleKalmanInversion, _ settings: EnsembleSettings
  ) throws {
    let file = URL(fileURLWithPath: state)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    while !inversion.isFinished {
      Console.remark(
        "Step \(inversion.updates + 1), \(Int(100 * inversion.information)) % of the data taken in.")
      try inversion.advance { try lived(calibration, $0.map(\.values), settings) }
      try WholeFile.write(try JSONEncoder().encode(inversion), to: state)
    }
  }

  /// Lives vectors with progress; Ctrl-C ends the command after the animals under way.
  private func lived(
    _ calibration: Calibration, _ vectors: [[Double]], _ settings: EnsembleSettings
  ) throws -> [[Double]] {
    try EnsembleDisplay.during { show, shouldStop in
      try calibration.simulate(vectors, settings: settings, progress: show, shouldStop: shouldStop)
    }
  }
}
