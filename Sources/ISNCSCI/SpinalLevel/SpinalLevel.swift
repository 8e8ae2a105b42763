/// A neurological level of the spinal cord as used on the ISNCSCI worksheet.
///
/// The raw value counts segments from rostral to caudal: C1 is 0, S4-5 is 28. `intact` (29) is the
/// worksheet's "INT": nothing below is impaired. S4-5 is an examined dermatome; it is never a level that a
/// classification reports (a person normal down to S3 and not at S4-5 has level S3).
public enum SpinalLevel: UInt8, CaseIterable, Sendable, Hashable {
  case c1, c2, c3, c4, c5, c6, c7, c8
  case t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12
  case l1, l2, l3, l4, l5
  case s1, s2, s3, s4_5
  case intact

  /// The 28 examined dermatomes, C2 to S4-5, in worksheet order.
  ///
  /// Position `i` of a light-touch or pin-prick array belongs to `dermatomes[i]`.
  public static let dermatomes: [SpinalLevel] = (1...28).compactMap { SpinalLevel(rawValue: $0) }

  /// The ten key muscles of a side, C5 to T1 and L2 to S1, in worksheet order.
  ///
  /// Position `i` of a motor array belongs to `keyMuscles[i]`.
  public static let keyMuscles: [SpinalLevel] = [
    .c5, .c6, .c7, .c8, .t1, .l2, .l3, .l4, .l5, .s1,
  ]

  /// The position of this level in a 28-value sensory array, or nil for C1 and INT.
  public var dermatomeIndex: Int? {
    self == .c1 || self == .intact ? nil : Int(rawValue) - 1
  }

  /// The position of this level in a 10-value motor array, or nil where no key muscle exists.
  public var keyMuscleIndex: Int? {
    switch rawValue {
    case 4...8: Int(rawValue) - 4
    case 21...25: Int(rawValue) - 16
    default: nil
    }
  }

  /// The muscle action tested at this level, as printed on the worksheet, or nil without a key muscle.
  public var keyMuscleAction: String? {
    switch self {
    case .c5: "Elbow flexors"
    case .c6: "Wrist extensors"
    case .c7: "Elbow extensors"
    case .c8: "Finger flexors"
    case .t1: "Finger abductors"
    case .l2: "Hip flexors"
    case .l3: "Knee extensors"
    case .l4: "Ankle dorsiflexors"
    case .l5: "Long toe extensors"
    case .s1: "Ankle plantar flexors"
    default: nil
    }
  }
}

extension SpinalLevel: Comparable {
  /// Whether the left level lies rostral to (above) the right one.
  public static func < (left: SpinalLevel, right: SpinalLevel) -> Bool { left.rawValue < right.rawValue }
}
