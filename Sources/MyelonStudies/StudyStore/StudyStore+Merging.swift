import GRDB

extension StudyStore {
  /// Takes over what became of members in another database of the same study, each exactly once.
  ///
  /// All or nothing, and the same result however often it is repeated: a member that is done stays as it is, and must
  /// have the same numbers in the shard.
  ///
  /// - Parameters:
  ///   - shard: the other database, whose members are members of this study.
  ///   - name: what to call it in the books.
  /// - Returns: members that were not finished before and are now.
  /// - Throws: `StudyError.otherStudy` when it belongs to another study, `conflictingResults` when a member has other
  ///   numbers there, and what reading and writing throw.
  @discardableResult
  public func merge(_ shard: StudyStore, name: String) throws(StudyError) -> Int {
    if let difference = shard.description.difference(to: description) {
      throw .otherStudy(path: shard.path, difference: difference)
    }
    let records = try shard.records()
    return try write { db in
      var added = 0
      for record in records where record.status == .done || record.status == .failed {
        if try take(db, record, from: shard) { added += 1 }
      }
      try db.execute(
        sql: """
          INSERT INTO merged_shards (name, time, members) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET members = members + excluded.members
          """, arguments: [name, Self.now, added])
      if added > 0 { try Self.note(db, "merged", "\(name): \(added) members") }
      return added
    }
  }

  /// Takes over one member; false when there was nothing new.
  private func take(_ db: Database, _ record: MemberRecord, from shard: StudyStore) throws -> Bool {
    let index = record.member.index
    guard let present = try Self.record(db, index) else {
      throw StudyError.unknownMember(path: path, member: index)
    }
    guard present.member.seed == record.member.seed, present.member.values == record.member.values else {
      throw StudyError.otherMember(path: path, member: index)
    }
    if present.status == .done {
      guard record.status == .failed || present.digest == record.digest else {
        throw StudyError.conflictingResults(path: shard.path, member: index)
      }
      return false
    }
    if present.status == .failed, record.status == .failed { return false }
    try db.execute(
      sql: """
        UPDATE members SET status = ?, attempts = attempts + ?, interruptions = interruptions + ?, error = ?,
          started = ?, ended = ?, seconds = ?, digest = ? WHERE id = ?
        """,
      arguments: [
        record.status.rawValue, record.attempts, record.interruptions, record.reason, record.started,
        record.ended, record.seconds, record.status == .done ? record.digest : nil, index,
      ])
    let insert = try db.cachedStatement(
      sql: "INSERT INTO outcome_values (member, outcome, value) VALUES (?, ?, ?)")
    for (outcome, value) in record.outcomes.enumerated() {
      try insert.execute(arguments: [index, outcome, value])
    }
    return true
  }

  /// Names of the shards that were merged.
  public func mergedShards() throws(StudyError) -> Set<String> {
    try read { db in try String.fetchSet(db, sql: "SELECT name FROM merged_shards") }
  }
}
