/// One contradiction in lines that are to be written.
public enum TractogramFault: Equatable, Sendable, CustomStringConvertible {
  /// A part has another length than the lines that it belongs to.
  case count(part: String, required: Int, found: Int)
  /// A line has no points.
  case emptyLine(line: Int, points: Int)
  /// A number is infinite or not a number; the position in the part.
  case notFinite(part: String, position: Int)
  /// A name of a header field that the format keeps for itself or cannot hold.
  case unusableField(name: String)
  /// A value of a header field that the format cannot hold.
  case unusableValue(name: String, value: String)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .count(let part, let required, let found):
      "\(part) must have \(required) entries; found \(found)."
    case .emptyLine(let line, let points):
      "Every line must have a point; line \(line) has \(points): leave it out."
    case .notFinite(let part, let position):
      "\(part) must be finite; found an infinite value or none at position \(position)."
    case .unusableField(let name):
      "A header field must have a name without colon, line break or edge blanks that is not 'datatype', 'count', "
        + "'total_count', 'file' or 'END'; found '\(name)'."
    case .unusableValue(let name, let value):
      "The header field '\(name)' must hold text without line breaks or blanks at its edges; found '\(value)'."
    }
  }
}
