import MyelonQuantities
import MyelonSimulation
import MyelonTrialDesigns

extension ScenarioValue {
  /// This group with some of its keys and further ones, as a design wants to see it.
  ///
  /// - Parameters:
  ///   - keys: keys that stay.
  ///   - replacing: values put in place of those of the file, or added.
  /// - Returns: the group at the same place.
  func keeping(_ keys: [String], replacing: [String: ScenarioNode] = [:]) -> ScenarioValue {
    guard case .mapping(let entries) = node.content else { return self }
    var kept = entries.filter { keys.contains($0.key) }.map { entry in
      ScenarioNode.Entry(
        key: entry.key, line: entry.line, column: entry.column, value: replacing[entry.key] ?? entry.value)
    }
    for (key, value) in replacing.sorted(by: { $0.key < $1.key })
    where !kept.contains(where: { $0.key == key }) {
      kept.append(ScenarioNode.Entry(key: key, line: node.line, column: node.column, value: value))
    }
    return ScenarioValue(
      node: ScenarioNode(content: .mapping(kept), line: node.line, column: node.column), path: path,
      findings: findings)
  }

  /// A plain scalar at the place of this value.
  func scalarNode(_ text: String) -> ScenarioNode {
    ScenarioNode(content: .scalar(text: text, isPlain: true), line: node.line, column: node.column)
  }

  /// A time in days: a bare number of days, or a number with days, weeks, months (30.4375 days) or years (365.25 days).
  func duration() -> Double? {
    if case .scalar(let text, isPlain: _) = node.content {
      let parts = text.split(separator: " ")
      if parts.count == 2, let number = Self.number(in: parts[0]) {
        switch parts[1] {
        case "month", "months": return number * 30.4375
        case "year", "years": return number * 365.25
        case "week": return number * 7
        default: break
        }
      }
    }
    return days()
  }

  /// A duration in a range.
  func duration(_ range: ClosedRange<Double>, _ reason: String) -> Double? {
    guard let found = duration() else { return nil }
    if range.contains(found) { return found }
    add(
      .outOfRange, "out of range", found: ShownText.quoted(scalarText),
      allowed:
        "\(range.lowerBound.shortestText) to \(range.upperBound.shortestText) days (\(reason))")
    return nil
  }

  /// A share, as a fraction of one or in per cent.
  func share(_ range: ClosedRange<Double> = 0...1, suffix: String? = nil) -> Double? {
    guard case .scalar(var text, isPlain: true) = node.content, !node.isNull else {
      add(.wrongType, "a share such as 0.1 or 10 % is required", found: node.shown)
      return nil
    }
    let whole = text
    if let suffix, text.hasSuffix(suffix) { text = String(text.dropLast(suffix.count)) }
    while text.last == " " { text.removeLast() }
    let isPercent = text.last == "%"
    if isPercent { text.removeLast() }
    while text.last == " " { text.removeLast() }
    guard let number = Self.number(in: text) else {
      add(.wrongType, "a share such as 0.1 or 10 % is required", found: ShownText.quoted(whole))
      return nil
    }
    let share = isPercent ? number / 100 : number
    if range.contains(share) { return share }
    add(
      .outOfRange, "out of range", found: ShownText.quoted(whole),
      allowed:
        "\(range.lowerBound.shortestText) to \(range.upperBound.shortestText) (per cent as %)")
    return nil
  }

  /// A whole number in a range.
  func count(_ range: ClosedRange<Int>) -> Int? {
    guard let number = wholeNumber() else { return nil }
    let whole = Int(clamping: number)
    if range.contains(whole) { return whole }
    add(
      .outOfRange, "out of range", found: ShownText.quoted(scalarText),
      allowed: "\(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// The innermost part that a cell of a design error names, this group if none can be told.
  ///
  /// Cells read `overdose, cutoff` or `skeleton, dose 3`; parts that only explain are passed over.
  func place(of cell: String) -> ScenarioValue {
    var here = self
    for part in cell.split(separator: ",").map({ $0.drop { $0 == " " } }) {
      let name = DocumentNames.file(String(part))
      if let inner = here.inner(name) {
        here = inner
      } else if case .list(let items) = here.node.content,
        let number = part.split(separator: " ").last.flatMap({ Int($0) }), items.indices.contains(number - 1)
      {
        here = ScenarioValue(
          node: items[number - 1], path: "\(here.path)[\(number - 1)]", findings: findings)
      }
    }
    return here
  }

  /// The value of a key here, or in the nearest group below.
  private func inner(_ name: String) -> ScenarioValue? {
    var level = [self]
    while !level.isEmpty {
      var below: [ScenarioValue] = []
      for value in level {
        guard case .mapping(let entries) = value.node.content else { continue }
        let section = ScenarioSection(entries: entries, of: value)
        if let found = section[name] { return found }
        below += entries.map(section.value)
      }
      level = below
    }
    return nil
  }

  /// Adds the findings of a dose-finding design at their places.
  func add(_ errors: [TrialDesignError]) {
    for error in errors {
      switch error {
      case .several(let inner): add(inner)
      case .outOfRange(let cell, _, _), .notIncreasing(let cell, _, _), .unknownDose(let cell, _, _),
        .wrongLength(let cell, _, _), .unreadable(let cell, _, _), .notFollowed(let cell, _, _),
        .tooLarge(let cell, _, _), .moreEventsThanPatients(let cell, _, _, _):
        add(cell, error.description)
      }
    }
  }

  /// Adds a finding at the place of a cell, without the cell's name where the path ends with it.
  private func add(_ cell: String, _ problem: String) {
    let place = place(of: cell)
    let last = cell.split(separator: ",").last.map { DocumentNames.file(String($0.drop { $0 == " " })) } ?? ""
    let isNamed = place.path.hasSuffix(".\(last)") && problem.hasPrefix("\(cell): ")
    place.add(
      .outOfRange, DocumentNames.inFileStyle(isNamed ? String(problem.dropFirst(cell.count + 2)) : problem))
  }

  /// Adds the findings of an efficacy design at their places.
  func add(_ errors: [EfficacyError]) {
    for error in errors {
      switch error {
      case .several(let inner): add(inner)
      case .outOfRange(let cell, _, _), .notIncreasing(let cell, _, _), .wrongLength(let cell, _, _),
        .moreEventsThanPeople(let cell, _, _, _), .unknownName(let cell, _, _), .incompatible(let cell, _),
        .unreachable(let cell, _, _), .analysis(let cell, _):
        add(cell, error.description)
      }
    }
  }
}
