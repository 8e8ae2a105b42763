import MyelonTrialDesigns

/// A table of a report with the name of its file.
public struct ReportTable: Sendable, Hashable, Codable {
  /// Name of the file, without its ending.
  public let name: String
  /// The table.
  public let table: DesignTable

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - name: name of the file, without its ending.
  ///   - table: the table.
  public init(_ name: String, _ table: DesignTable) {
    self.name = name
    self.table = table
  }
}
