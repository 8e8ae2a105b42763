import Foundation

extension SlurmArray {
  /// Answers that may fail in a row before it counts as silence: a controller that restarts takes a while.
  private static let patience = 30

  /// Waits until an array has left the queue, merging its shards as they appear.
  ///
  /// - Returns: false when a stop was asked for.
  func wait(
    for array: StudyStore.JobArray, store: StudyStore, watch: SlurmWatch,
    _ progress: (EnsembleProgress) -> Void, _ shouldStop: () -> Bool
  ) throws -> Bool {
    var silences = 0
    var job = array.job
    while true {
      var states: [String]
      do throws(SlurmError) {
        // The program may have ended between submitting and writing down the number.
        if job == nil { job = try queue.job(named: array.name) }
        states = try job.map { job throws(SlurmError) in try queue.states(job: job) } ?? []
        silences = 0
      } catch {
        silences += 1
        guard silences < Self.patience else { throw error }
        states = ["UNKNOWN"]
      }
      try mergeShards(of: array, store: store)
      progress(try watch.progress(running: states.count { $0 == "RUNNING" }))
      if states.isEmpty { return true }
      guard pause(settings.pollInterval, shouldStop) else { return false }
    }
  }

  /// Sleeps; false when a stop was asked for meanwhile.
  private func pause(_ seconds: Double, _ shouldStop: () -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    repeat {
      if shouldStop() { return false }
      Thread.sleep(forTimeInterval: min(0.1, max(0, end.timeIntervalSinceNow)))
    } while Date() < end
    return !shouldStop()
  }

  /// Merges the shards of a round that have not been merged.
  func mergeShards(of array: StudyStore.JobArray, store: StudyStore) throws {
    let folder = SlurmFolder(array.folder)
    let merged = try store.mergedShards()
    let local = try LocalCopy()
    for task in folder.shards(round: array.round) {
      let name = Self.shardName(task, round: array.round)
      guard !merged.contains(name) else { continue }
      let copy = try local.fetch(folder.shard(task, round: array.round), as: "shard.db")
      let shard = try StudyStore.open(copy, forWriting: false)
      try store.merge(shard, name: name)
      try shard.close()
    }
  }

  /// Ends a round: merges what has come late, and books what has not come.
  func close(_ array: StudyStore.JobArray, store: StudyStore, _ shouldStop: () -> Bool) throws {
    let end = Date().addingTimeInterval(settings.settlingTime)
    var missing = try missingTasks(of: array, store: store)
    while !missing.isEmpty, Date() < end, pause(0.5, shouldStop) {
      try mergeShards(of: array, store: store)
      missing = try missingTasks(of: array, store: store)
    }
    try mergeShards(of: array, store: store)
    let folder = SlurmFolder(array.folder)
    var lost: [(member: Int, reason: String)] = []
    let local = try LocalCopy()
    for task in try missingTasks(of: array, store: store) {
      let words = folder.lastWords(task, round: array.round).map { "; its last words: \($0)" } ?? ""
      let reason = "task \(task) of round \(array.round) gave no result\(words)"
      let copy = try local.fetch(folder.members(task, round: array.round), as: "members.db")
      let part = try StudyStore.open(copy, forWriting: false)
      lost += try part.indices().map { ($0, reason) }
      try part.close()
    }
    try store.close(round: array.round, lost: lost)
  }

  private func missingTasks(of array: StudyStore.JobArray, store: StudyStore) throws -> [Int] {
    let merged = try store.mergedShards()
    return (1...max(1, array.tasks)).filter { !merged.contains(Self.shardName($0, round: array.round)) }
  }

  private static func shardName(_ task: Int, round: Int) -> String { "round \(round), task \(task)" }
}
