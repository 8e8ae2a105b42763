/// Words for one examination and its classification; the rules themselves live in the classifier.
struct Narrator {
  let examination: Examination
  let classification: Classification

  /// "is C6" for one value, "can be C5 or C6" for several.
  func verdict<Value>(_ values: PossibleValues<Value>) -> String {
    let labels = values.values.map { values.isConditional($0) ? "\($0)*" : "\($0)" }
    return labels.count == 1 ? "is \(labels[0])" : "can be \(Narrator.list(labels, "or"))"
  }

  /// "A", "A or B", "A, B or C".
  static func list(_ items: [String], _ word: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }

  /// "C6 (light touch 1, pin prick NT)".
  func dermatome(_ side: Side, _ level: SpinalLevel) -> String {
    let touch = examination[side][.lightTouch, level]?.description ?? "-"
    let prick = examination[side][.pinPrick, level]?.description ?? "-"
    return "\(level) (light touch \(touch), pin prick \(prick))"
  }

  /// The grade of a key muscle as written.
  func grade(_ side: Side, _ level: SpinalLevel) -> String {
    examination[side][.motor, level]?.description ?? "-"
  }

  func isNormal(_ side: Side, _ level: SpinalLevel) -> Bool {
    [Modality.lightTouch, .pinPrick].allSatisfy {
      examination[side][$0, level]?.possibleSensoryGrades == 0b100
    }
  }

  func mayBeAbnormal(_ side: Side, _ level: SpinalLevel) -> Bool {
    [Modality.lightTouch, .pinPrick].contains {
      (examination[side][$0, level]?.possibleSensoryGrades ?? 0) & 0b011 != 0
    }
  }

  /// The dermatomes of a range that are or may be other than normal, with their scores.
  func abnormal(_ side: Side, _ range: ClosedRange<UInt8>) -> [String] {
    range.compactMap { SpinalLevel(rawValue: $0) }.filter { mayBeAbnormal(side, $0) }
      .map { dermatome(side, $0) }
  }

  /// A closing sentence naming the scores that were considered normal, or "".
  func consideredNormal(_ side: Side, _ modalities: [Modality], through level: SpinalLevel?) -> String {
    let limit = level?.rawValue ?? 28
    var items: [String] = []
    for modality in modalities {
      for item in modality.levels where item.rawValue <= limit {
        guard let score = examination[side][modality, item], score.mark == .consideredNormal else { continue }
        items.append("\(modality.name) \(item) \(score)")
      }
    }
    return items.isEmpty ? "" : " Considered normal: \(items.joined(separator: ", "))."
  }

  /// From this many values on, a reason names the open items instead of a condition for each value.
  static let longList = 6

  /// "It depends on light touch right C4 NT, motor right C6 0*": the scores that leave the answer open.
  func openItems(_ sides: [Side], _ modalities: [Modality]) -> String {
    var items: [String] = []
    for side in sides {
      for modality in modalities {
        for (level, score) in zip(modality.levels, examination[side][modality]) {
          let grades = modality == .motor ? score.possibleMotorGrades : score.possibleSensoryGrades
          if grades.nonzeroBitCount > 1 { items.append("\(modality.name) \(side) \(level) \(score)") }
        }
      }
    }
    let shown = items.prefix(12).joined(separator: ", ")
    return "it depends on \(shown)\(items.count > 12 ? " and \(items.count - 12) more" : "")"
  }
}
