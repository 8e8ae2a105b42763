/// A table of numbers over time: one row a time, one column a measure.
public struct SeriesTable: Sendable, Hashable, Codable {
  /// What a column holds.
  public struct Column: Sendable, Hashable, Codable {
    /// Stable name, for example `lesion_volume` or `spared_lateral_corticospinal_left`.
    public let name: String
    /// Unit, for example `mm3` or `fraction`.
    public let unit: String
    /// What it means, in one sentence.
    public let meaning: String

    /// Describes a column.
    public init(_ name: String, _ unit: String, _ meaning: String) {
      self.name = name
      self.unit = unit
      self.meaning = meaning
    }
  }

  /// Columns in order; the first is the time in days.
  public let columns: [Column]
  /// Rows in order of time; each has one number per column.
  public private(set) var rows: [[Double]] = []

  /// Makes an empty table.
  public init(columns: [Column]) {
    self.columns = columns
  }

  /// Decodes a table; a row of another width than the columns is refused.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    columns = try values.decode([Column].self, forKey: .columns)
    rows = try values.decode([[Double]].self, forKey: .rows)
    guard rows.allSatisfy({ $0.count == columns.count }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .rows, in: values, debugDescription: "every row needs \(columns.count) numbers")
    }
  }

  /// Adds a row with one number per column.
  public mutating func append(_ row: [Double]) {
    precondition(row.count == columns.count, "A row needs \(columns.count) numbers; found \(row.count)")
    rows.append(row)
  }

  /// The values of a column, or nil when there is no such column.
  public func values(_ name: String) -> [Double]? {
    columns.firstIndex { $0.name == name }.map { position in rows.map { $0[position] } }
  }
}
