/// Counts of key muscles below the neurological level when one side shows motor function more than three levels
/// below its motor level.
///
/// The question couples three rules (neurological level, motor level of `side`, count of muscles), so it is
/// asked for one neurological level and each motor level of `side` in turn; within that the items are
/// independent again.
struct SpreadCount {
  let side: SideDomain
  let other: SideDomain
  let level: Int
  let half: Int

  /// Bit 2 (C) and bit 3 (D) when possible.
  var grades: UInt32 {
    var grades: UInt32 = 0
    // The motor level cannot be rostral to the neurological level; below L2 nothing is four levels further down.
    let run = (~side.motorContinues).trailingZeroBitCount
    var rest = side.motorStops & LevelBits.through(run) & ~(LevelBits.only(level) &- 1)
    rest &= LevelBits.through(21)
    while rest != 0, grades != 12 {
      let motorLevel = rest.trailingZeroBitCount
      rest &= rest &- 1
      grades |= self.grades(motorLevel: motorLevel)
    }
    return grades
  }

  private func grades(motorLevel: Int) -> UInt32 {
    guard let stop = stop(motorLevel: motorLevel), let boundary = boundary(motorLevel: motorLevel) else {
      return 0
    }
    let distant = LevelBits.moreThanThreeBelow(motorLevel) & LevelBits.keys
    let nonKeySpread = side.nonKey & distant != 0
    guard nonKeySpread || side.moving & distant != 0 else { return 0 }
    let keys = LevelBits.keys & LevelBits.below(level)
    let passed = keys & LevelBits.through(motorLevel)
    let free = keys & LevelBits.below(motorLevel)

    // D: as many muscles as possible at grade 3 or better.
    var high = passed.nonzeroBitCount + (other.atLeast3 & keys).nonzeroBitCount
    high += (side.atLeast3 & free & ~stop.forcedUnder3).nonzeroBitCount
    if boundary == .otherMuscle, LevelBits.has(other.atLeast3, level + 1) { high -= 1 }

    // C: as many as possible under 3, of which one distant muscle must still move.
    var low = (other.under3 & keys).nonzeroBitCount + (side.under3 & free).nonzeroBitCount
    let moves = side.weak & distant != 0 || side.moving & ~side.under3 & distant != 0
    if !nonKeySpread, !moves { low -= 1 }
    return (low > half ? 4 : 0) | (high >= half ? 8 : 0)
  }

  /// What holds the motor level of `side` at a level: possibly one muscle that must be under grade 3.
  private struct Stop {
    var forcedUnder3: UInt32 = 0
  }

  private func stop(motorLevel: Int) -> Stop? {
    let here = LevelBits.only(motorLevel)
    let next = here << 1
    if here & (LevelBits.only(LevelBits.c4) | LevelBits.only(LevelBits.l1)) != 0 {
      return side.under3 & next != 0 ? Stop(forcedUnder3: next) : nil
    }
    guard here & LevelBits.keys != 0 else { return side.abnormal & next != 0 ? Stop() : nil }
    if side.useful & here != 0 { return Stop() }
    if motorLevel == LevelBits.t1 {
      // Dermatomes down to the neurological level are normal, so only those below it can hold T1.
      return side.abnormal & LevelBits.throughT1 & LevelBits.below(level) != 0 ? Stop() : nil
    }
    return side.under3 & next != 0 ? Stop(forcedUnder3: next) : nil
  }

  private enum Boundary {
    /// Something outside the counted muscles stops the neurological level.
    case free
    /// The key muscle of the other side just below the level must be under grade 3.
    case otherMuscle
  }

  /// What holds the neurological level at `level` when `side` has a given motor level, or nil when nothing can.
  private func boundary(motorLevel: Int) -> Boundary? {
    if motorLevel == level { return .free }
    let next = LevelBits.only(level + 1)
    if side.abnormal & next & ~required(motorLevel: motorLevel) != 0 { return .free }
    if other.abnormal & next != 0 || LevelBits.has(other.useful, level) { return .free }
    return other.under3 & next != 0 ? .otherMuscle : nil
  }

  /// Dermatomes that must be normal for a motor level to be reached.
  private func required(motorLevel: Int) -> UInt32 {
    switch motorLevel {
    case ...3: LevelBits.through(motorLevel)
    case 4...8: LevelBits.through(3)
    case 9...20: LevelBits.through(motorLevel)
    default: LevelBits.through(20)
    }
  }
}
