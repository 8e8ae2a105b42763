/// The ASIA Impairment Scale (AIS), A to E.
///
/// A: no sensory or motor function in S4-5. B: sensory but no motor function preserved below the
/// neurological level, S4-5 included. C and D: motor incomplete, with fewer than half (C) or at least half
/// (D) of the key muscles below the neurological level at grade 3 or better. E: normal.
public enum ImpairmentScale: UInt8, CaseIterable, Sendable, Hashable {
  case a, b, c, d, e

  /// What the grade is called in words.
  public var meaning: String {
    switch self {
    case .a: "complete"
    case .b: "sensory incomplete"
    case .c, .d: "motor incomplete"
    case .e: "normal"
    }
  }
}

extension ImpairmentScale: Comparable, FiniteValue {
  /// Whether the left grade is the more severe one.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The letter of the grade.
  public var description: String { ["A", "B", "C", "D", "E"][Int(rawValue)] }

  /// Bit position of the value in a set of possible values.
  public var index: UInt8 { rawValue }

  /// The grade at a bit position.
  ///
  /// - Parameter index: 0 to 4.
  public init?(index: UInt8) { self.init(rawValue: index) }
}
