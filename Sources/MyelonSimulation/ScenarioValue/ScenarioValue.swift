/// One value of the file at its key path, read strictly: every method either returns what was asked for or
/// adds a finding and returns nil.
package struct ScenarioValue {
  /// The value and its place.
  package let node: ScenarioNode
  /// Its key path, such as `arms[1].injury.height`.
  package let path: String
  /// Takes what is wrong.
  package let findings: FindingList

  /// Wraps a value at its place.
  package init(node: ScenarioNode, path: String, findings: FindingList) {
    self.node = node
    self.path = path
    self.findings = findings
  }

  /// Adds a finding at this value.
  package func add(
    _ kind: ScenarioFinding.Kind, _ problem: String, found: String? = nil, allowed: String? = nil,
    nearest: String? = nil
  ) {
    findings.add(
      kind, line: node.line, column: node.column, path: path, problem, found: found, allowed: allowed,
      nearest: nearest)
  }

  /// The text of a word or number and whether it was written without quotes.
  package func scalar(_ required: String) -> (text: String, isPlain: Bool)? {
    guard case .scalar(let text, let isPlain) = node.content, !node.isNull else {
      add(.wrongType, "\(required) is required", found: node.shown)
      return nil
    }
    return (text, isPlain)
  }

  /// The items of a list; nothing counts as an empty list.
  package func list(_ required: String) -> [ScenarioValue]? {
    if node.isNull { return [] }
    guard case .list(let items) = node.content else {
      add(.wrongType, "\(required) is required", found: node.shown)
      return nil
    }
    return items.enumerated().map { index, item in
      ScenarioValue(node: item, path: "\(path)[\(index)]", findings: findings)
    }
  }

  /// The keys below this value, each of which must be one of the allowed ones.
  package func section(allowed: [String], hints: [String: String] = [:]) -> ScenarioSection? {
    guard case .mapping(let entries) = node.content else {
      add(
        .wrongType, "a group of keys is required", found: node.shown,
        allowed: allowed.joined(separator: ", "))
      return nil
    }
    let section = ScenarioSection(entries: entries, of: self)
    section.checkKeys(allowed: allowed, hints: hints)
    return section
  }

  /// The keys below this value, whatever they are called; nothing counts as no keys.
  package func openSection(_ required: String) -> ScenarioSection? {
    if node.isNull { return ScenarioSection(entries: [], of: self) }
    guard case .mapping(let entries) = node.content else {
      add(.wrongType, "\(required) is required", found: node.shown)
      return nil
    }
    return ScenarioSection(entries: entries, of: self)
  }
}
