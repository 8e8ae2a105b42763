import GRDB

extension StudyStore {
  /// Puts members that a killed program left under way back into the queue.
  ///
  /// - Parameter limit: a member that was under way that many times when the program ended is given up, because it
  ///   may well be what ends the program.
  /// - Throws: `StudyError` when the file cannot be written.
  func recover(limit: Int) throws(StudyError) {
    try write { db in
      try db.execute(
        sql: """
          UPDATE members SET status = 'queued', interruptions = interruptions + 1 WHERE status = 'running'
          """)
      try db.execute(
        sql: """
          UPDATE members SET status = 'failed', ended = ?,
            error = 'the program ended ' || interruptions || ' times while this member was under way'
          WHERE status = 'queued' AND interruptions >= ?
          """, arguments: [Self.now, limit])
    }
  }

  /// Puts members that were given up back into the queue, to be tried as often as at first.
  ///
  /// - Returns: how many.
  /// - Throws: `StudyError` when the file cannot be written.
  @discardableResult
  public func requeueFailed() throws(StudyError) -> Int {
    try write { db in
      try db.execute(
        sql: """
          UPDATE members SET status = 'queued', attempts = 0, interruptions = 0, ended = NULL, seconds = NULL
          WHERE status = 'failed'
          """)
      return db.changesCount
    }
  }

  /// Numbers of the members to run, those first that were never under way when the program ended.
  func queuedIndices() throws(StudyError) -> [Int] {
    try read { db in
      try Int.fetchAll(
        db, sql: "SELECT id FROM members WHERE status = 'queued' ORDER BY interruptions, id")
    }
  }

  /// Writes what became of one member and that another is under way, in one step.
  ///
  /// - Parameters:
  ///   - ended: what became of a member, or nil.
  ///   - next: number of the member that begins, or nil.
  /// - Returns: the member that begins, with its counts.
  /// - Throws: `StudyError` when the file cannot be written; then neither is written.
  func exchange(_ ended: MemberResult?, next: Int?) throws(StudyError) -> MemberRecord? {
    try write { db in
      if let ended { try write(db, ended) }
      guard let next else { return nil }
      let begin = try db.cachedStatement(
        sql: """
          UPDATE members SET status = 'running', attempts = attempts + 1, started = ?, ended = NULL,
            seconds = NULL WHERE id = ? AND status = 'queued'
          """)
      try begin.execute(arguments: [Self.now, next])
      guard db.changesCount == 1 else { throw StudyError.unknownMember(path: path, member: next) }
      return try Self.record(db, next)
    }
  }

  private func write(_ db: Database, _ result: MemberResult) throws {
    switch result.end {
    case .outcomes(let outcomes):
      try writeDone(db, result, outcomes)
    case .error(let reason, let isFinal):
      let fail = try db.cachedStatement(
        sql: "UPDATE members SET status = ?, error = ?, ended = ?, seconds = ? WHERE id = ?")
      try fail.execute(
        arguments: [
          isFinal ? "failed" : "queued", reason, isFinal ? Self.now : nil, result.seconds,
          result.member.index,
        ])
    }
  }

  private func writeDone(_ db: Database, _ result: MemberResult, _ outcomes: [Double?]) throws {
    let index = result.member.index
    guard outcomes.count == description.outcomes.count else {
      throw StudyError.wrongOutcomes(
        member: index, problem: "\(outcomes.count) numbers, \(description.outcomes.count) needed")
    }
    let record = MemberRecord(result.member, outcomes: outcomes)
    let finish = try db.cachedStatement(
      sql: """
        UPDATE members SET status = 'done', error = NULL, ended = ?, seconds = ?, digest = ? WHERE id = ?
        """)
    try finish.execute(arguments: [Self.now, result.seconds, record.digest, index])
    let insert = try db.cachedStatement(
      sql: "INSERT INTO outcome_values (member, outcome, value) VALUES (?, ?, ?)")
    for (outcome, value) in outcomes.enumerated() {
      try insert.execute(arguments: [index, outcome, value])
    }
  }
}
