import MyelonQuantities

/// The keys of one group of the file, each with its value.
package struct ScenarioSection {
  /// The keys in the order of the file.
  package let entries: [ScenarioNode.Entry]
  /// The group as a value, for its place and path.
  package let owner: ScenarioValue

  /// Wraps the keys of a group.
  package init(entries: [ScenarioNode.Entry], of owner: ScenarioValue) {
    self.entries = entries
    self.owner = owner
  }

  /// The value of a key, or nil when the key is not given.
  package subscript(key: String) -> ScenarioValue? {
    entries.first { $0.key == key }.map(value)
  }

  /// The value of a key; a finding at the group when the key is not given.
  package func required(_ key: String, _ what: String? = nil) -> ScenarioValue? {
    if let value = self[key] { return value }
    owner.findings.add(
      .missingKey, line: owner.node.line, column: owner.node.column, path: path(of: key),
      "this key must be given\(what.map { ": \($0)" } ?? "")")
    return nil
  }

  /// True when the key is given, with or without a value.
  package func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The value of an entry with its path.
  package func value(of entry: ScenarioNode.Entry) -> ScenarioValue {
    ScenarioValue(node: entry.value, path: path(of: entry.key), findings: owner.findings)
  }

  /// The path of a key of this group.
  package func path(of key: String) -> String {
    let shown = ShownText.plain(key)
    return owner.path.isEmpty ? shown : "\(owner.path).\(shown)"
  }

  /// Adds a finding at a key rather than at its value.
  package func add(
    _ kind: ScenarioFinding.Kind, at entry: ScenarioNode.Entry, _ problem: String, found: String? = nil,
    allowed: String? = nil, nearest: String? = nil
  ) {
    owner.findings.add(
      kind, line: entry.line, column: entry.column, path: path(of: entry.key), problem, found: found,
      allowed: allowed, nearest: nearest)
  }

  /// Adds a finding for every key that is not allowed here.
  ///
  /// - Parameters:
  ///   - allowed: the keys that may be given.
  ///   - hints: what to say about keys that people are likely to try.
  package func checkKeys(allowed: [String], hints: [String: String]) {
    for entry in entries where !allowed.contains(entry.key) {
      let hint = hints[entry.key].map { " (\($0))" } ?? ""
      let problem =
        entry.key == "<<" ? "merge keys are not read; write the keys out" : "this key is not known\(hint)"
      add(
        .unknownKey, at: entry, problem, found: ShownText.quoted(entry.key),
        allowed: allowed.joined(separator: ", "),
        nearest: SuggestedName.of(entry.key, in: allowed))
    }
  }
}
