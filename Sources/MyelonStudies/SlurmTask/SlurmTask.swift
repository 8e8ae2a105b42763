import Foundation

/// One task of a job array: runs its members on the node and leaves a shard with what became of them.
///
/// The shard is made on the node's own disk and appears in the shared folder when it is whole. A task that is stopped
/// hands in what is done; one that is killed leaves nothing, and its members are submitted again.
public struct SlurmTask: Sendable {
  /// The shared folder.
  public let folder: SlurmFolder
  /// Round, from 1.
  public let round: Int
  /// Number of the task in its array, from 1.
  public let task: Int

  /// Names a task.
  ///
  /// - Parameters:
  ///   - folder: the shared folder.
  ///   - round: round, from 1.
  ///   - task: number of the task, from 1.
  public init(folder: SlurmFolder, round: Int, task: Int) {
    self.folder = folder
    self.round = round
    self.task = task
  }

  /// Runs the lives of the task.
  ///
  /// - Parameters:
  ///   - workers: members that run at once; nil for the processors that the task was given.
  ///   - progress: as for `Ensemble.run`.
  ///   - shouldStop: as for `Ensemble.run`.
  /// - Returns: how it ended.
  /// - Throws: `SlurmError` when the folder cannot be used, `StudyError`, and what preparing a life throws.
  @discardableResult
  public func run(
    workers: Int? = nil, progress: (EnsembleProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> EnsembleOutcome {
    let manifest = try folder.readManifest()
    let settings = try EnsembleSettings(workers: workers ?? Self.processors, attempts: manifest.attempts)
    return try run(settings: settings, progress: progress, shouldStop: shouldStop) { store in
      guard store.description.identityHash == manifest.study else {
        throw SlurmError.wrongFile(
          path: folder.members(task, round: round), problem: "it belongs to another study")
      }
      return try MemberLife(
        manifest.scenario, path: manifest.scenarioPath, anatomyDirectory: manifest.anatomyDirectory,
        varying: store.description.parameters, settings: manifest.life)
    }
  }

  /// Runs the members of the task with any model.
  func run(
    settings: EnsembleSettings, progress: (EnsembleProgress) -> Void, shouldStop: () -> Bool,
    model: (StudyStore) throws -> any MemberModel
  ) throws -> EnsembleOutcome {
    let local = try LocalCopy()
    let path = try local.fetch(folder.members(task, round: round), as: "shard.db")
    let store = try StudyStore.open(path, forWriting: true)
    let outcome = try Ensemble(try model(store), settings: settings).run(
      store, progress: progress, shouldStop: shouldStop)
    try store.close()
    try local.deliver("shard.db", to: folder.shard(task, round: round))
    return outcome
  }

  /// Processors that Slurm gave the task; 1 where it does not say.
  private static var processors: Int {
    ProcessInfo.processInfo.environment["SLURM_CPUS_PER_TASK"].flatMap { Int($0) } ?? 1
  }
}
