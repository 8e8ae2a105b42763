import MyelonQuantities

/// How names are compared: fields, words and units in one way.
enum CriterionNames {
  /// The words of the language itself, which no field, word or unit may be called.
  static let keywords: Set<String> = ["and", "or", "not", "in", "between", "is", "known", "unknown"]

  /// The longest name for which a near one is looked for, and the longest excerpt printed.
  static let longest = 64

  /// A name as it is compared: small letters, hyphens for underscores.
  static func folded(_ name: String) -> String {
    name.lowercased().replacing("_", with: "-")
  }

  /// The name that was probably meant.
  ///
  /// Names of one or two letters are all near each other: for them nothing is guessed.
  static func nearest(to name: String, in names: [String]) -> String? {
    guard (3...longest).contains(name.utf8.count) else { return nil }
    return NearestName.of(folded(name), in: names)
  }

  /// A text short enough to stand in a message, without line breaks and other controls.
  static func excerpt(_ text: String) -> String {
    let plain = text.prefix(longest + 1).map { isControl($0) ? " " : $0 }
    return plain.count <= longest ? String(plain) : String(plain.prefix(longest - 1)) + "…"
  }

  /// Whether printing the character would move the cursor.
  static func isControl(_ character: Character) -> Bool {
    character.isNewline || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  /// `a, b or c`, with at most `limit` names and then the number of those left out.
  static func alternatives(_ names: [String], limit: Int = 12) -> String {
    guard let last = names.last else { return "nothing" }
    guard names.count > 1 else { return last }
    guard names.count <= limit else {
      return names.prefix(limit).joined(separator: ", ") + " or one of \(names.count - limit) more"
    }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
