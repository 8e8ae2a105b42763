/// A JSON key of any name, so that unknown keys can be seen and refused.
struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

/// JSON form of an examination (keys are stable):
///
/// ```json
/// {"right": {"motor": {"C5": "5", "S1": "NT"}, "lightTouch": {"C2": "2", "S4_5": "0*"}, "pinPrick": {},
///            "lowestNonKeyMuscleWithMotorFunction": "L4"},
///  "left": {}, "voluntaryAnalContraction": "No", "deepAnalPressure": "Yes"}
/// ```
///
/// (shortened: all ten key muscles and 28 dermatomes are required). Scores are strings as on the worksheet; whole
/// numbers are read too. `lowestNonKeyMuscleWithMotorFunction` may be absent or null. Anything else is an error
/// naming the field.
extension Examination: Codable {
  /// Reads an examination strictly.
  ///
  /// - Parameter decoder: Supplies the object described above.
  /// - Throws: `ExaminationError` for a missing, unknown or invalid field; `DecodingError` for other shapes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    try refuseUnknown(
      container.allKeys, known: ["right", "left", "voluntaryAnalContraction", "deepAnalPressure"], path: "")
    func observation(_ name: String) throws -> Observation {
      guard container.contains(AnyKey(name)) else { throw ExaminationError.missingField(name) }
      let text = (try? container.decode(String.self, forKey: AnyKey(name))) ?? ""
      guard let value = Observation(rawValue: text) else {
        throw ExaminationError.invalidScore(field: name, found: text, permitted: "Yes, No or NT")
      }
      return value
    }
    func side(_ side: Side) throws -> ExaminationSide {
      guard container.contains(AnyKey(side.description)) else {
        throw ExaminationError.missingField(side.description)
      }
      return try ExaminationSide(
        from: container.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(side.description)),
        path: side.description)
    }
    self.init(
      right: try side(.right), left: try side(.left),
      voluntaryAnalContraction: try observation("voluntaryAnalContraction"),
      deepAnalPressure: try observation("deepAnalPressure"))
  }

  /// Writes the object described above.
  ///
  /// - Parameter encoder: Receives the object.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnyKey.self)
    for side in Side.allCases {
      var nested = container.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(side.description))
      for modality in Modality.allCases {
        var scores = nested.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(modality.rawValue))
        for (level, score) in zip(modality.levels, self[side][modality]) {
          try scores.encode(score.description, forKey: AnyKey(level.key))
        }
      }
      try nested.encodeIfPresent(self[side].lowestNonKeyMuscle, forKey: AnyKey(ExaminationSide.nonKeyName))
    }
    try container.encode(voluntaryAnalContraction, forKey: AnyKey("voluntaryAnalContraction"))
    try container.encode(deepAnalPressure, forKey: AnyKey("deepAnalPressure"))
  }
}

extension ExaminationSide {
  static let nonKeyName = "lowestNonKeyMuscleWithMotorFunction"

  init(from container: KeyedDecodingContainer<AnyKey>, path: String) throws {
    try refuseUnknown(
      container.allKeys, known: ["motor", "lightTouch", "pinPrick", ExaminationSide.nonKeyName],
      path: path + ".")
    func scores(_ modality: Modality) throws -> [Score] {
      let name = "\(path).\(modality.rawValue)"
      guard container.contains(AnyKey(modality.rawValue)) else { throw ExaminationError.missingField(name) }
      let nested = try container.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(modality.rawValue))
      try refuseUnknown(nested.allKeys, known: modality.levels.map(\.key), path: name + ".")
      return try modality.levels.map { level in
        let field = "\(name).\(level.key)"
        guard nested.contains(AnyKey(level.key)) else { throw ExaminationError.missingField(field) }
        return try Score(from: nested, key: AnyKey(level.key), modality: modality, field: field)
      }
    }
    var nonKey: SpinalLevel?
    if let text = try container.decodeIfPresent(String.self, forKey: AnyKey(ExaminationSide.nonKeyName)) {
      guard let level = SpinalLevel(text), level != .intact else {
        throw ExaminationError.invalidScore(
          field: "\(path).\(ExaminationSide.nonKeyName)", found: text, permitted: "a level C1 to S4_5")
      }
      nonKey = level
    }
    try self.init(
      motor: try scores(.motor), lightTouch: try scores(.lightTouch), pinPrick: try scores(.pinPrick),
      lowestNonKeyMuscle: nonKey)
  }
}

extension Score {
  fileprivate init(
    from container: KeyedDecodingContainer<AnyKey>, key: AnyKey, modality: Modality, field: String
  ) throws {
    let text: String
    if let number = try? container.decode(Int.self, forKey: key) {
      text = String(number)
    } else if let string = try? container.decode(String.self, forKey: key) {
      text = string
    } else if let number = try? container.decode(Double.self, forKey: key) {
      text = String(number)
    } else {
      text = "another type"
    }
    guard let score = Score(text), modality.permits(score) else {
      throw ExaminationError.invalidScore(field: field, found: text, permitted: modality.permitted)
    }
    self = score
  }
}

private func refuseUnknown(_ keys: [AnyKey], known: [String], path: String) throws(ExaminationError) {
  for key in keys where !known.contains(key.stringValue) {
    let nearest = known.first { $0.lowercased() == key.stringValue.lowercased() }
    throw .unknownField(path + key.stringValue, nearest: nearest.map { path + $0 })
  }
}
