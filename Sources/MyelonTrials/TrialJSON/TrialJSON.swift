import Foundation
import MyelonQuantities

/// Results of trials as JSON.
public enum TrialJSON {
  /// A value as indented JSON with sorted keys; numbers that are not finite stand as texts.
  ///
  /// - Parameter value: the value.
  /// - Returns: the text, without a line end.
  /// - Throws: what the encoder throws.
  public static func text(_ value: some Encodable) throws -> String {
    let encoder = SortedJSON.encoder
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinite", negativeInfinity: "-infinite", nan: "none")
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
