// Bit sets over spinal levels: bit n stands for the level with raw value n (C1 is bit 0, S4-5 bit 28).
// All rules of the classifier are written on such sets, so that a rule looks at every level at once.
@usableFromInline
enum LevelBits {
  /// Key-muscle levels of the arm, C5 to T1.
  static let upperKeys: UInt32 = 0x1F << 4
  /// Key-muscle levels of the leg, L2 to S1.
  static let lowerKeys: UInt32 = 0x1F << 21
  /// All key-muscle levels.
  static let keys: UInt32 = upperKeys | lowerKeys
  /// All dermatomes, C2 to S4-5.
  static let dermatomes: UInt32 = 0x1FFF_FFFE
  /// Dermatomes that must be normal before the motor level may pass T1: C5 to T2.
  static let throughT1: UInt32 = 0x3F << 4
  /// Dermatomes that must be normal before the motor level may pass S1: L2 to S2.
  static let throughS1: UInt32 = 0x3F << 21

  static let c1 = 0
  static let c4 = 3
  static let t1 = 8
  static let l1 = 20
  static let s1 = 25
  static let s3 = 27
  static let s4_5 = 28
  static let intact = 29

  /// The set {0, ..., level}.
  @inline(__always) static func through(_ level: Int) -> UInt32 { (2 << UInt32(level)) &- 1 }

  /// The set of levels caudal to a level.
  @inline(__always) static func below(_ level: Int) -> UInt32 { ~through(level) }

  /// The set with one level.
  @inline(__always) static func only(_ level: Int) -> UInt32 { 1 << UInt32(level) }

  /// Levels at least four below a motor level: "more than three levels below".
  @inline(__always) static func moreThanThreeBelow(_ level: Int) -> UInt32 {
    level + 3 > 31 ? 0 : ~through(level + 3)
  }

  @inline(__always) static func has(_ set: UInt32, _ level: Int) -> Bool { set >> UInt32(level) & 1 == 1 }
}
