import GRDB

extension StudyStore {
  /// Makes sure that members are in the study: those that are not there are added, queued.
  ///
  /// - Parameter members: members with one value a parameter.
  /// - Throws: `StudyError.otherMember` when a number is taken by another member, `wrongOutcomes` never; and what
  ///   writing throws. Nothing is added then.
  public func add(_ members: [StudyMember]) throws(StudyError) {
    let count = description.parameters.count
    for member in members {
      precondition(
        member.values.count == count, "Member \(member.index): \(member.values.count) values, \(count) needed"
      )
    }
    try write { db in
      for member in members {
        if let found = try Self.member(db, member.index) {
          guard found == member else {
            throw StudyError.otherMember(path: path, member: member.index)
          }
          continue
        }
        try db.cachedStatement(sql: "INSERT INTO members (id, seed, weight) VALUES (?, ?, ?)").execute(
          arguments: [member.index, "\(member.seed)", member.weight])
        let insert = try db.cachedStatement(
          sql: "INSERT INTO parameter_values (member, parameter, value) VALUES (?, ?, ?)")
        for (parameter, value) in member.values.enumerated() {
          try insert.execute(arguments: [member.index, parameter, value])
        }
      }
    }
  }

  /// Sets the weights of members, for instance after fitting.
  ///
  /// - Parameter weights: weight by number of the member; finite, not negative.
  /// - Throws: `StudyError` when a member is not there, a weight is none, or the file cannot be written.
  public func setWeights(_ weights: [Int: Double]) throws(StudyError) {
    for (_, weight) in weights where !(weight.isFinite && weight >= 0) {
      throw .wrongValues(.wrongWeights(problem: "one is \(weight)"))
    }
    try write { db in
      let update = try db.cachedStatement(sql: "UPDATE members SET weight = ? WHERE id = ?")
      for (member, weight) in weights {
        try update.execute(arguments: [weight, member])
        guard db.changesCount == 1 else { throw StudyError.unknownMember(path: path, member: member) }
      }
    }
  }

  /// How many members have come how far.
  public func counts() throws(StudyError) -> MemberCounts {
    try read { db in
      var counts = MemberCounts()
      for row in try Row.fetchAll(db, sql: "SELECT status, count(*) FROM members GROUP BY status") {
        let count: Int = row[1]
        switch MemberStatus(rawValue: row[0]) {
        case .queued: counts.queued = count
        case .running: counts.running = count
        case .done: counts.done = count
        case .failed: counts.failed = count
        case nil: break
        }
      }
      return counts
    }
  }

  /// The record of a member, nil when the study has none of that number.
  public func record(_ index: Int) throws(StudyError) -> MemberRecord? {
    try read { db in try Self.record(db, index) }
  }

  /// Calls `body` with the record of each member, in order of their numbers.
  ///
  /// - Parameters:
  ///   - status: only members that have come that far; nil for all.
  ///   - body: called once a member; what it throws ends the reading.
  /// - Throws: `StudyError` when the file cannot be read, and what `body` throws.
  public func forEachRecord(
    _ status: MemberStatus? = nil, _ body: (MemberRecord) throws -> Void
  ) throws {
    for index in try indices(status) {
      guard let record = try record(index) else { continue }
      try body(record)
    }
  }

  /// The records of all members that have come that far, in order of their numbers.
  ///
  /// - Parameter status: nil for all.
  /// - Returns: their records.
  /// - Throws: `StudyError` when the file cannot be read.
  public func records(_ status: MemberStatus? = nil) throws(StudyError) -> [MemberRecord] {
    let chosen = try indices(status)
    return try read { db in try chosen.compactMap { try Self.record(db, $0) } }
  }

  /// Numbers of the members that have come that far, ascending.
  ///
  /// - Parameter status: nil for all.
  /// - Returns: their numbers.
  /// - Throws: `StudyError` when the file cannot be read.
  public func indices(_ status: MemberStatus? = nil) throws(StudyError) -> [Int] {
    try read { db in
      guard let status else { return try Int.fetchAll(db, sql: "SELECT id FROM members ORDER BY id") }
      return try Int.fetchAll(
        db, sql: "SELECT id FROM members WHERE status = ? ORDER BY id", arguments: [status.rawValue])
    }
  }

  /// Processor time of the last tries of all members that have ended, s.
  public func processorTime() throws(StudyError) -> Double {
    try read { db in try Double.fetchOne(db, sql: "SELECT total(seconds) FROM members") ?? 0 }
  }

  // MARK: - Rows

  static func member(_ db: Database, _ index: Int) throws -> StudyMember? {
    let statement = try db.cachedStatement(sql: "SELECT seed, weight FROM members WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [index]), let seed = UInt64(row[0] as String)
    else {
      return nil
    }
    let values = try db.cachedStatement(
      sql: "SELECT value FROM parameter_values WHERE member = ? ORDER BY parameter")
    return StudyMember(
      index: index, seed: seed, values: try Double.fetchAll(values, arguments: [index]), weight: row[1])
  }

  static func record(_ db: Database, _ index: Int) throws -> MemberRecord? {
    guard let member = try member(db, index) else { return nil }
    let columns = "status, attempts, interruptions, error, started, ended, seconds"
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM members WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [index]),
      let status = MemberStatus(rawValue: row[0])
    else { return nil }
    let outcomes = try db.cachedStatement(
      sql: "SELECT value FROM outcome_values WHERE member = ? ORDER BY outcome")
    return MemberRecord(
      member, status: status, attempts: row[1], interruptions: row[2], reason: row[3], started: row[4],
      ended: row[5], seconds: row[6],
      outcomes: try Optional<Double>.fetchAll(outcomes, arguments: [index]))
  }
}
