import Foundation

extension Simulation {
  /// Continues an interrupted run; its results have the same bits as those of a run that was never interrupted.
  ///
  /// - Parameters:
  ///   - directory: the run's directory.
  ///   - threads: threads to use, or nil for the scenario's choice or the machine's number of cores.
  ///   - progress: called after each step.
  ///   - shouldStop: asked after each step; true stops the run again.
  /// - Returns: how the run ended.
  /// - Throws: `RunError` when there is nothing to resume or it cannot be continued, and what a run throws.
  public static func resume(
    _ directory: RunDirectory, threads: Int? = nil, progress: (RunProgress) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws -> Outcome {
    guard directory.holdsUnfinishedRun else { throw RunError.nothingToResume(path: directory.path) }
    let settings: UnfinishedSettings
    do {
      settings = try JSONDecoder().decode(
        UnfinishedSettings.self, from: Data(contentsOf: URL(fileURLWithPath: directory.settings)))
    } catch {
      throw RunError.notRead(path: directory.settings, reason: "\(error.localizedDescription)")
    }
    guard settings.version == ProgramVersion.current else {
      throw RunError.otherVersion(
        path: directory.path, found: settings.version, required: ProgramVersion.current)
    }
    let scenario = try Scenario.read(path: directory.scenarioCopy)
    let plan = try RunPlan(
      scenario: scenario, scenarioPath: settings.scenarioPath, anatomyDirectory: settings.anatomyDirectory,
      threads: threads)
    return try Simulation(plan: plan, directory: directory).run(progress: progress, shouldStop: shouldStop)
  }

  /// The record of an arm that ended before the interruption, or nil.
  func finishedArm(_ index: Int) throws -> FinishedArm? {
    let path = directory.armRecord(index)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try JSONDecoder().decode(FinishedArm.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Puts an arm back to its checkpoint, if there is one of this arm.
  func resumeIfPossible(_ simulation: inout ArmSimulation, identity: String) throws {
    guard FileManager.default.fileExists(atPath: directory.checkpoint) else { return }
    let found = try Checkpoint.read(directory.checkpoint)
    guard found.header.arm == simulation.index else { return }
    guard found.header.identity == identity, found.header.version == ProgramVersion.current else {
      throw RunError.damagedCheckpoint(path: directory.checkpoint, problem: "it belongs to another scenario")
    }
    try simulation.restore(found.header, payload: found.payload)
  }
}
