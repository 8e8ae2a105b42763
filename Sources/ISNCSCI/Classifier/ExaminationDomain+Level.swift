// Neurological level of injury and completeness.
extension ExaminationDomain {
  /// The possible neurological levels of injury: the most caudal segment with normal sensation and antigravity
  /// strength on both sides, with everything above normal; the most rostral of the four levels.
  ///
  /// "At least n" means on both sides: dermatomes C2...n normal, key muscles above n at 5, the one at n at 3 or
  /// better. These conditions are nested, so one walk down finds every possible level.
  var neurologicalLevels: UInt32 {
    let run = (~levelContinues).trailingZeroBitCount
    var levels = levelStops & LevelBits.through(run)
    if run == LevelBits.s4_5 { levels |= LevelBits.only(LevelBits.intact) }
    return levels
  }

  /// Levels n from which "at least n" can be raised to "at least n + 1".
  var levelContinues: UInt32 {
    let normal = right.normal & left.normal
    let full = right.full & left.full | ~LevelBits.keys
    let entered = right.atLeast3 & left.atLeast3 | ~LevelBits.keys
    return (normal >> 1) & full & (entered >> 1) & 0x0FFF_FFFF
  }

  /// Levels n at which "at least n" can hold without "at least n + 1".
  var levelStops: UInt32 {
    let abnormal = right.abnormal | left.abnormal
    let useful = right.useful | left.useful
    let under3 = right.under3 | left.under3
    return ((abnormal >> 1) | useful | (under3 >> 1)) & 0x0FFF_FFFF
  }

  /// Whether every function of S4-5 can be absent: the injury can be complete.
  var canBeComplete: Bool {
    contractionCanBeAbsent && pressureCanBeAbsent
      && LevelBits.has(right.absent & left.absent, LevelBits.s4_5)
  }

  /// Whether sensation in S4-5 (light touch, pin prick or deep anal pressure) can be present.
  var sacralSensationCanBePresent: Bool {
    pressureCanBePresent || LevelBits.has(right.felt | left.felt, LevelBits.s4_5)
  }

  /// Whether any function of S4-5 can be present: the injury can be incomplete.
  var canBeIncomplete: Bool { contractionCanBePresent || sacralSensationCanBePresent }

  /// Bit 0: complete is possible; bit 1: incomplete is possible.
  var completeness: UInt32 { (canBeComplete ? 1 : 0) | (canBeIncomplete ? 2 : 0) }
}
