import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion

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
  /// - Parameters:
  ///   - overwrite: whether an earlier run's files may be replaced.
  ///   - progress: called after each step.
  ///   - shouldStop: asked after each step; true stops the run and leaves a checkpoint.
  /// - Returns: how the run ended.
  /// - Throws: `RunError`, `AnatomyError`, `InjuryError` or `NIfTIError`.
  public func start(
    overwrite: Bool, progress: (RunProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> Outcome {
    try directory.prepare(overwrite: overwrite)
    let settings = UnfinishedSettings(
      version: ProgramVersion.current, scenarioPath: plan.scenarioPath,
      anatomyDirectory: plan.anatomyDirectory)
    try WholeFile.write(try RunDirectory.json(settings), to: directory.settings)
    try WholeFile.write(Data(plan.scenario.yaml.utf8), to: directory.scenarioCopy)
    return try run(progress: progress, shouldStop: shouldStop)
  }

  /// Runs every arm that has not ended yet, then writes the results.
  func run(progress: (RunProgress) -> Void, shouldStop: () -> Bool) throws -> Outcome {
    var timings: [String: Double] = [:]
    let executor = SlabExecutor(threads: plan.threads)
    let cord = try timed("anatomy", &timings) { try plan.makeCord(executor: executor) }
    let identity = "\(plan.scenario.yaml)\nanatomy: \(plan.anatomyDirectory ?? "parametric")"
    var steps: [String: Int] = [:]
    var arms: [ArmRecord] = []
    for (index, arm) in plan.scenario.arms.enumerated() {
      if let finished = try finishedArm(index) {
        arms.append(finished.record)
        steps[arm.name] = finished.steps
        continue
      }
      var simulation = try ArmSimulation(
        plan: plan, cord: cord, index: index, directory: directory, identity: identity)
      try resumeIfPossible(&simulation, identity: identity)
      let ended = try timed("arm \(arm.name)", &timings) {
        try simulation.run(progress: progress, shouldStop: shouldStop)
      }
      guard ended else { return .stopped }
      let record = try simulation.record()
      steps[arm.name] = simulation.model.clock.steps
      try WholeFile.write(
        try RunDirectory.json(FinishedArm(record: record, steps: simulation.model.clock.steps)),
        to: directory.armRecord(index))
      directory.remove(directory.checkpoint)
      arms.append(record)
    }
    try timed("volumes", &timings) { try writeVolumes(arms, cord: cord) }
    let record = makeRecord(cord: cord, arms: arms, timings: timings, steps: steps)
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

  /// Runs a stage and notes its wall time, s.
  private func timed<Result>(
    _ stage: String, _ timings: inout [String: Double], _ body: () throws -> Result
  ) rethrows -> Result {
    let start = Date()
    defer { timings[stage, default: 0] += Date().timeIntervalSince(start) }
    return try body()
  }
}

/// What an unfinished run needs besides its scenario.
struct UnfinishedSettings: Codable {
  let version: String
  let scenarioPath: String
  let anatomyDirectory: String?
}

/// An arm that has ended in a run that has not.
struct FinishedArm: Codable {
  let record: ArmRecord
  let steps: Int
}
