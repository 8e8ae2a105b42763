/// Comma-separated values as RFC 4180 has them, with LF for the ends of lines.
public enum CSVText {
  /// A field, in quotation marks where it must be.
  ///
  /// Looks at bytes: as characters, a line feed after a carriage return and a comma under an accent are neither line
  /// feed nor comma, and a reader of CSV would see both.
  ///
  /// - Parameter text: what the field says.
  /// - Returns: the field.
  public static func field(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var field: [UInt8] = [quote]
    for byte in text.utf8 {
      if byte == quote { field.append(quote) }
      field.append(byte)
    }
    field.append(quote)
    return String(decoding: field, as: UTF8.self)
  }

  /// A line of fields, with its end.
  public static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\n"
  }

  /// Lines of fields one below the other.
  public static func table(_ rows: [[String]]) -> String { rows.map(line).joined() }

  private static let quote = UInt8(ascii: "\"")

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
