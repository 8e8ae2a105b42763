// Responder definitions used in trials, by name. Each answers true, false, or nil when untested items leave it open.
extension ExaminationChange {
  /// Whether the motor level moved down by at least some segments on at least one side.
  ///
  /// Two motor levels: after cervical sensorimotor complete injury, people who regained two recovered significantly
  /// more self-care than those who regained one or none (Kramer et al., Neurorehabil Neural Repair 2012; 26:
  /// 1064-1071, doi:10.1177/1545968312447306). Segments are counted, so C4 to C6 is two.
  ///
  /// - Parameter count: Segments to gain; 2 by default.
  /// - Returns: True, false, or nil when not determinable.
  public func hasGainedMotorLevels(_ count: Int = 2) -> Bool? {
    ExaminationChange.either(
      ExaminationChange.reaches(motorLevelShift(.right), count),
      ExaminationChange.reaches(motorLevelShift(.left), count))
  }

  /// Whether the motor level moved down by at least some segments on one given side.
  ///
  /// - Parameters:
  ///   - count: Segments to gain.
  ///   - side: Right or left.
  /// - Returns: True, false, or nil when not determinable.
  public func hasGainedMotorLevels(_ count: Int, on side: Side) -> Bool? {
    ExaminationChange.reaches(motorLevelShift(side), count)
  }

  /// Whether the sensory level moved down by at least some segments on at least one side.
  ///
  /// - Parameter count: Segments to gain; 2 by default.
  /// - Returns: True, false, or nil when not determinable.
  public func hasGainedSensoryLevels(_ count: Int = 2) -> Bool? {
    ExaminationChange.either(
      ExaminationChange.reaches(sensoryLevelShift(.right), count),
      ExaminationChange.reaches(sensoryLevelShift(.left), count))
  }

  /// Whether the upper extremity motor score (UEMS, 0 to 50) rose by at least some points.
  ///
  /// - Parameter points: Points to gain; 10 by default.
  /// - Returns: True, false, or nil when not determinable.
  public func hasGainedUpperExtremityMotorPoints(_ points: Int = 10) -> Bool? {
    self.points(\.upperExtremity).map { $0 >= points }
  }

  /// Whether the lower extremity motor score (LEMS, 0 to 50) rose by at least some points.
  ///
  /// - Parameter points: Points to gain; 10 by default.
  /// - Returns: True, false, or nil when not determinable.
  public func hasGainedLowerExtremityMotorPoints(_ points: Int = 10) -> Bool? {
    self.points(\.lowerExtremity).map { $0 >= points }
  }

  /// Whether the motor total (0 to 100) rose by at least some points.
  ///
  /// - Parameter points: Points to gain; 10 by default.
  /// - Returns: True, false, or nil when not determinable.
  public func hasGainedMotorPoints(_ points: Int = 10) -> Bool? {
    self.points(\.motor).map { $0 >= points }
  }

  /// Whether light touch and pin prick together (0 to 224) rose by at least some points.
  ///
  /// - Parameter points: Points to gain; there is no agreed threshold, so none is the default.
  /// - Returns: True, false, or nil when not determinable.
  public func hasGainedSensoryPoints(_ points: Int) -> Bool? {
    guard let touch = self.points(\.lightTouch), let prick = self.points(\.pinPrick) else { return nil }
    return touch + prick >= points
  }

  /// Whether the impairment scale rose by at least some grades ("AIS conversion").
  ///
  /// - Parameter grades: Grades to gain; 1 by default.
  /// - Returns: True, false, or nil when not determinable.
  public func hasImprovedImpairmentScale(by grades: Int = 1) -> Bool? {
    ExaminationChange.reaches(impairmentScaleShift, grades)
  }

  /// Whether a complete injury (AIS A) became incomplete.
  ///
  /// - Returns: True, false, or nil when not determinable; false when the injury was incomplete before.
  public func hasConvertedFromComplete() -> Bool? {
    let before = earlierResult.completeness
    let after = laterResult.completeness
    if !before.contains(.complete) || !after.contains(.incomplete) { return false }
    return before.single == .complete && after.single == .incomplete ? true : nil
  }

  private static func reaches(_ shift: ClosedRange<Int>, _ count: Int) -> Bool? {
    if shift.lowerBound >= count { return true }
    return shift.upperBound < count ? false : nil
  }

  private static func either(_ first: Bool?, _ second: Bool?) -> Bool? {
    if first == true || second == true { return true }
    return first == nil || second == nil ? nil : false
  }
}
