import GRDB

extension StudyStore {
  /// Writes what a study is into its empty tables.
  static func writeDescription(_ db: Database, _ description: StudyDescription) throws {
    try db.execute(
      sql: """
        INSERT INTO study (id, name, scenario, identity, identity_hash, program_version, seed, created)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        description.name, description.scenario, description.identity, description.identityHash,
        description.programVersion, "\(description.seed)", now,
      ])
    for (id, parameter) in description.parameters.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO parameters (id, name, unit, scale, lowest, highest, usual, meaning)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, parameter.name, parameter.unit, parameter.scale.rawValue, parameter.range.lowerBound,
          parameter.range.upperBound, parameter.usual, parameter.meaning,
        ])
    }
    for (id, outcome) in description.outcomes.enumerated() {
      try db.execute(
        sql: "INSERT INTO outcomes (id, arm, day, name, unit, meaning) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [id, outcome.arm, outcome.day, outcome.name, outcome.unit, outcome.meaning])
    }
  }

  /// Reads what a study is.
  static func readDescription(_ db: Database, path: String) throws -> StudyDescription {
    let columns = "name, scenario, identity, identity_hash, program_version, seed"
    guard let row = try Row.fetchOne(db, sql: "SELECT \(columns) FROM study"),
      let seed = UInt64(row[5] as String)
    else { throw StudyError.damaged(path: path, problem: "it does not say what it is a study of") }
    let description = StudyDescription(
      name: row[0], scenario: row[1], identity: row[2], programVersion: row[4], seed: seed,
      parameters: try readParameters(db, path: path), outcomes: try readOutcomes(db))
    guard description.identityHash == row[3] as String else {
      throw StudyError.damaged(path: path, problem: "what it is a study of was changed")
    }
    return description
  }

  private static func readParameters(_ db: Database, path: String) throws -> [StudyParameter] {
    let columns = "name, unit, scale, lowest, highest, usual, meaning"
    return try Row.fetchAll(db, sql: "SELECT \(columns) FROM parameters ORDER BY id").map { row in
      let (lowest, highest): (Double, Double) = (row[3], row[4])
      guard let scale = StudyParameter.Scale(rawValue: row[2]), lowest <= highest else {
        throw StudyError.damaged(path: path, problem: "parameter '\(row[0] as String)' has no scale or range")
      }
      return StudyParameter(
        name: row[0], unit: row[1], scale: scale, range: lowest...highest, usual: row[5], meaning: row[6])
    }
  }

  private static func readOutcomes(_ db: Database) throws -> [StudyOutcome] {
    try Row.fetchAll(db, sql: "SELECT arm, day, name, unit, meaning FROM outcomes ORDER BY id").map { row in
      StudyOutcome(arm: row[0], day: row[1], name: row[2], unit: row[3], meaning: row[4])
    }
  }
}
