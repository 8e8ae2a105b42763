import GRDB

extension StudyStore {
  /// One outcome of all members that are done.
  ///
  /// - Parameter outcome: index of the outcome in the study's description.
  /// - Returns: its value by number of the member; members in which it could not be determined are left out.
  /// - Throws: `StudyError` when the file cannot be read.
  public func values(ofOutcome outcome: Int) throws(StudyError) -> [Int: Double] {
    precondition(description.outcomes.indices.contains(outcome), "The study has no outcome \(outcome)")
    return try read { db in
      var values: [Int: Double] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT member, value FROM outcome_values WHERE outcome = ? AND value IS NOT NULL",
        arguments: [outcome])
      while let row = try rows.next() { values[row[0]] = row[1] }
      return values
    }
  }
}
