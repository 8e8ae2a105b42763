// Zones of partial preservation. Bit 0 stands for "not applicable", bit n + 1 for level n.
extension ExaminationDomain {
  /// The possible sensory zones of a side.
  ///
  /// Applicable when deep anal pressure is absent and the side's S4-5 dermatome is absent; then the most caudal
  /// dermatome with any sensation, C1 when there is none at all.
  func sensoryZones(_ side: SideDomain) -> UInt32 {
    var zones: UInt32 = 0
    if pressureCanBePresent || LevelBits.has(side.felt, LevelBits.s4_5) { zones |= 1 }
    guard pressureCanBeAbsent, LevelBits.has(side.absent, LevelBits.s4_5) else { return zones }
    // Walk up from S3 to the first dermatome that must be felt; each one that can be felt is an answer.
    let certain = LevelBits.dermatomes & ~side.absent & LevelBits.through(LevelBits.s3)
    let lowestCertain = certain == 0 ? LevelBits.c1 : 31 - certain.leadingZeroBitCount
    let range = LevelBits.through(LevelBits.s3) & ~(LevelBits.only(lowestCertain) &- 1)
    let levels = (side.felt & range) | LevelBits.only(lowestCertain)
    return zones | levels << 1
  }

  /// The possible motor zones of a side.
  ///
  /// Applicable on both sides when voluntary anal contraction is absent; then the lower of the motor level and
  /// the most caudal key muscle with any function. Where a non-key muscle more than three levels below that
  /// makes the injury AIS C, its level is the zone.
  func motorZones(_ which: Side) -> UInt32 {
    var zones: UInt32 = contractionCanBePresent ? 1 : 0
    guard contractionCanBeAbsent else { return zones }
    let side = which == .right ? right : left
    var levels = side.lowestMotorFunction
    let nonKeyLevel = side.nonKey == 0 ? 0 : side.nonKey.trailingZeroBitCount
    if nonKeyLevel > 3 {
      var rest = levels & LevelBits.through(nonKeyLevel - 4)
      var absentContraction = self
      absentContraction.contractionCanBePresent = false
      while rest != 0 {
        let level = rest.trailingZeroBitCount
        rest &= rest &- 1
        let grades = absentContraction.impairmentScales(which, lowestMotorFunction: level)
        if grades & 4 != 0 { levels |= side.nonKey }
        if grades & ~4 == 0 { levels &= ~LevelBits.only(level) }
      }
    }
    zones |= levels << 1
    return zones
  }

  /// The possible grades when the lowest motor function of a side (key muscles and motor level) is given.
  private func impairmentScales(_ which: Side, lowestMotorFunction level: Int) -> UInt32 {
    var domain = self
    var grades: UInt32 = 0
    for side in (which == .right ? right : left).restricted(lowestMotorFunction: level) {
      if which == .right { domain.right = side } else { domain.left = side }
      grades |= domain.impairmentScales
    }
    return grades
  }
}

extension SideDomain {
  /// Levels that can be the lower of the motor level and the most caudal key muscle with function, without
  /// voluntary anal contraction.
  var lowestMotorFunction: UInt32 {
    // Key muscles that can be the lowest moving one: all below can be paralysed.
    let certain = LevelBits.keys & ~paralysed
    let lowestCertain = certain == 0 ? 0 : 31 - certain.leadingZeroBitCount
    let silentBelow = ~(LevelBits.only(lowestCertain) &- 1)
    var levels = moving & silentBelow
    // At T1 and S1 the motor level may lie further down, through normal dermatomes.
    let throughT1 = LevelBits.through(9) & LevelBits.dermatomes
    let heldAtT1 =
      LevelBits.has(weak | useful, LevelBits.t1) || (paralysed | weak | useful) & 0xF0 != 0
      || abnormal & throughT1 != 0
    if !heldAtT1 { levels &= ~LevelBits.only(LevelBits.t1) }
    let throughS1 = LevelBits.through(26) & LevelBits.dermatomes
    let heldAtS1 = (paralysed | weak | useful) & LevelBits.keys != 0 || abnormal & throughS1 != 0
    if !heldAtS1 { levels &= ~LevelBits.only(LevelBits.s1) }
    // Levels without key muscle: the motor level itself, with every key muscle below paralysed.
    var rest =
      motorLevels(contractionCanBeAbsent: true, contractionCanBePresent: false) & ~LevelBits.keys
    while rest != 0 {
      let level = rest.trailingZeroBitCount
      rest &= rest &- 1
      let below = LevelBits.keys & LevelBits.below(level)
      if below & ~paralysed == 0 { levels |= LevelBits.only(level) }
    }
    return levels
  }

  /// The scorings of this side in which the lowest motor function is at a level, as a union of products.
  func restricted(lowestMotorFunction level: Int) -> [SideDomain] {
    var base = self
    let here = LevelBits.only(level)
    base.keepOnlyParalysed(LevelBits.keys & LevelBits.below(level))
    if here & LevelBits.keys == 0 {
      let above = LevelBits.through(level)
      base.keepOnlyNormal(above & LevelBits.dermatomes)
      base.keepOnlyFull(above & LevelBits.keys)
      if level != LevelBits.c4, level != LevelBits.l1 { base.normal &= ~(here << 1) }
      return [base]
    }
    base.paralysed &= ~here
    guard level == LevelBits.t1 else { return [base] }
    // T1 is the lowest function only while something keeps the motor level from passing it.
    var parts: [SideDomain] = []
    for muscle in 4...8 where (paralysed | weak | useful) & LevelBits.only(muscle) != 0 {
      var part = base
      part.full &= ~LevelBits.only(muscle)
      parts.append(part)
    }
    for dermatome in 1...9 where LevelBits.has(abnormal, dermatome) {
      var part = base
      part.normal &= ~LevelBits.only(dermatome)
      parts.append(part)
    }
    return parts.filter { $0.isPossible }
  }

  private var isPossible: Bool {
    (normal | impaired | absent) == LevelBits.dermatomes && (under3 | atLeast3) == LevelBits.keys
  }

  private mutating func keepOnlyParalysed(_ muscles: UInt32) {
    weak &= ~muscles
    useful &= ~muscles
    full &= ~muscles
  }

  private mutating func keepOnlyFull(_ muscles: UInt32) {
    paralysed &= ~muscles
    weak &= ~muscles
    useful &= ~muscles
  }

  private mutating func keepOnlyNormal(_ dermatomes: UInt32) {
    impaired &= ~dermatomes
    absent &= ~dermatomes
  }
}
