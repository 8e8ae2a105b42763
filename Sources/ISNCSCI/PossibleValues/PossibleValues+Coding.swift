extension PossibleValues: Codable {
  /// Reads an array of labels, each with a star where conditional.
  ///
  /// - Parameter decoder: Supplies an array of strings such as ["C5", "C6*"].
  /// - Throws: `DecodingError.dataCorrupted` when a label is unknown.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let known = (UInt8(0)..<32).compactMap { Value(index: $0) }
    var found: [Value] = []
    var conditional: [Value] = []
    for label in try container.decode([String].self) {
      let bare = label.hasSuffix("*") ? String(label.dropLast()) : label
      guard let value = known.first(where: { $0.description == bare }) else {
        throw DecodingError.dataCorruptedError(
          in: container,
          debugDescription: "One of \(known.map(\.description).joined(separator: ", ")) is required; "
            + "found '\(label)'.")
      }
      found.append(value)
      if bare != label { conditional.append(value) }
    }
    self.init(found, conditional: conditional)
  }

  /// Writes an array of labels, each with a star where conditional.
  ///
  /// - Parameter encoder: Receives an array of strings.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values.map { isConditional($0) ? "\($0)*" : "\($0)" })
  }
}
