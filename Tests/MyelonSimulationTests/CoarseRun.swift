import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonSimulation

/// Runs to the end or to a step.
enum CoarseRun {
  /// Starts a run and stops it after a number of steps, counted over all arms; nil runs to the end.
  @discardableResult static func start(
    _ scenario: Scenario, in directory: RunDirectory, threads: Int = 1, overwrite: Bool = false,
    stopAfter steps: Int? = nil
  ) throws -> Simulation.Outcome {
    let plan = try RunPlan(scenario: scenario, scenarioPath: "test.yaml", threads: threads)
    var taken = 0
    return try Simulation(plan: plan, directory: directory).start(
      overwrite: overwrite, progress: { _ in taken += 1 }, shouldStop: { steps.map { taken >= $0 } ?? false })
  }

  /// Resumes a run and stops it after a number of further steps; nil runs to the end.
  @discardableResult static func resume(
    _ directory: RunDirectory, threads: Int = 1, stopAfter steps: Int? = nil
  ) throws -> Simulation.Outcome {
    var taken = 0
    return try Simulation.resume(
      directory, threads: threads, progress: { _ in taken += 1 },
      shouldStop: { steps.map { taken >= $0 } ?? false })
  }
}
