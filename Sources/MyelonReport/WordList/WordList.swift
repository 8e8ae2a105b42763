/// Words one after the other in a sentence.
enum WordList {
  /// Joined with commas and an "and".
  static func text(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
