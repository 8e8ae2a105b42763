/// The flat keys of the published case file: one key a score, named as on the worksheet.
///
/// `c5RightMotor`, `c5RightTouch`, `s4_5LeftPrick`, ...; `analContraction`, `analSensation` ("Yes", "No", "NT");
/// `rightLowestNonKeyMuscleWithMotorFunction`, `leftLowestNonKeyMuscleWithMotorFunction` (optional).
/// Source: specs/2019.json of praxis-isncsci/algorithm.
extension Examination {
  /// Reads an examination from flat keys, strictly.
  ///
  /// - Parameter values: Score by key. Keys outside the examination are refused.
  /// - Throws: `ExaminationError` naming the first field that is missing, unknown or invalid.
  public init(flatKeys values: [String: String]) throws(ExaminationError) {
    let known = Set(Examination.flatKeys)
    for key in values.keys.sorted() where !known.contains(key) {
      throw .unknownField(key, nearest: Examination.flatKeys.first { $0.lowercased() == key.lowercased() })
    }
    func observation(_ key: String) throws(ExaminationError) -> Observation {
      guard let text = values[key], !text.isEmpty else { throw .missingField(key) }
      guard let value = Observation(rawValue: text) else {
        throw .invalidScore(field: key, found: text, permitted: "Yes, No or NT")
      }
      return value
    }
    func side(_ side: Side) throws(ExaminationError) -> ExaminationSide {
      func scores(_ modality: Modality) throws(ExaminationError) -> [Score] {
        var scores: [Score] = []
        for level in modality.levels {
          let key = Examination.flatKey(modality, level, side)
          guard let text = values[key], !text.isEmpty else { throw .missingField(key) }
          guard let score = Score(text), modality.permits(score) else {
            throw .invalidScore(field: key, found: text, permitted: modality.permitted)
          }
          scores.append(score)
        }
        return scores
      }
      var nonKey: SpinalLevel?
      let key = "\(side)LowestNonKeyMuscleWithMotorFunction"
      if let text = values[key], !text.isEmpty {
        guard let level = SpinalLevel(text), level != .intact else {
          throw .invalidScore(field: key, found: text, permitted: "a level C1 to S4_5")
        }
        nonKey = level
      }
      return ExaminationSide(
        uncheckedMotor: try scores(.motor), lightTouch: try scores(.lightTouch),
        pinPrick: try scores(.pinPrick), lowestNonKeyMuscle: nonKey)
    }
    self.init(
      right: try side(.right), left: try side(.left),
      voluntaryAnalContraction: try observation("analContraction"),
      deepAnalPressure: try observation("analSensation"))
  }

  /// The flat key of a score, for example "s4_5RightPrick".
  ///
  /// - Parameters:
  ///   - modality: Motor, light touch or pin prick.
  ///   - level: The level.
  ///   - side: The side.
  /// - Returns: The key; it exists only where the modality is examined at that level.
  public static func flatKey(_ modality: Modality, _ level: SpinalLevel, _ side: Side) -> String {
    let suffix =
      switch modality {
      case .motor: "Motor"
      case .lightTouch: "Touch"
      case .pinPrick: "Prick"
      }
    return level.key.lowercased() + side.suffix + suffix
  }

  /// All flat keys of an examination, the two optional ones last.
  public static let flatKeys: [String] = {
    var keys = ["analContraction", "analSensation"]
    for side in Side.allCases {
      for modality in Modality.allCases {
        keys += modality.levels.map { flatKey(modality, $0, side) }
      }
    }
    return keys + Side.allCases.map { "\($0)LowestNonKeyMuscleWithMotorFunction" }
  }()

  /// This examination as flat keys.
  public var flatKeyValues: [String: String] {
    var values = [
      "analContraction": voluntaryAnalContraction.rawValue, "analSensation": deepAnalPressure.rawValue,
    ]
    for side in Side.allCases {
      for modality in Modality.allCases {
        for (level, score) in zip(modality.levels, self[side][modality]) {
          values[Examination.flatKey(modality, level, side)] = score.description
        }
      }
      if let level = self[side].lowestNonKeyMuscle {
        values["\(side)LowestNonKeyMuscleWithMotorFunction"] = level.key
      }
    }
    return values
  }
}
