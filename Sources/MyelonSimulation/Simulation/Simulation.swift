import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// Runs a plan from injury to results.
public struct Simulation: Sendable {
  /// What to run.
  public let plan: RunPlan
  /// Where to write.
  public let directory: RunDirectory

  /// How a run ended.
  public enum Outcome: Sendable {
    /// All arms have ended and the results are written.
    case finished(RunRecord)
    /// The run was stopped; a checkpoint is left.
    case stopped
  }

  /// Joins a plan and a directory.
  public init(plan: RunPlan, directory: RunDirectory) {
    self.plan = plan
    self.directory = directory
  }

  /// Starts a run in a directory that nothing else uses.
  ///
  /// The cord is made and every arm's injury placed on it before anything is written, so that a scenario that
  /// cannot be run leaves no trace.
  ///
  /// - Parameters:
  ///   - overwrite: whether an earlier run's files may be replaced.
  ///   - progress: called after each step.
  ///   - shouldStop: asked after each step; true stops the run and leaves a checkpoint.
  /// - Returns: how the run ended.
  /// - Throws: `RunError`, `AnatomyError`, `InjuryError` or `NIfTIError`.
  public func start(
    overwrite: Bool, progress: (RunProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> Outcome {
    try directory.requireFree(overwrite: overwrite)
    var stages = StageTimings()
    let cord = try stages.time("anatomy") { try makeCord() }
    for arm in plan.scenario.arms { _ = try plan.makeInjury(of: arm, cord: cord) }
    try directory.make(directory.path)
    let lock = try DirectoryLock(directory.path)
    defer { withExtendedLifetime(lock) {} }
    try directory.prepare(overwrite: overwrite)
    do { try writeSettings() } catch {
      // Nothing has begun: leave nothing that would be in the way of another attempt.
      directory.finish()
      throw error
    }
    return try run(cord, &stages, progress: progress, shouldStop: shouldStop)
  }

  /// The voxel model of the intact cord.
  func makeCord() throws -> CordModel { try plan.makeCord(executor: SlabExecutor(threads: plan.threads)) }

  /// Runs every arm that has not ended yet, then writes the results; the directory is locked and prepared.
  func run(
    _ cord: CordModel, _ stages: inout StageTimings, progress: (RunProgress) -> Void, shouldStop: () -> Bool
  ) throws -> Outcome {
    var steps: [String: Int] = [:]
    var arms: [ArmRecord] = []
    let recruitment = try stages.time("stimulation") {
      try plan.recruitment(executor: SlabExecutor(threads: plan.threads))
    }
    for (index, arm) in plan.scenario.arms.enumerated() {
      if let finished = try finishedArm(index) {
        arms.append(finished.record)
        steps[arm.name] = finished.steps
        continue
      }
      var simulation = try ArmSimulation(
        plan: plan, cord: cord, index: index, directory: directory, identity: identity,
        recruitment: recruitment)
      try resumeIfPossible(&simulation)
      let ended = try stages.time("arm \(arm.name)") {
        try simulation.run(progress: progress, shouldStop: shouldStop)
      }
      guard ended else { return .stopped }
      let finished = FinishedArm(
        identity: identity, record: try simulation.record(), steps: simulation.model.clock.steps)
      try WholeFile.write(try SortedJSON.data(finished), to: directory.armRecord(index))
      directory.remove(directory.checkpoint)
      steps[arm.name] = finished.steps
      arms.append(finished.record)
    }
    try stages.time("volumes") { try writeVolumes(arms, cord: cord) }
    let record = makeRecord(cord: cord, arms: arms, timings: stages.seconds, steps: steps)
    try directory.writeResults(record)
    directory.finish()
    return .finished(record)
  }

  private func makeRecord(
    cord: CordModel, arms: [ArmRecord], timings: [String: Double], steps: [String: Int]
  ) -> RunRecord {
    let window = cord.position(ofSlice: 0)...cord.position(ofSlice: cord.grid.nz - 1)
    return RunRecord(
      version: ProgramVersion.current, scenario: plan.scenario, scenarioPath: plan.scenarioPath,
      parameters: plan.parameters, grid: cord.grid,
      segments: plan.anatomy.segments.filter {
        $0.caudal > window.lowerBound && $0.rostral < window.upperBound
      },
      anatomySource: plan.anatomySource, arms: arms, timings: timings, steps: steps)
  }
}
