import ArgumentParser
import Foundation
import ISNCSCI
import MyelonFields
import MyelonRegrowth
import MyelonSimulation
import MyelonStimulation
import MyelonTherapies
import MyelonTrialDesigns

/// Measures speed beside the machine's memory bandwidth.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Measure the speed of diffusion, volume conductors, nerve fibres, trial designs, reactions, a patient-year.",
    discussion: "Example: myelon bench --threads 2 (use a release build)")

  @Option(help: "Threads to use; default: all cores.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Leave out the patient-year at 0.25 mm and 20 million cells, which take the longest.")
  var quick = false

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1; found \(threads).") }
  }

  func run() throws {
    try Console.run {
      let diffusion = DiffusionBenchmark.measure(threads: threads)
      Console.print(
        String(format: "threads %d, in-place scale %.1f GB/s", threads, diffusion.bandwidth / 1e9))
      Console.print(
        String(
          format: "two-pass limit of a diffusion step %.2f G voxel-substances/s", diffusion.twoPassLimit / 1e9
        ))
      for case let result in diffusion.throughputs {
        Console.print(
          String(
            format:
              "diffusion %d^3  %@ coefficients  %d substance%@  %.2f G voxel-substances/s  %.0f %% of the limit",
            diffusion.side, result.isVarying ? "per-voxel" : "constant ", result.substances,
            result.substances == 1 ? " " : "s", result.rate / 1e9, 100 * result.fractionOfLimit))
      }
      Self.printClassification()
      try Self.printFibres()
      try printTrialDesigns()
      try printGrafts()
      try printGrowthCones()
      try printVolumeConductor()
      for voxel in quick ? [1, 0.5] : [1, 0.5, 0.25] {
        let year = try PatientYear.measure(voxel: voxel, threads: threads)
        Console.print(
          String(
            format: "patient-year %.2f mm  %d voxels (%d cord)  %d steps  %.2f s  %.0f bytes a voxel",
            voxel, year.voxels, year.cordVoxels, year.steps, year.wall, year.bytesPerVoxel))
        Console.print(String(format: "  reactions %.0f M cord voxels/s", year.reactionRate / 1e6))
      }
    }
  }

  /// Steps of grafted agents, and a patient-year with a hundred thousand of them.
  private func printGrafts() throws {
    for agents in [10_000, 100_000, 1_000_000] {
      let rate = try Graft.measureRate(agents: agents, threads: threads)
      Console.print(
        String(format: "grafted cells, %7d agents  %.1f M agent-steps/s", agents, rate / 1e6))
    }
    let year = try PatientYear.measure(voxel: 0.5, threads: threads, agents: 100_000)
    Console.print(
      String(
        format: "patient-year 0.50 mm with %d grafted agents (%d at its end)  %d steps  %.2f s", 100_000,
        year.agents, year.steps, year.wall))
  }

  /// Designs of trials; the first three cases are those of R packages.
  private func printTrialDesigns() throws {
    for timing in try TrialDesignBenchmark.measure(threads: threads).timings {
      Console.print(String(format: "trials: %@  %.4f s", timing.name, timing.seconds))
    }
  }

  /// Steps of growth cones.
  private func printGrowthCones() throws {
    for agents in [10_000, 100_000, 1_000_000] {
      let rate = try GrowthCones.measureRate(agents: agents, threads: threads)
      Console.print(String(format: "growth cones, %7d agents  %.1f M agent-steps/s", agents, rate / 1e6))
    }
  }

  /// Thresholds of a nerve fibre per second on one core.
  private static func printFibres() throws {
    let fibres = try FibreBenchmark.measure()
    for speed in fibres.speeds {
      let (name, step) =
        switch speed.scheme {
        case .parity(let step): ("backward Euler", step)
        case .secondOrder(let step): ("second order  ", step)
        }
      Console.print(
        String(
          format:
            "nerve fibre, %d compartments, %@ %.2f us  %.0f thresholds/s  %.2f M fibre-steps/s on one core",
          fibres.compartments, name, step, speed.thresholdRate, speed.stepRate / 1e6))
    }
  }

  /// Lead fields of a contact in layered bodies.
  private func printVolumeConductor() throws {
    for cells in quick ? [1_000_000, 4_000_000] : [1_000_000, 4_000_000, 20_000_000] {
      let result = try VolumeConductorBenchmark.measure(cells: cells, threads: threads)
      Console.print(
        String(
          format: "volume conductor, %4.1f M cells  %d iterations to %.0e  %.1f s (%.1f s in all)  "
            + "%.0f M cells x iterations/s  %.2f GB", Double(result.cells) / 1e6, result.record.iterations,
          result.record.relativeResidual, result.record.seconds, result.totalSeconds, result.rate / 1e6,
          Double(result.record.bytes) / 1e9))
    }
  }

  /// Classifications of examinations per second on one core.
  private static func printClassification() {
    for untested in [0, 5] {
      let work = ClassificationBenchmark(count: 100_000, untested: untested)
      var checksum: UInt64 = 0
      let elapsed = ContinuousClock().measure { checksum = work.run() }
      let rate = Double(work.examinations.count) / (elapsed / .seconds(1))
      Console.print(
        String(
          format: "ISNCSCI, up to %d untested items  %.0f k classifications/s on one core (checksum %016llx)",
          untested, rate / 1e3, checksum))
    }
  }
}
