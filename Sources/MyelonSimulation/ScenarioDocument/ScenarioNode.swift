/// One value of a scenario file with its place, free of the YAML library's own types.
struct ScenarioNode: Sendable {
  /// What the value is.
  enum Content: Sendable {
    /// A word, a number or a text; `isPlain` when written without quotes.
    case scalar(text: String, isPlain: Bool)
    /// A list.
    case list([ScenarioNode])
    /// Keys with values, in the order of the file, without repetitions.
    case mapping([Entry])
  }

  /// One key with its value.
  struct Entry: Sendable {
    /// The key.
    let key: String
    /// Line of the key, from 1.
    let line: Int
    /// Column of the key, from 1.
    let column: Int
    /// The value.
    let value: ScenarioNode
  }

  /// What the value is.
  let content: Content
  /// Line of its first character, from 1.
  let line: Int
  /// Column of its first character, from 1.
  let column: Int

  /// True when the value is left empty or is written as a YAML null.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// True for nothing and for an empty list.
  var isEmpty: Bool {
    if case .list(let items) = content { return items.isEmpty }
    return isNull
  }

  /// What the value is, for messages.
  var shown: String {
    switch content {
    case .scalar(let text, _): isNull ? "nothing" : ShownText.quoted(text)
    case .list(let items): "a list of \(items.count)"
    case .mapping(let entries):
      "a group of keys (\(ShownText.plain(entries.map(\.key).joined(separator: ", "))))"
    }
  }
}
