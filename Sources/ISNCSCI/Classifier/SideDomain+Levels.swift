// Sensory and motor level of one side, and the steps they are made of.
extension SideDomain {
  /// The possible sensory levels: the most caudal dermatome that is normal for light touch and pin prick with
  /// all dermatomes above it normal too (International Standards 2019, "sensory level").
  ///
  /// Level l is possible when C2...l can all be normal and the dermatome below can be other than normal.
  var sensoryLevels: UInt32 {
    // Dermatome d is bit d; shifting down puts the dermatome *below* a level on that level's bit.
    let run = (~(normal >> 1)).trailingZeroBitCount
    var levels = (abnormal >> 1) & LevelBits.through(run)
    if run == LevelBits.s4_5 { levels |= LevelBits.only(LevelBits.intact) }
    return levels
  }

  /// The levels from which the walk down the side can go on: the motor level is below.
  ///
  /// The motor level is the most caudal key muscle of grade 3 or better with every key muscle above at grade 5;
  /// where no key muscle exists the sensory level stands in for it (C1-C4, T2-L1, S2-S5).
  var motorContinues: UInt32 {
    let nextNormal = normal >> 1
    let nextAtLeast3 = atLeast3 >> 1
    let sensory = nextNormal & ~(LevelBits.keys | LevelBits.only(LevelBits.c4) | LevelBits.only(LevelBits.l1))
    let entry = nextAtLeast3 & (LevelBits.only(LevelBits.c4) | LevelBits.only(LevelBits.l1))
    var set = sensory | entry | (full & nextAtLeast3)
    if LevelBits.has(full, LevelBits.t1), LevelBits.throughT1 & ~normal == 0 {
      set |= LevelBits.only(LevelBits.t1)
    }
    if LevelBits.has(full, LevelBits.s1), LevelBits.throughS1 & ~normal == 0 {
      set |= LevelBits.only(LevelBits.s1)
    }
    return set & 0x0FFF_FFFF
  }

  /// The levels at which the motor walk can stop, given that it came there.
  var motorStops: UInt32 {
    let sensory =
      (abnormal >> 1) & ~(LevelBits.keys | LevelBits.only(LevelBits.c4) | LevelBits.only(LevelBits.l1))
    let entry = (under3 >> 1) & (LevelBits.only(LevelBits.c4) | LevelBits.only(LevelBits.l1))
    var set = sensory | entry | useful | (full & (under3 >> 1))
    if LevelBits.has(full, LevelBits.t1), LevelBits.throughT1 & abnormal != 0 {
      set |= LevelBits.only(LevelBits.t1)
    }
    if LevelBits.has(full, LevelBits.s1), LevelBits.throughS1 & abnormal != 0 {
      set |= LevelBits.only(LevelBits.s1)
    }
    return set & 0x0FFF_FFFF
  }

  /// The possible motor levels.
  ///
  /// Without voluntary anal contraction the motor level ends at S3: "INT" needs the
  /// motor function of S4-5.
  func motorLevels(contractionCanBeAbsent: Bool, contractionCanBePresent: Bool) -> UInt32 {
    let run = (~motorContinues).trailingZeroBitCount
    var levels = motorStops & LevelBits.through(run)
    if run == LevelBits.s4_5 {
      if contractionCanBePresent { levels |= LevelBits.only(LevelBits.intact) }
      if contractionCanBeAbsent { levels |= LevelBits.only(LevelBits.s3) }
    }
    return levels
  }
}
