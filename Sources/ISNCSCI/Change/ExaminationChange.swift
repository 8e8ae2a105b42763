/// What changed between an earlier and a later examination of one person.
///
/// Positive numbers are improvements: points gained, levels moved down the cord, grades towards E. Changes of levels
/// and of the impairment scale are ranges, because untested items can leave either end open; a range of one value is
/// certain.
///
/// ```swift
/// let change = ExaminationChange(from: baseline, to: weekTwentySix)
/// change.hasGainedMotorLevels(2) == true   // a responder
/// ```
public struct ExaminationChange: Sendable, Hashable {
  /// The earlier examination.
  public let earlier: Examination
  /// The later examination.
  public let later: Examination
  /// The classification of the earlier examination.
  public let earlierResult: Classification
  /// The classification of the later examination.
  public let laterResult: Classification

  /// The change between two examinations.
  ///
  /// - Parameters:
  ///   - earlier: The first examination.
  ///   - later: The second examination.
  ///   - revision: The edition of the standard for both; the 2019 one by default.
  public init(
    from earlier: Examination, to later: Examination, by revision: StandardRevision = .eighthEdition2019
  ) {
    self.earlier = earlier
    self.later = later
    earlierResult = earlier.classified(by: revision)
    laterResult = later.classified(by: revision)
  }

  /// Points gained in a subtotal, or nil when one of the two is not determinable.
  ///
  /// - Parameter total: Which subtotal, for example `\.upperExtremity` for UEMS.
  /// - Returns: Later minus earlier.
  public func points(_ total: KeyPath<Totals, Subtotal>) -> Int? {
    guard let before = earlierResult.totals[keyPath: total].value,
      let after = laterResult.totals[keyPath: total].value
    else { return nil }
    return after - before
  }

  /// Points gained in one score, or nil when it was not testable once or is not examined there.
  ///
  /// - Parameters:
  ///   - side: Right or left.
  ///   - modality: Motor, light touch or pin prick.
  ///   - level: The key muscle's or dermatome's level.
  /// - Returns: Later minus earlier grade.
  public func points(_ side: Side, _ modality: Modality, _ level: SpinalLevel) -> Int? {
    guard let before = earlier[side][modality, level]?.grade, let after = later[side][modality, level]?.grade
    else { return nil }
    return after - before
  }

  /// Segments by which the motor level of a side moved down.
  ///
  /// - Parameter side: Right or left.
  /// - Returns: The possible shifts; INT counts as one segment below S3.
  public func motorLevelShift(_ side: Side) -> ClosedRange<Int> {
    ExaminationChange.shift(earlierResult[side].motorLevel, laterResult[side].motorLevel)
  }

  /// Segments by which the sensory level of a side moved down.
  ///
  /// - Parameter side: Right or left.
  /// - Returns: The possible shifts; INT counts as one segment below S3.
  public func sensoryLevelShift(_ side: Side) -> ClosedRange<Int> {
    ExaminationChange.shift(earlierResult[side].sensoryLevel, laterResult[side].sensoryLevel)
  }

  /// Segments by which the neurological level of injury moved down.
  public var neurologicalLevelShift: ClosedRange<Int> {
    ExaminationChange.shift(earlierResult.neurologicalLevel, laterResult.neurologicalLevel)
  }

  /// Grades by which the impairment scale rose: A to C is 2.
  public var impairmentScaleShift: ClosedRange<Int> {
    ExaminationChange.span(
      earlierResult.impairmentScale.values.map { Int($0.rawValue) },
      laterResult.impairmentScale.values.map { Int($0.rawValue) })
  }

  private static func shift(
    _ before: PossibleValues<SpinalLevel>, _ after: PossibleValues<SpinalLevel>
  ) -> ClosedRange<Int> {
    // S4-5 is never a level, so INT is the step after S3.
    span(before.values.map { min(28, Int($0.rawValue)) }, after.values.map { min(28, Int($0.rawValue)) })
  }

  private static func span(_ before: [Int], _ after: [Int]) -> ClosedRange<Int> {
    guard let firstBefore = before.first, let lastBefore = before.last, let firstAfter = after.first,
      let lastAfter = after.last
    else { return 0...0 }
    return (firstAfter - lastBefore)...(lastAfter - firstBefore)
  }
}
