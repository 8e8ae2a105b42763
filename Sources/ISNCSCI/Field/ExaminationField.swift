/// One entry of the worksheet: a score, an anorectal finding or the lowest non-key muscle of a side.
///
/// Fields are numbered 0 to 135: right then left scores (ten key muscles, 28 light-touch, 28 pin-prick scores a
/// side), voluntary anal contraction, deep anal pressure, lowest non-key muscle right and left. The first 134 are
/// required.
public enum ExaminationField: Hashable, Sendable {
  case score(Side, Modality, SpinalLevel)
  case voluntaryAnalContraction
  case deepAnalPressure
  case lowestNonKeyMuscle(Side)

  /// All 136 fields, by number.
  public static let allFields: [ExaminationField] = {
    var fields: [ExaminationField] = []
    for side in Side.allCases {
      for modality in Modality.allCases { fields += modality.levels.map { .score(side, modality, $0) } }
    }
    fields += [.voluntaryAnalContraction, .deepAnalPressure]
    return fields + Side.allCases.map { .lowestNonKeyMuscle($0) }
  }()

  /// Whether an examination is incomplete without this field.
  public var isRequired: Bool {
    if case .lowestNonKeyMuscle = self { return false }
    return true
  }

  /// What may be entered, in words.
  public var permitted: String {
    switch self {
    case .score(_, let modality, _): modality.permitted
    case .voluntaryAnalContraction, .deepAnalPressure: "Yes, No or NT"
    case .lowestNonKeyMuscle: "a level C1 to S4_5, or nothing"
    }
  }
}
