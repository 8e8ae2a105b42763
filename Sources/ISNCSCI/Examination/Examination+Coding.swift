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
/// naming the field. A repeated key passes unseen here, because Foundation's decoder drops it; `ExaminationReader`
/// refuses it.
extension Examination: Codable {
  /// Reads an examination strictly.
  ///
  /// - Parameter decoder: Supplies the object described above.
  /// - Throws: `InvalidExamination` with every missing, unknown or invalid field; `DecodingError` for other shapes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    var raw = RawExamination(names: .nested)
    for key in container.allKeys where key.stringValue != "right" && key.stringValue != "left" {
      raw.set(key.stringValue, try Examination.text(container, key), isLenient: false)
    }
    for side in Side.allCases where container.contains(AnyKey("\(side)")) {
      let nested = try container.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey("\(side)"))
      for key in nested.allKeys {
        let path = "\(side).\(key.stringValue)"
        guard Modality(rawValue: key.stringValue) != nil else {
          raw.set(path, try Examination.text(nested, key), isLenient: false)
          continue
        }
        let scores = try nested.nestedContainer(keyedBy: AnyKey.self, forKey: key)
        for level in scores.allKeys {
          raw.set("\(path).\(level.stringValue)", try Examination.text(scores, level), isLenient: false)
        }
      }
    }
    self = try raw.validated(acceptsLegacy: false).examination
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

  /// A scalar as text, nil for null.
  private static func text(_ container: KeyedDecodingContainer<AnyKey>, _ key: AnyKey) throws -> String? {
    if let text = try? container.decode(String.self, forKey: key) { return text }
    if try container.decodeNil(forKey: key) { return nil }
    if let number = try? container.decode(Int.self, forKey: key) { return String(number) }
    if let number = try? container.decode(Double.self, forKey: key) { return String(number) }
    return "another type"
  }
}

extension ExaminationSide {
  static let nonKeyName = "lowestNonKeyMuscleWithMotorFunction"
}
