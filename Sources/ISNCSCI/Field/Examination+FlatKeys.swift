/// The flat keys of the published case file: one key a score, named as on the worksheet.
///
/// `c5RightMotor`, `c5RightTouch`, `s4_5LeftPrick`, ...; `analContraction`, `analSensation` ("Yes", "No", "NT");
/// `rightLowestNonKeyMuscleWithMotorFunction`, `leftLowestNonKeyMuscleWithMotorFunction` (optional).
/// Source: specs/2019.json of praxis-isncsci/algorithm.
extension Examination {
  /// Reads an examination from flat keys, strictly.
  ///
  /// - Parameter values: Score by key. Keys outside the examination are refused.
  /// - Throws: `InvalidExamination` naming every field that is missing, unknown or invalid.
  public init(flatKeys values: [String: String]) throws(InvalidExamination) {
    var raw = RawExamination(names: .flat)
    for (key, value) in values.sorted(by: { $0.key < $1.key }) { raw.set(key, value, isLenient: false) }
    self = try raw.validated(acceptsLegacy: false).examination
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

  /// All 136 flat keys of an examination, the two optional ones last.
  public static var flatKeys: [String] { FieldNames.flat.names }

  /// The entry of a field as text, or nil for an absent non-key muscle.
  ///
  /// - Parameter field: Which field.
  public subscript(field: ExaminationField) -> String? {
    switch field {
    case .score(let side, let modality, let level): self[side][modality, level]?.description
    case .voluntaryAnalContraction: voluntaryAnalContraction.rawValue
    case .deepAnalPressure: deepAnalPressure.rawValue
    case .lowestNonKeyMuscle(let side): self[side].lowestNonKeyMuscle?.key
    }
  }

  /// This examination as flat keys.
  public var flatKeyValues: [String: String] {
    var values: [String: String] = [:]
    for (key, field) in zip(Examination.flatKeys, ExaminationField.allFields) { values[key] = self[field] }
    return values
  }
}
