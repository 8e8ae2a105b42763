/// One contradiction in a table.
public enum AnnDataFault: Equatable, Sendable, CustomStringConvertible {
  /// A part has another length than the rows or columns that it belongs to.
  case count(part: String, required: Int, found: Int)
  /// Two rows, columns or entries have one name.
  case repeatedName(part: String, name: String)
  /// A name is empty, taken by the format, or holds a slash or a zero byte.
  case unusableName(part: String, name: String)
  /// A category's code points at none of the categories.
  case unknownCategory(column: String, row: Int, code: Int, categories: Int)
  /// A column has more categories than a byte can count.
  case tooManyCategories(column: String, count: Int)
  /// A number is infinite or not a number; the position in the part.
  case notFinite(part: String, position: Int)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .count(let part, let required, let found):
      "\(part) must have \(required) entries; found \(found)."
    case .repeatedName(let part, let name):
      "\(part) must be unique; '\(name)' occurs twice."
    case .unusableName(let part, let name):
      "\(part) must not be empty, '.', '_index' or hold a slash or zero byte; found '\(name)'."
    case .unknownCategory(let column, let row, let code, let categories):
      "Column '\(column)' must hold codes from 0 to \(categories - 1), or -1 for missing; found \(code) in row \(row)."
    case .tooManyCategories(let column, let count):
      "Column '\(column)' must have at most 127 categories; found \(count): write it as texts or integers."
    case .notFinite(let part, let position):
      "\(part) must be finite; found an infinite value or none at position \(position)."
    }
  }
}
