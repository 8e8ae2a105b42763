import Foundation
import MyelonQuantities

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
    guard directory.holdsUnfinishedRun else {
      throw RunError.nothingToResume(path: directory.path, isFinished: directory.holdsFinishedRun)
    }
    let lock = try DirectoryLock(directory.path)
    defer { withExtendedLifetime(lock) {} }
    let settings = try directory.readSettings()
    let plan = try RunPlan(
      scenario: settings.scenario, scenarioPath: settings.scenarioPath,
      anatomyDirectory: settings.anatomyDirectory, threads: threads)
    directory.removePartialFiles(in: directory.path)
    for slug in ArmSimulation.slugs(of: settings.scenario) {
      directory.removePartialFiles(in: directory.file(slug))
    }
    let simulation = Simulation(plan: plan, directory: directory)
    var stages = StageTimings()
    let cord = try stages.time("anatomy") { try simulation.makeCord() }
    return try simulation.run(cord, &stages, progress: progress, shouldStop: shouldStop)
  }

  /// What a state belongs to: the scenario in canonical form, the anatomy and every parameter in force.
  var identity: String {
    let values = plan.parameters.parameters.map { "\($0.id) = \($0.value)" }.joined(separator: "\n")
    return "\(plan.scenario.yaml)\nanatomy: \(plan.anatomyDirectory ?? "parametric")\n\(values)"
  }

  /// Writes what is needed to resume.
  func writeSettings() throws {
    let settings = UnfinishedSettings(
      version: ProgramVersion.current, scenarioPath: plan.scenarioPath,
      anatomyDirectory: plan.anatomyDirectory, scenario: plan.scenario)
    try WholeFile.write(try SortedJSON.data(settings), to: directory.settings)
    // The copy comes last: where it stands there is a run to resume.
    try WholeFile.write(Data(plan.scenario.yaml.utf8), to: directory.scenarioCopy)
  }

  /// The record of an arm that ended before the interruption, or nil.
  func finishedArm(_ index: Int) throws(RunError) -> FinishedArm? {
    let path = directory.armRecord(index)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let finished: FinishedArm
    do { finished = try directory.decode(FinishedArm.self, from: path, as: "a finished arm") } catch {
      throw .damagedCheckpoint(path: path, problem: "it cannot be read")
    }
    guard finished.identity == identity, finished.record.name == plan.scenario.arms[index].name else {
      throw .damagedCheckpoint(path: path, problem: "it belongs to another run")
    }
    return finished
  }

  /// Puts an arm back to its checkpoint, if there is one of this arm.
  func resumeIfPossible(_ simulation: inout ArmSimulation) throws(RunError) {
    guard FileManager.default.fileExists(atPath: directory.checkpoint) else { return }
    let found = try Checkpoint.read(directory.checkpoint)
    guard found.header.version == ProgramVersion.current else {
      throw .otherVersion(
        path: directory.path, found: found.header.version, required: ProgramVersion.current)
    }
    guard found.header.identity == simulation.identity else {
      throw .damagedCheckpoint(path: directory.checkpoint, problem: "it belongs to another scenario")
    }
    guard found.header.arm == simulation.index else { return }
    try simulation.restore(found.header, payload: found.payload)
  }
}

extension RunDirectory {
  /// Reads the settings of an unfinished run and makes sure that its scenario is the one it began with.
  func readSettings() throws(RunError) -> UnfinishedSettings {
    let kind = "the settings of an unfinished run"
    let version = try decode(UnfinishedVersion.self, from: settings, as: kind).version
    guard version == ProgramVersion.current else {
      throw .otherVersion(path: path, found: version, required: ProgramVersion.current)
    }
    let found = try decode(UnfinishedSettings.self, from: settings, as: kind)
    let copy: Data
    do { copy = try Data(contentsOf: URL(fileURLWithPath: scenarioCopy)) } catch {
      throw .notRead(path: scenarioCopy, reason: error.localizedDescription)
    }
    guard copy == Data(found.scenario.yaml.utf8) else { throw .changedScenario(path: scenarioCopy) }
    return found
  }
}
