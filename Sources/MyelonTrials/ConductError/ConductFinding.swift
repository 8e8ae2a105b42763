/// One thing that is wrong with the data of a trial.
public struct ConductFinding: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Row as a spreadsheet counts, the heading being row 1; nil for the file as a whole.
  public let row: Int?
  /// Name of the column; nil for the row as a whole.
  public let column: String?
  /// What is required, what was found, what to do.
  public let problem: String

  /// Describes a finding.
  ///
  /// - Parameters:
  ///   - row: row of the file; nil for the whole file.
  ///   - column: name of the column; nil for the whole row.
  ///   - problem: what is required and what was found.
  public init(row: Int? = nil, column: String? = nil, problem: String) {
    self.row = row
    self.column = column
    self.problem = problem
  }

  /// `row 4, column toxicity: 0, 1 or empty is required; found 'maybe'`.
  public var description: String {
    let place = [row.map { "row \($0)" }, column.map { "column \($0)" }].compactMap(\.self)
    return place.isEmpty ? problem : "\(place.joined(separator: ", ")): \(problem)"
  }
}
