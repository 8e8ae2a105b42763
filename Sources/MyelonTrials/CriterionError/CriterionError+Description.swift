extension CriterionError: CustomStringConvertible {
  /// One line: the column, what is required, what was found and what was probably meant.
  public var sentence: String {
    "Column \(column): \(required) is required; found \(found)"
      + (nearest.map { ": did you mean '\($0)'?" } ?? ".")
  }

  /// The text around the fault in one line, and a second line with a caret under the fault.
  ///
  /// Line breaks and tabulators of the text become blanks. The caret stands right where every character is one
  /// column wide.
  public var excerpt: String {
    // A text that was refused for its length may be very long.
    let characters = text.prefix(column + 96).map { CriterionNames.isControl($0) ? " " : $0 }
    let place = min(column - 1, characters.count)
    let first = max(0, place - 48)
    let last = min(characters.count, first + 96)
    let before = first > 0 ? "…" : ""
    let after = last < characters.count ? "…" : ""
    let blanks = String(repeating: " ", count: before.count + place - first)
    return before + String(characters[first..<last]) + after + "\n" + blanks + "^"
  }

  /// The sentence, and below it the text with a caret under the fault.
  public var description: String {
    let lines = excerpt.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    return sentence + "\n" + lines.joined(separator: "\n")
  }
}
