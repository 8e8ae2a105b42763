import GRDB

extension StudyStore {
  /// Looks for damage: SQLite's check of every page, references between tables, and every member's digest.
  ///
  /// - Throws: `StudyError.damaged` with what is wrong.
  public func check() throws(StudyError) {
    try read { db in
      let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
      guard findings == ["ok"] else {
        throw StudyError.damaged(path: path, problem: findings.joined(separator: "; "))
      }
      if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
        let table: String = row[0]
        throw StudyError.damaged(path: path, problem: "a row of '\(table)' belongs to nothing")
      }
      try checkMembers(db)
    }
  }

  private func checkMembers(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT id, digest FROM members ORDER BY id")
    for row in rows {
      let index: Int = row[0]
      guard let record = try Self.record(db, index) else {
        throw StudyError.damaged(path: path, problem: "member \(index) cannot be read")
      }
      guard record.member.values.count == description.parameters.count else {
        throw StudyError.damaged(path: path, problem: "member \(index) lacks parameter values")
      }
      let needed = record.status == .done ? description.outcomes.count : 0
      guard record.outcomes.count == needed else {
        throw StudyError.damaged(
          path: path, problem: "member \(index) has \(record.outcomes.count) outcomes, \(needed) needed")
      }
      let digest: String? = row[1]
      guard digest == (record.status == .done ? record.digest : nil) else {
        throw StudyError.damaged(path: path, problem: "the numbers of member \(index) were changed")
      }
    }
  }
}
