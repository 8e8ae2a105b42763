/// One graded finding of an examination: a light-touch, pin-prick or key-muscle score.
///
/// The 2019 revision of the standard (8th edition) writes a score as a grade or "NT" (not testable), with a
/// mark where a condition other than the spinal cord injury impairs the finding:
/// - no mark: the grade counts as it is;
/// - `*`: the part of the loss due to the cord is unknown, but the finding is *not* considered normal;
/// - `**`: the finding is considered normal for classification, for instance because it lies above the
///   injury.
///
/// A score fits one byte. Whether a grade is allowed depends on what is scored (sensory 0 to 2, motor 0 to
/// 5); `Examination` checks that.
public struct Score: Hashable, Sendable {
  /// How a score impaired by something other than the cord injury enters the classification.
  public enum Mark: UInt8, Sendable, Hashable, CaseIterable {
    /// Not marked: the score counts as it is.
    case none
    /// One star: not normal, but how much the cord injury contributes is unknown.
    case notNormal
    /// Two stars: considered normal for classification.
    case consideredNormal
  }

  /// Bits 0 to 2 hold the grade (7 for not testable), bits 3 and 4 the mark.
  @usableFromInline let packed: UInt8

  /// A score with a grade.
  ///
  /// - Parameters:
  ///   - grade: 0 to 5 (0 to 2 for a sensory score). Other values are programming errors.
  ///   - mark: The star convention that applies, none by default.
  @inlinable
  public init(_ grade: Int, _ mark: Mark = .none) {
    precondition(grade >= 0 && grade <= 5, "A grade from 0 to 5 is required; found \(grade).")
    packed = UInt8(truncatingIfNeeded: grade) | mark.rawValue << 3
  }

  @inlinable
  init(packed: UInt8) { self.packed = packed }

  /// A score that could not be tested ("NT"), unmarked.
  public static let notTestable = Score.notTestable(.none)

  /// A score that could not be tested, with a mark ("NT*" or "NT**").
  ///
  /// - Parameter mark: The star convention that applies.
  /// - Returns: The score.
  @inlinable
  public static func notTestable(_ mark: Mark) -> Score { Score(packed: 7 | mark.rawValue << 3) }

  /// The grade as examined, or nil when not testable.
  @inlinable public var grade: Int? { packed & 7 == 7 ? nil : Int(packed & 7) }

  /// The star convention of this score.
  @inlinable public var mark: Mark {
    switch packed >> 3 {
    case 0: .none
    case 1: .notNormal
    default: .consideredNormal
    }
  }

  /// Whether the finding could not be tested.
  @inlinable public var isNotTestable: Bool { packed & 7 == 7 }

  /// Whether the score carries one or two stars.
  @inlinable public var isMarked: Bool { packed > 7 }
}

extension Score: ExpressibleByIntegerLiteral {
  /// An unmarked score from an integer literal.
  ///
  /// - Parameter value: A grade from 0 to 5.
  public init(integerLiteral value: Int) { self.init(value) }
}
