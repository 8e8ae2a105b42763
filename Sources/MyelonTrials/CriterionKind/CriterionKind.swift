/// What a field holds.
public enum CriterionKind: Sendable, Hashable {
  /// A number in a unit; without a unit for scores and counts.
  case number(CriterionUnit?)
  /// One of several words without an order, for example causes of injury.
  case words([String])
  /// One of several words in ascending order, for example `A` to `E` of the ASIA impairment scale.
  case ordered([String])
  /// Yes or no.
  case flag

  /// The ASIA impairment scale, from A (complete) to E (normal).
  ///
  /// International Standards for Neurological Classification of Spinal Cord Injury, revision 2019.
  public static let impairmentScale = CriterionKind.ordered(["A", "B", "C", "D", "E"])

  /// Spinal levels from rostral to caudal, C1 to S4-5: a lower level in the body is a greater one here.
  ///
  /// The worksheet's `INT` (nothing impaired) is no level and not among them: such a person's level is not known.
  public static let spinalLevel = CriterionKind.ordered(
    (1...8).map { "C\($0)" } + (1...12).map { "T\($0)" } + (1...5).map { "L\($0)" }
      + (1...3).map { "S\($0)" } + ["S4-5"])

  /// The words a field may hold; none for numbers and flags.
  var words: [String] {
    switch self {
    case .words(let words), .ordered(let words): words
    case .number, .flag: []
    }
  }

  /// Whether `<` and `>` mean something.
  var hasOrder: Bool {
    switch self {
    case .number, .ordered: true
    case .words, .flag: false
    }
  }

  /// What a value of this kind is, for messages.
  var expectation: String {
    switch self {
    case .number(let unit): unit.map { "a number in \($0.symbol)" } ?? "a number"
    case .words(let words), .ordered(let words): CriterionNames.alternatives(words)
    case .flag: "yes or no"
    }
  }
}
