/// Whether the injury is complete: nothing is preserved in the most caudal segments, S4-5.
///
/// Complete means no voluntary anal contraction, no deep anal pressure, and light touch and pin prick absent
/// at S4-5 on both sides.
public enum Completeness: UInt8, CaseIterable, Sendable, Hashable {
  case complete, incomplete
}

extension Completeness: FiniteValue {
  /// "C" or "I", as on the worksheet.
  public var description: String { self == .complete ? "C" : "I" }

  /// Bit position of the value in a set of possible values.
  public var index: UInt8 { rawValue }

  /// The value at a bit position.
  ///
  /// - Parameter index: 0 or 1.
  public init?(index: UInt8) { self.init(rawValue: index) }
}
