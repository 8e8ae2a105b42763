import GRDB

extension StudyStore {
  /// A job array that was submitted for this study.
  struct JobArray: Sendable, Hashable {
    /// Round, from 1.
    let round: Int
    /// Shared folder.
    let folder: String
    /// Name of the job.
    let name: String
    /// Its number, nil while the scheduler has not answered.
    let job: String?
    /// Number of its tasks.
    let tasks: Int
  }

  /// The array that has not been closed, nil when there is none.
  func openArray() throws(StudyError) -> JobArray? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT round, folder, name, job, tasks FROM job_arrays WHERE ended IS NULL ORDER BY round"
      ).map { JobArray(round: $0[0], folder: $0[1], name: $0[2], job: $0[3], tasks: $0[4]) }
    }
  }

  /// Number of the next round.
  func nextRound() throws(StudyError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT coalesce(max(round), 0) + 1 FROM job_arrays") ?? 1 }
  }

  /// Writes down that an array is about to be submitted.
  func begin(_ array: JobArray) throws(StudyError) {
    try write { db in
      try db.execute(
        sql: "INSERT INTO job_arrays (round, folder, name, job, tasks, submitted) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [array.round, array.folder, array.name, array.job, array.tasks, Self.now])
    }
  }

  /// Writes down the number that the scheduler gave an array.
  func set(job: String, ofRound round: Int) throws(StudyError) {
    try write { db in
      try db.execute(sql: "UPDATE job_arrays SET job = ? WHERE round = ?", arguments: [job, round])
      try Self.note(db, "submitted", "job \(job), round \(round)")
    }
  }

  /// Forgets an array that the scheduler did not take.
  func forget(round: Int) throws(StudyError) {
    try write { db in try db.execute(sql: "DELETE FROM job_arrays WHERE round = ?", arguments: [round]) }
  }

  /// Writes down that an array has left the queue and its results are merged, and which members got none.
  ///
  /// - Parameters:
  ///   - round: the array's round.
  ///   - lost: members without a result, each with the reason.
  /// - Throws: `StudyError` when it cannot be written.
  func close(round: Int, lost: [(member: Int, reason: String)]) throws(StudyError) {
    try write { db in
      let update = try db.cachedStatement(
        sql: """
          UPDATE members SET attempts = attempts + 1, interruptions = interruptions + 1, error = ?
          WHERE id = ? AND status = 'queued'
          """)
      for (member, reason) in lost { try update.execute(arguments: [reason, member]) }
      try db.execute(sql: "UPDATE job_arrays SET ended = ? WHERE round = ?", arguments: [Self.now, round])
      if !lost.isEmpty { try Self.note(db, "lost", "round \(round): \(lost.count) members without a result") }
    }
  }

  /// Gives up every member that is still queued, with the reason of its last loss.
  func giveUpQueued(rounds: Int) throws(StudyError) {
    try write { db in
      try db.execute(
        sql: """
          UPDATE members SET status = 'failed', ended = ?,
            error = coalesce(error, 'no task gave a result') || ' (' || ? || ' rounds)'
          WHERE status = 'queued'
          """, arguments: [Self.now, rounds])
    }
  }
}
