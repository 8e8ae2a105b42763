import Foundation
import MyelonSimulation

/// Runs the members of a study as job arrays of an existing Slurm cluster.
///
/// In rounds: the members that have no result are dealt to tasks, the tasks submitted as one array, their shards merged as
/// they appear; what is missing when the array has left the queue goes into the next round, in smaller tasks. Tasks are
/// submitted anew and not requeued, because a requeued task waits for minutes. The books are in the study database
/// (`job_arrays`, `merged_shards`), so that the program may be ended at any moment and continued: it takes up the array that
/// is in the queue and merges what there is exactly once.
public struct SlurmArray: Sendable {
  /// How members are run.
  public let settings: SlurmSettings
  /// What the tasks have in common.
  public let manifest: SlurmManifest

  let queue: SlurmQueue
  var folder: SlurmFolder { SlurmFolder(settings.folder) }

  /// Joins settings and what the tasks have in common.
  ///
  /// - Parameters:
  ///   - settings: how members are run.
  ///   - manifest: what the tasks have in common.
  public init(_ settings: SlurmSettings, manifest: SlurmManifest) {
    self.init(settings, manifest: manifest, queue: SlurmQueue())
  }

  /// Makes sure that jobs can be submitted from this machine.
  ///
  /// - Throws: `SlurmError.missing` when a command of Slurm's is not there.
  public static func requireSlurm() throws(SlurmError) { try SlurmQueue().requireCommands() }

  init(_ settings: SlurmSettings, manifest: SlurmManifest, queue: SlurmQueue) {
    self.settings = settings
    self.manifest = manifest
    self.queue = queue
  }

  /// Runs every member of a study that has not ended.
  ///
  /// - Parameters:
  ///   - store: the study, open for writing, on a disk of this machine.
  ///   - progress: called at every look at the queue.
  ///   - shouldStop: asked ten times a second; once true, the call returns, and what is in the queue goes on.
  /// - Returns: how it ended; `wasStopped` when members are left.
  /// - Throws: `SlurmError` when Slurm is not there, does not take a job or does not answer, and `StudyError`.
  @discardableResult
  public func run(
    _ store: StudyStore, progress: (EnsembleProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> EnsembleOutcome {
    try queue.requireCommands()
    guard manifest.study == store.description.identityHash else {
      throw SlurmError.otherWork(path: folder.path)
    }
    try folder.begin(manifest)
    try store.recover(limit: EnsembleSettings.standardInterruptionLimit)
    let watch = try SlurmWatch(store: store)
    for attempt in 0...settings.rounds {
      if let array = try store.openArray() {
        let hasLeft = try wait(for: array, store: store, watch: watch, progress, shouldStop)
        guard hasLeft else { break }
        try close(array, store: store, shouldStop)
      }
      guard try store.counts().unfinished > 0, !shouldStop() else { break }
      // One round more than submissions: the last one is waited for above.
      guard attempt < settings.rounds else {
        try store.giveUpQueued(rounds: settings.rounds)
        break
      }
      try submit(store, size: settings.chunk(inRound: attempt + 1))
    }
    progress(try watch.progress(running: 0))
    return try watch.outcome()
  }

  // MARK: - Submitting

  /// Deals the queued members to tasks and submits them.
  private func submit(_ store: StudyStore, size: Int) throws {
    let members = try store.queuedIndices()
    let largest = queue.largestTask
    let size = max(size, (members.count + largest - 1) / largest)
    let chunks = stride(from: 0, to: members.count, by: size).map {
      Array(members[$0..<min($0 + size, members.count)])
    }
    let round = try store.nextRound()
    try folder.make(folder.round(round))
    let local = try LocalCopy()
    for (position, chunk) in chunks.enumerated() {
      let part = try StudyStore.create(at: local.file("members.db"), store.description, overwrite: true)
      try part.add(try chunk.compactMap { try store.record($0)?.member })
      try part.close()
      try local.deliver("members.db", to: folder.members(position + 1, round: round))
    }
    try writeScript(round: round)
    let name = "myelon-\(manifest.study.prefix(8))-\(round)"
    try store.begin(
      StudyStore.JobArray(round: round, folder: folder.path, name: name, job: nil, tasks: chunks.count))
    do {
      let job = try queue.submit(
        folder.script(round: round), options: options(name: name, tasks: chunks.count, round: round))
      try store.set(job: job, ofRound: round)
    } catch let error as SlurmError {
      try store.forget(round: round)
      throw error
    }
  }

  private func options(name: String, tasks: Int, round: Int) -> [String] {
    // A percent sign in a path would be taken for one of Slurm's own marks.
    let logs = folder.round(round).replacing("%", with: "%%") + "/log-%a.txt"
    var options = [
      "--job-name=\(name)", "--array=1-\(tasks)" + (settings.throttle.map { "%\($0)" } ?? ""),
      "--output=\(logs)", "--open-mode=truncate", "--no-requeue", "--ntasks=1",
      "--cpus-per-task=\(settings.processors)",
    ]
    if let partition = settings.partition { options.append("--partition=\(partition)") }
    if let time = settings.time { options.append("--time=\(time)") }
    return options + settings.options
  }

  private func writeScript(round: Int) throws {
    let text = """
      #!/bin/bash
      # One task of a study of Myelon; submitted as an array, see Docs/Studies.md.
      exec \(Self.quoted(settings.program)) ensemble-task \(Self.quoted(folder.path)) \(round) "$SLURM_ARRAY_TASK_ID"

      """
    do { try WholeFile.write(Data(text.utf8), to: folder.script(round: round)) } catch {
      throw SlurmError.folder(path: folder.script(round: round), reason: "\(error)")
    }
  }

  /// A word of a shell script.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
