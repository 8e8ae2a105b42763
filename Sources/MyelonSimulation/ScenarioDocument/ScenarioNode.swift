/// One value of a scenario file with its place, free of the YAML library's own types.
package struct ScenarioNode: Sendable {
  /// What the value is.
  package enum Content: Sendable {
    /// A word, a number or a text; `isPlain` when written without quotes.
    case scalar(text: String, isPlain: Bool)
    /// A list.
    case list([ScenarioNode])
    /// Keys with values, in the order of the file, without repetitions.
    case mapping([Entry])
  }

  /// One key with its value.
  package struct Entry: Sendable {
    /// The key.
    package let key: String
    /// Line of the key, from 1.
    package let line: Int
    /// Column of the key, from 1.
    package let column: Int
    /// The value.
    package let value: ScenarioNode

    /// Makes an entry, for readers that rearrange a group before it is decoded.
    package init(key: String, line: Int, column: Int, value: ScenarioNode) {
      self.key = key
      self.line = line
      self.column = column
      self.value = value
    }
  }

  /// What the value is.
  package let content: Content
  /// Line of its first character, from 1.
  package let line: Int
  /// Column of its first character, from 1.
  package let column: Int

  /// Makes a value at a place, for readers that rearrange a group before it is decoded.
  package init(content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// True when the value is left empty or is written as a YAML null.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// True for nothing and for an empty list.
  package var isEmpty: Bool {
    if case .list(let items) = content { return items.isEmpty }
    return isNull
  }

  /// What the value is, for messages.
  package var shown: String {
    switch content {
    case .scalar(let text, _): isNull ? "nothing" : ShownText.quoted(text)
    case .list(let items): "a list of \(items.count)"
    case .mapping(let entries):
      "a group of keys (\(ShownText.plain(entries.map(\.key).joined(separator: ", "))))"
    }
  }
}
