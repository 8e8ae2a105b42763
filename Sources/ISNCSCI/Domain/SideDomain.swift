/// What each item of one side can be, as far as the rules of the standard ask.
///
/// The rules ask of a dermatome only whether it is normal, impaired or absent (light touch and pin prick
/// taken together), and of a key muscle only whether it is 0, 1-2, 3-4 or 5. Items are independent of each
/// other, so an examination with untested items is the product of these small sets, and the exact set of
/// results follows from the rules without trying the scorings one by one.
@usableFromInline
struct SideDomain: Equatable {
  // Dermatomes, bits 1...28. A level may be in several of the three sets.
  /// Both modalities can be normal.
  var normal: UInt32 = 0
  /// The dermatome can be neither normal nor wholly absent.
  var impaired: UInt32 = 0
  /// Both modalities can be absent.
  var absent: UInt32 = 0

  // Key muscles, bits 4...8 and 21...25.
  /// Grade 0 is possible.
  var paralysed: UInt32 = 0
  /// Grade 1 or 2 is possible.
  var weak: UInt32 = 0
  /// Grade 3 or 4 is possible.
  var useful: UInt32 = 0
  /// Grade 5 is possible.
  var full: UInt32 = 0

  /// The level of the lowest non-key muscle with motor function, as one bit; 0 when none counts.
  var nonKey: UInt32 = 0

  /// The dermatome can be other than normal.
  @inline(__always) var abnormal: UInt32 { impaired | absent }
  /// The dermatome can have some sensation.
  @inline(__always) var felt: UInt32 { normal | impaired }
  /// The muscle can be below grade 3.
  @inline(__always) var under3: UInt32 { paralysed | weak }
  /// The muscle can be grade 3 or better.
  @inline(__always) var atLeast3: UInt32 { useful | full }
  /// The muscle can have some function.
  @inline(__always) var moving: UInt32 { weak | useful | full }

  init() {}

  init(_ side: ExaminationSide) {
    side.lightTouch.withUnsafeBufferPointer { touch in
      side.pinPrick.withUnsafeBufferPointer { prick in
        // Both lists hold 28 values: every way to make an `ExaminationSide` checks it.
        for index in 0..<min(touch.count, prick.count) {
          let bit: UInt32 = 2 << UInt32(truncatingIfNeeded: index)
          add(touch[index].possibleSensoryGrades, prick[index].possibleSensoryGrades, bit)
        }
      }
    }
    side.motor.withUnsafeBufferPointer { motor in
      for index in 0..<motor.count {
        let level = index < 5 ? index &+ 4 : index &+ 16
        addMotor(motor[index].possibleMotorGrades, LevelBits.only(level))
      }
    }
    if let level = side.lowestNonKeyMuscle {
      nonKey = LevelBits.only(Int(level.rawValue)) & LevelBits.keys
    }
  }

  @inline(__always)
  private mutating func add(_ touch: UInt8, _ prick: UInt8, _ bit: UInt32) {
    let both = touch & prick
    if both & 0b100 != 0 { normal |= bit }
    if both & 0b001 != 0 { absent |= bit }
    // Impaired: any pair of grades that is neither (2, 2) nor (0, 0).
    let either = touch | prick
    if either & 0b010 != 0 || (touch & 0b100 != 0 && prick & 0b001 != 0)
      || (touch & 0b001 != 0 && prick & 0b100 != 0)
    {
      impaired |= bit
    }
  }

  @inline(__always)
  private mutating func addMotor(_ grades: UInt8, _ bit: UInt32) {
    if grades & 0b000001 != 0 { paralysed |= bit }
    if grades & 0b000110 != 0 { weak |= bit }
    if grades & 0b011000 != 0 { useful |= bit }
    if grades & 0b100000 != 0 { full |= bit }
  }
}
