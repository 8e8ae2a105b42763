import ArgumentParser
import Foundation
import ISNCSCI
import MyelonFields
import MyelonRegrowth
import MyelonSimulation
import MyelonStimulation
import MyelonTherapies

/// Measures speed beside the machine's memory bandwidth.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Measure the speed of diffusion, reactions, nerve fibres and a patient-year beside the memory bandwidth.",
    discussion: "Example: myelon bench --threads 2 (use a release build)")

  @Option(help: "Threads to use; default: all cores.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Leave out the patient-year at 0.25 mm, which takes the longest.")
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
      try printGrafts()
      try printGrowthCones()
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
