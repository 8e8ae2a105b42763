import Foundation

/// Results as JSON for people and programs: indented, with sorted keys, so that equal values give equal texts.
public enum SortedJSON {
  /// The bytes of a value, without a line end.
  ///
  /// - Parameter value: the value; its numbers must be finite.
  /// - Returns: UTF-8.
  /// - Throws: what the encoder throws, such as for a number that is not finite.
  public static func data(_ value: some Encodable) throws -> Data { try encoder.encode(value) }

  /// The text of a value, without a line end.
  ///
  /// - Parameter value: the value; its numbers must be finite.
  /// - Returns: the text.
  /// - Throws: what the encoder throws, such as for a number that is not finite.
  public static func text(_ value: some Encodable) throws -> String {
    String(decoding: try data(value), as: UTF8.self)
  }

  /// An encoder of that form, to be told more of.
  public static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
