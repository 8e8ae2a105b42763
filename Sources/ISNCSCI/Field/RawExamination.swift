/// The entries of an examination as text, before they are checked.
///
/// Every input format fills this; all checking happens in `validated`, so that one rule holds for all formats.
struct RawExamination {
  /// Text by field number; nil where nothing was given.
  var values = [String?](repeating: nil, count: ExaminationField.allFields.count)
  /// Faults found while the fields were collected.
  var faults: [ExaminationError] = []
  /// The name of the record in its source, if it has one.
  var identifier: String?
  let names: FieldNames

  init(names: FieldNames) { self.names = names }

  /// Takes an entry under its name in the format.
  mutating func set(_ name: String, _ text: String?, isLenient: Bool) {
    guard let number = names.numbers[name] else {
      if !isLenient, !names.annotations.contains(name) {
        faults.append(.unknownField(name, nearest: names.nearest(to: name)))
      }
      return
    }
    if values[number] != nil { faults.append(.duplicateField(name)) }
    values[number] = text
  }

  /// The checked examination.
  ///
  /// - Parameter acceptsLegacy: Whether motor "5*" of editions before 2019 is read as 5.
  /// - Returns: The examination and notes on what was translated.
  /// - Throws: `InvalidExamination` with every fault found.
  func validated(acceptsLegacy: Bool) throws(InvalidExamination) -> (
    examination: Examination, notes: [String]
  ) {
    var faults = faults
    var notes: [String] = []
    func text(_ number: Int) -> String? {
      guard let text = values[number], !text.isEmpty else {
        if ExaminationField.allFields[number].isRequired { faults.append(.missingField(names.names[number])) }
        return nil
      }
      return text
    }
    func refuse(_ number: Int, _ text: String) {
      faults.append(
        .invalidScore(
          field: names.names[number], found: String(text.prefix(40)),
          permitted: ExaminationField.allFields[number].permitted))
    }
    func scores(_ modality: Modality, from start: Int) -> [Score] {
      (start..<start + modality.levels.count).map { number in
        guard let text = text(number) else { return .notTestable }
        if acceptsLegacy, modality == .motor, text == "5*" {
          notes.append("\(names.names[number]): 5* (edition before 2019) read as 5")
          return 5
        }
        guard let score = Score(text), modality.permits(score) else {
          refuse(number, text)
          return .notTestable
        }
        return score
      }
    }
    func side(_ side: Side) -> ExaminationSide {
      let start = 66 * Int(side.rawValue)
      var nonKey: SpinalLevel?
      let number = 134 + Int(side.rawValue)
      if let text = text(number) {
        nonKey = SpinalLevel(text)
        if nonKey == nil || nonKey == .intact { refuse(number, text) }
      }
      return ExaminationSide(
        uncheckedMotor: scores(.motor, from: start), lightTouch: scores(.lightTouch, from: start + 10),
        pinPrick: scores(.pinPrick, from: start + 38), lowestNonKeyMuscle: nonKey)
    }
    func observation(_ number: Int) -> Observation {
      guard let text = text(number) else { return .notTestable }
      let value = Observation.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
      if value == nil { refuse(number, text) }
      return value ?? .notTestable
    }
    let examination = Examination(
      right: side(.right), left: side(.left), voluntaryAnalContraction: observation(132),
      deepAnalPressure: observation(133))
    guard faults.isEmpty else { throw InvalidExamination(faults: faults) }
    return (examination, notes)
  }
}
