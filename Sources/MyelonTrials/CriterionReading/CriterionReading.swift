/// The value of a field in a record, as a criterion can use it.
enum CriterionReading: Equatable {
  /// The record does not hold it.
  case missing
  /// The record holds something that is not of the field's kind.
  case unusable(found: String)
  /// A finite number in the field's unit.
  case number(Double)
  /// The place of a word in the field's list.
  case place(Int)
  /// Yes or no.
  case flag(Bool)

  /// Reads a value.
  init(of field: CriterionField, in record: CriterionRecord) {
    guard let value = record.value(of: field) else {
      self = .missing
      return
    }
    switch (field.kind, value) {
    case (.number, .number(let number)) where number.isFinite: self = .number(number)
    case (.words, .word(let word)), (.ordered, .word(let word)):
      self = field.place(of: word).map { .place($0) } ?? .unusable(found: value.description)
    case (.flag, .flag(let flag)): self = .flag(flag)
    default: self = .unusable(found: value.description)
    }
  }

  /// Whether there is a value that can be used.
  var isKnown: Bool {
    switch self {
    case .missing, .unusable: false
    case .number, .place, .flag: true
    }
  }
}
