// What a score can stand for. The rules of the standard ask only a few questions of a score, so a set of
// possible grades is all the classifier needs.
extension Score {
  /// The sensory grades that this score may stand for: bit g set means grade g is possible.
  ///
  /// NT is any grade; `x*` any grade from x up to 1 (not normal); `**` is grade 2.
  @inlinable var possibleSensoryGrades: UInt8 {
    switch packed {
    case 0: 0b001
    case 1: 0b010
    case 2: 0b100
    case 7: 0b111
    case 8, 15: 0b011
    case 9, 10: 0b010
    default: 0b100
    }
  }

  /// The motor grades that this score may stand for: bit g set means grade g is possible.
  ///
  /// NT is any grade; `x*` any grade from x up to 4 (not normal); `**` is grade 5.
  @inlinable var possibleMotorGrades: UInt8 {
    switch packed {
    case 0...5: 1 << packed
    case 7: 0b111111
    case 8...12: 0b011111 & ~((1 << (packed - 8)) &- 1)
    case 13: 0b010000
    case 15: 0b011111
    default: 0b100000
    }
  }
}
