import MyelonQuantities

extension SensitivityOutcome {
  /// What is looked at when nothing is said, as far as a study has it: continuous measures of movement first.
  private static let standard = [
    "motor_drive", "motor_score_without_error", "locomotor_drive", "bbb",
  ]

  /// The usual outcomes of a study: drive and score of movement at the last examination, of every arm.
  ///
  /// - Parameter outcomes: the study's outcomes.
  /// - Returns: at least one of them.
  /// - Throws: `SensitivityError.wrongOutcome` when a study has no outcome.
  public static func usual(of outcomes: [StudyOutcome]) throws(SensitivityError) -> [SensitivityOutcome] {
    let names = standard.filter { name in outcomes.contains { $0.name == name } }
    guard let first = outcomes.first else { throw .wrongOutcome(text: "") }
    return try list(names.isEmpty ? [first.name] : names, of: outcomes)
  }

  /// Finds outcomes by name, day and arm.
  ///
  /// `name` is the last examination of every arm, `name@day` an examination of every arm, `arm:name@day` one arm,
  /// `arm-other:name@day` the difference of two.
  ///
  /// - Parameters:
  ///   - texts: what was asked for.
  ///   - outcomes: the study's outcomes.
  /// - Returns: outcomes in the order asked for, none twice.
  /// - Throws: `SensitivityError` that names what is not there and what was probably meant.
  public static func list(
    _ texts: [String], of outcomes: [StudyOutcome]
  ) throws(SensitivityError) -> [SensitivityOutcome] {
    var found: [SensitivityOutcome] = []
    for text in texts {
      for outcome in try read(text, outcomes) where !found.contains(outcome) { found.append(outcome) }
    }
    return found
  }

  private static func read(_ text: String, _ outcomes: [StudyOutcome]) throws(SensitivityError)
    -> [SensitivityOutcome]
  {
    // Names of arms may hold any letter, names of outcomes neither a colon nor an @.
    let colon = text.lastIndex(of: ":")
    let measure = colon.map { text[text.index(after: $0)...] } ?? text[...]
    let parts = measure.split(separator: "@", omittingEmptySubsequences: false).map(trimmed)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.count < 2 || !parts[1].isEmpty else {
      throw .wrongOutcome(text: text)
    }
    let name = parts[0]
    guard outcomes.contains(where: { $0.name == name }) else {
      let names = outcomes.map(\.name)
      throw .unknownOutcome(text: text, name: name, nearest: NearestName.of(name, in: names))
    }
    let arms = unique(outcomes.map(\.arm))
    let chosen: [(arm: String, against: String?)] =
      if let colon {
        [try pair(trimmed(text[..<colon]), arms, text)]
      } else {
        arms.filter { arm in outcomes.contains { $0.arm == arm && $0.name == name } }.map { ($0, nil) }
      }
    var result: [SensitivityOutcome] = []
    for (arm, against) in chosen {
      let day = try day(parts.count > 1 ? parts[1] : nil, outcomes, text)
      var places: [Int] = []
      for one in [arm] + (against.map { [$0] } ?? []) {
        guard let place = outcomes.firstIndex(where: { $0.arm == one && $0.name == name && $0.day == day })
        else {
          // Some outcomes belong to treated arms alone.
          let others = unique(outcomes.filter { $0.name == name }.map(\.arm))
          throw .unknownArm(text: text, name: one, known: others, nearest: nil)
        }
        places.append(place)
      }
      result.append(
        SensitivityOutcome(
          outcomes[places[0]], arm: arm, against: against, hasOtherArms: arms.count > 1, places: places))
    }
    return result
  }

  /// One arm, or two joined by a hyphen; an arm's own name goes first where it holds a hyphen.
  private static func pair(
    _ words: String, _ arms: [String], _ text: String
  ) throws(SensitivityError) -> (arm: String, against: String?) {
    if arms.contains(words) { return (words, nil) }
    var pairs: [(arm: String, against: String)] = []
    for index in words.indices where words[index] == "-" {
      let (first, second) = (trimmed(words[..<index]), trimmed(words[words.index(after: index)...]))
      if first != second, arms.contains(first), arms.contains(second) { pairs.append((first, second)) }
    }
    guard pairs.count < 2 else {
      throw .ambiguousArms(text: text, pairs: pairs.map { "'\($0.arm)' less '\($0.against)'" })
    }
    guard let only = pairs.first else {
      let half = words.split(separator: "-", maxSplits: 1).map(trimmed).first { !arms.contains($0) }
      let name = half ?? words
      throw .unknownArm(text: text, name: name, known: arms, nearest: NearestName.of(name, in: arms))
    }
    return only
  }

  private static func day(
    _ word: String?, _ outcomes: [StudyOutcome], _ text: String
  ) throws(SensitivityError) -> Double {
    let days = unique(outcomes.map(\.day))
    guard let word else { return days.max() ?? 0 }
    guard let day = Double(word), days.contains(day) else {
      throw .unknownDay(text: text, day: word, days: days.sorted())
    }
    return day
  }

  private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
