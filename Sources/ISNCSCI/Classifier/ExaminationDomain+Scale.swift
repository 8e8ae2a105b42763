// ASIA Impairment Scale.
extension ExaminationDomain {
  /// The possible grades: bit 0 is A, bit 4 is E.
  ///
  /// Order of the questions in the standard: E when everything is normal and the anal sphincter contracts;
  /// A when complete; motor incomplete (C or D) with voluntary anal contraction, or with sensation in S4-5 and
  /// motor function more than three levels below the motor level of a side; otherwise B.
  var impairmentScales: UInt32 {
    let levels = neurologicalLevels
    var grades: UInt32 = canBeComplete ? 1 : 0
    if contractionCanBeAbsent, sacralSensationCanBePresent {
      if right.canBeMotorComplete, left.canBeMotorComplete { grades |= 2 }
      grades |= motorIncompleteWithoutContraction(levels)
    }
    if contractionCanBePresent {
      grades |= motorIncompleteWithContraction(levels)
      if LevelBits.has(levels, LevelBits.intact) { grades |= 16 }
    }
    return grades
  }

  /// C and D when voluntary anal contraction decides that the injury is motor incomplete.
  ///
  /// For each possible neurological level the number of key muscles below it with grade 3 or better is pushed up
  /// (D: at least half) and down (C: fewer than half), keeping something that stops the level there.
  private func motorIncompleteWithContraction(_ levels: UInt32) -> UInt32 {
    var grades: UInt32 = 0
    var rest = levels & 0x0FFF_FFFF
    while rest != 0, grades != 12 {
      let level = rest.trailingZeroBitCount
      rest &= rest &- 1
      let keys = LevelBits.keys & LevelBits.below(level)
      let half = keys.nonzeroBitCount
      if half == 0 {
        grades |= 8
        continue
      }
      let low = (right.under3 & keys).nonzeroBitCount + (left.under3 & keys).nonzeroBitCount
      if low > half { grades |= 4 }
      var high = (right.atLeast3 & keys).nonzeroBitCount + (left.atLeast3 & keys).nonzeroBitCount
      if !stopsFreely(right, at: level), !stopsFreely(left, at: level) {
        // Only a key muscle just below the level can stop it, so one of the two must be under grade 3.
        let next = LevelBits.only(level + 1)
        let costless =
          (right.under3 & ~right.atLeast3 | left.under3 & ~left.atLeast3) & next & LevelBits.keys != 0
        if !costless { high -= 1 }
      }
      if high >= half { grades |= 8 }
    }
    return grades
  }

  /// Whether a side can hold the neurological level at `level` without a key muscle below it under grade 3.
  @inline(__always)
  private func stopsFreely(_ side: SideDomain, at level: Int) -> Bool {
    LevelBits.has(side.abnormal >> 1 | side.useful, level)
  }

  /// C and D without voluntary anal contraction: sensation in S4-5 is present (checked by the caller) and one
  /// side has motor function more than three levels below its motor level.
  private func motorIncompleteWithoutContraction(_ levels: UInt32) -> UInt32 {
    var grades: UInt32 = 0
    var rest = levels & 0x0FFF_FFFF
    while rest != 0, grades != 12 {
      let level = rest.trailingZeroBitCount
      rest &= rest &- 1
      let half = (LevelBits.keys & LevelBits.below(level)).nonzeroBitCount
      if half == 0 { continue }
      for (side, other) in [(right, left), (left, right)] {
        grades |= SpreadCount(side: side, other: other, level: level, half: half).grades
      }
    }
    return grades
  }
}

extension SideDomain {
  /// Whether the side can lack motor function more than three levels below its motor level, without voluntary
  /// anal contraction.
  var canBeMotorComplete: Bool {
    let levels = motorLevels(contractionCanBeAbsent: true, contractionCanBePresent: false)
    var rest = levels
    while rest != 0 {
      let level = rest.trailingZeroBitCount
      rest &= rest &- 1
      let distant = LevelBits.moreThanThreeBelow(level) & LevelBits.keys
      if distant & ~paralysed == 0, nonKey & distant == 0 { return true }
    }
    return false
  }
}
