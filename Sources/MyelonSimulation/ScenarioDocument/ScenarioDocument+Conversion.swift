import Yams

extension ScenarioDocument {
  /// The value with everything below it, or nil when the file is too large or too deep to be a scenario.
  mutating func converted(_ node: Node, path: String, depth: Int) -> ScenarioNode? {
    values += 1
    let line = line(of: node.mark)
    let column = node.mark?.column ?? 1
    if values > Self.mostValues || depth > Self.deepest {
      // One finding is enough: the count stays above the limit and stops every other branch.
      if values < .max / 2 {
        let limit = "\(Self.mostValues) values, nested \(Self.deepest) deep"
        findings.add(.syntax, line: line, column: column, "this is too large for a scenario", allowed: limit)
      }
      values = .max / 2
      return nil
    }
    switch node {
    case .scalar(let scalar):
      check(tag: scalar.tag.description, isScalar: true, path: path, line: line, column: column)
      let isPlain = scalar.style == .plain || scalar.style == .any
      return ScenarioNode(
        content: .scalar(text: scalar.string, isPlain: isPlain), line: line, column: column)
    case .sequence(let sequence):
      check(tag: sequence.tag.description, isScalar: false, path: path, line: line, column: column)
      var items: [ScenarioNode] = []
      for (index, item) in sequence.enumerated() {
        guard let item = converted(item, path: "\(path)[\(index)]", depth: depth + 1) else { return nil }
        items.append(item)
      }
      return ScenarioNode(content: .list(items), line: line, column: column)
    case .mapping(let mapping):
      check(tag: mapping.tag.description, isScalar: false, path: path, line: line, column: column)
      guard let entries = entries(of: mapping, path: path, depth: depth) else { return nil }
      return ScenarioNode(content: .mapping(entries), line: line, column: column)
    case .alias:
      findings.add(.syntax, line: line, column: column, "an alias stands for nothing")
      return nil
    }
  }

  private mutating func entries(of mapping: Node.Mapping, path: String, depth: Int) -> [ScenarioNode.Entry]? {
    var entries: [ScenarioNode.Entry] = []
    var lineOfKey: [String: Int] = [:]
    for (key, value) in mapping {
      let line = line(of: key.mark)
      let column = key.mark?.column ?? 1
      guard case .scalar(let scalar) = key else {
        findings.add(.syntax, line: line, column: column, path: path, "a key must be a word")
        continue
      }
      var text = scalar.string
      while text.unicodeScalars.first == Self.marker { text.unicodeScalars.removeFirst() }
      let place = path.isEmpty ? ShownText.plain(text) : "\(path).\(ShownText.plain(text))"
      guard let value = converted(value, path: place, depth: depth + 1) else { return nil }
      if let first = lineOfKey[text] {
        findings.add(
          .duplicateKey, line: line, column: column, path: place,
          "the key is given more than once (first on line \(first))", found: ShownText.quoted(text))
        continue
      }
      lineOfKey[text] = line
      entries.append(ScenarioNode.Entry(key: text, line: line, column: column, value: value))
    }
    return entries
  }

  private func check(tag: String, isScalar: Bool, path: String, line: Int, column: Int) {
    let core = "tag:yaml.org,2002:"
    let plain = isScalar ? ["", "!", core + "str"] : ["", "!", core + "seq", core + "map"]
    guard !plain.contains(tag) else { return }
    findings.add(
      .syntax, line: line, column: column, path: path, "YAML tags are not read; remove it",
      found: ShownText.quoted(tag))
  }
}
