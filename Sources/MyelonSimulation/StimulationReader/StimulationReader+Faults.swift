import MyelonQuantities
import MyelonStimulation

extension StimulationReader {
  /// Adds the faults of a study as findings at their places in the file.
  ///
  /// - Parameters:
  ///   - faults: what is wrong with the study.
  ///   - root: the file.
  ///   - montagePlaces: position in the file's list of each montage of the study.
  func add(_ faults: [StudyFault], at root: ScenarioNode, montagePlaces: [Int]) {
    for fault in faults {
      var steps = Self.steps(fault.field)
      if steps.count > 1, case .key("montages") = steps[0], case .item(let index) = steps[1],
        montagePlaces.indices.contains(index)
      {
        steps[1] = .item(montagePlaces[index])
      }
      let place = Self.place(steps, in: root)
      findings.add(
        Self.kind(fault), line: place.line, column: place.column, path: Self.text(steps), fault.description)
    }
  }

  private enum Step {
    case key(String)
    case item(Int)
  }

  /// The steps of a path such as `montages[1].shares`.
  private static func steps(_ field: String) -> [Step] {
    field.split(separator: ".").flatMap { part -> [Step] in
      let pieces = part.split(separator: "[")
      return pieces.enumerated().map { position, piece in
        position == 0 ? .key(String(piece)) : .item(Int(piece.dropLast()) ?? 0)
      }
    }
  }

  private static func text(_ steps: [Step]) -> String {
    steps.reduce("") { text, step in
      switch step {
      case .key(let key): text.isEmpty ? key : "\(text).\(key)"
      case .item(let index): "\(text)[\(index)]"
      }
    }
  }

  /// Line and column of the deepest part of a path that the file holds.
  private static func place(_ steps: [Step], in root: ScenarioNode) -> (line: Int, column: Int) {
    var place = (line: root.line, column: root.column)
    var node = root
    for step in steps {
      switch (step, node.content) {
      case (.key(let key), .mapping(let entries)):
        guard let entry = entries.first(where: { $0.key == key }) else { return place }
        place = (entry.line, entry.column)
        node = entry.value
      case (.item(let index), .list(let items)):
        guard items.indices.contains(index) else { return place }
        node = items[index]
        place = (node.line, node.column)
      default: return place
      }
    }
    return place
  }

  private static func kind(_ fault: StudyFault) -> ScenarioFinding.Kind {
    switch fault {
    case .unknownContact, .unknownRoot, .unknownMuscle: .unknownName
    case .electrode(.unknownLevel(_, _)): .unknownName
    case .parameter(_, .unknown(_, _)): .unknownName
    case .settingOutOfRange, .resolutionTooCoarse, .conductivityNotPositive, .parameter: .outOfRange
    default: .impossible
    }
  }
}
