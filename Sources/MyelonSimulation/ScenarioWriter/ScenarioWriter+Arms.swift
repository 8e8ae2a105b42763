import MyelonQuantities

extension ScenarioWriter {
  /// Writes `arms`, also when there is only the untreated one, so that the file shows what is run.
  mutating func write(arms: [Scenario.Arm]) {
    open(0, "arms")
    // Arms that lack a component are made again from the arm that they belong to.
    for arm in arms where arm.componentOf == nil {
      line(1, "name", Self.quoted(arm.name), isItem: true)
      if !arm.description.isEmpty { line(2, "description", Self.quoted(arm.description)) }
      if let injury = arm.injury { write(injury: injury, indentation: 2) }
      write(arm.therapies)
      if arm.leavesOneOut { line(2, "leave-one-out", "yes") }
      guard !arm.published.isEmpty else { continue }
      open(2, "published")
      for result in arm.published { write(result) }
    }
  }

  private mutating func write(_ result: Scenario.PublishedResult) {
    line(3, "measure", Self.quoted(result.measure), isItem: true)
    let first = result.firstDay.shortestText
    let last = result.lastDay.shortestText
    line(4, "day", first == last ? first : "[\(first), \(last)]")
    line(4, "mean", result.mean.shortestText)
    if let spread = result.spread {
      line(4, "spread", spread.shortestText)
      line(4, "spread-is", result.spreadKind.rawValue)
    }
    line(4, "unit", Self.quoted(result.unit))
    line(4, "source", Self.quoted(result.source))
    line(4, "provenance", result.provenance.rawValue)
    if !result.note.isEmpty { line(4, "note", Self.quoted(result.note)) }
  }

  /// A text in double quotes, with escapes for what cannot stand between them.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if ShownText.isPrintable(scalar) {
          quoted.unicodeScalars.append(scalar)
        } else {
          let code = String(scalar.value, radix: 16)
          quoted += "\\U" + String(repeating: "0", count: 8 - code.count) + code
        }
      }
    }
    return quoted + "\""
  }
}
