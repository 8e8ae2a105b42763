/// The names that one input format gives to the fields of an examination.
struct FieldNames: Sendable {
  /// Name by field number.
  let names: [String]
  /// Field number by name.
  let numbers: [String: Int]
  /// Names that may stand beside the scores and are not read.
  let annotations: Set<String>

  init(annotations: Set<String>, name: (ExaminationField) -> String) {
    names = ExaminationField.allFields.map(name)
    numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    self.annotations = annotations
  }

  /// "right.motor.C5", "voluntaryAnalContraction", "left.lowestNonKeyMuscleWithMotorFunction".
  static let nested = FieldNames(annotations: ["id", "name", "note"]) { field in
    switch field {
    case .score(let side, let modality, let level): "\(side).\(modality.rawValue).\(level.key)"
    case .voluntaryAnalContraction: "voluntaryAnalContraction"
    case .deepAnalPressure: "deepAnalPressure"
    case .lowestNonKeyMuscle(let side): "\(side).\(ExaminationSide.nonKeyName)"
    }
  }

  /// Field number by level for each list of scores in the nested form: "right.motor", "left.pinPrick".
  static let nestedGroups: [String: [String: Int]] = {
    var groups: [String: [String: Int]] = [:]
    for (number, field) in ExaminationField.allFields.enumerated() {
      guard case .score(let side, let modality, let level) = field else { continue }
      groups["\(side).\(modality.rawValue)", default: [:]][level.key] = number
    }
    return groups
  }()

  /// "c5RightMotor", "analContraction", "leftLowestNonKeyMuscleWithMotorFunction": the published case file
  /// (specs/2019.json of praxis-isncsci/algorithm), and our CSV columns.
  static let flat = FieldNames(annotations: ["id", "name", "note", "group", "check", "totals"]) { field in
    switch field {
    case .score(let side, let modality, let level): Examination.flatKey(modality, level, side)
    case .voluntaryAnalContraction: "analContraction"
    case .deepAnalPressure: "analSensation"
    case .lowestNonKeyMuscle(let side): "\(side)LowestNonKeyMuscleWithMotorFunction"
    }
  }

  /// "right_motor_c5_value", "deep_anal_pressure", ...: the public REDCap instrument "ISNCSCI exam" of 2023
  /// (github.com/fom-ds-redcap/isncsci, `saveToRedcap.php`).
  static let redcap = FieldNames(annotations: []) { field in
    switch field {
    case .score(let side, let modality, let level):
      "\(side)_\(redcapModality(modality))_\(level.key.lowercased())_value"
    case .voluntaryAnalContraction: "voluntary_anal_contraction"
    case .deepAnalPressure: "deep_anal_pressure"
    case .lowestNonKeyMuscle(let side): "lowest_non_key_muscle_with_motor_function_\(side)"
    }
  }

  private static func redcapModality(_ modality: Modality) -> String {
    switch modality {
    case .motor: "motor"
    case .lightTouch: "light_touch"
    case .pinPrick: "pinprick"
    }
  }

  /// The known name that a mistyped one probably means.
  func nearest(to name: String) -> String? {
    let lower = name.lowercased()
    if let same = names.first(where: { $0.lowercased() == lower }) { return same }
    guard lower.utf8.count < 64 else { return nil }
    let target = Array(lower.utf8)
    var best: (name: String, distance: Int)?
    for candidate in names {
      let distance = FieldNames.distance(target, Array(candidate.lowercased().utf8))
      if distance <= 2, distance < best?.distance ?? 3 { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Edit distance (insertions, deletions, replacements).
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    if abs(first.count - second.count) > 2 { return 3 }
    var row = Array(0...second.count)
    for (i, a) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in second.enumerated() {
        let above = row[j + 1]
        row[j + 1] = a == b ? diagonal : min(diagonal, above, row[j]) + 1
        diagonal = above
      }
    }
    return row[second.count]
  }
}
