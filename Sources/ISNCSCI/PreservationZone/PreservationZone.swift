/// The extent of a zone of partial preservation (ZPP): not applicable, or its most caudal segment.
///
/// 2019 revision: the motor zone applies on both sides when voluntary anal contraction is absent; the sensory
/// zone applies on a side when deep anal pressure is absent and light touch and pin prick are absent at S4-5
/// on that side. Both therefore exist in incomplete injuries too.
public enum PreservationZone: Sendable, Hashable {
  /// "NA" on the worksheet.
  case notApplicable
  /// The most caudal segment with some function.
  case level(SpinalLevel)

  /// The most caudal segment with some function, or nil where the zone is not applicable.
  public var level: SpinalLevel? {
    guard case .level(let level) = self else { return nil }
    return level
  }
}

extension PreservationZone: Comparable, FiniteValue {
  /// Order of printing: NA first, then rostral to caudal.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }

  /// "NA" or the label of the level.
  public var description: String { level?.description ?? "NA" }

  /// Bit position of the value in a set of possible values: NA is 0, C1 is 1.
  public var index: UInt8 { level.map { $0.rawValue + 1 } ?? 0 }

  /// The value at a bit position.
  ///
  /// - Parameter index: 0 for NA, otherwise the level's raw value plus one.
  public init?(index: UInt8) {
    if index == 0 {
      self = .notApplicable
    } else {
      guard let level = SpinalLevel(rawValue: index - 1) else { return nil }
      self = .level(level)
    }
  }
}
