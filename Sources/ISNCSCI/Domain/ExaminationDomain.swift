/// What each item of an examination can be, as far as the rules of the standard ask.
@usableFromInline
struct ExaminationDomain: Equatable {
  var right: SideDomain
  var left: SideDomain
  var contractionCanBeAbsent: Bool
  var contractionCanBePresent: Bool
  var pressureCanBeAbsent: Bool
  var pressureCanBePresent: Bool

  init(_ examination: Examination) {
    right = SideDomain(examination.right)
    left = SideDomain(examination.left)
    contractionCanBeAbsent = examination.voluntaryAnalContraction.canBeAbsent
    contractionCanBePresent = examination.voluntaryAnalContraction.canBePresent
    pressureCanBeAbsent = examination.deepAnalPressure.canBeAbsent
    pressureCanBePresent = examination.deepAnalPressure.canBePresent
  }

  /// One side.
  @inline(__always) subscript(side: Side) -> SideDomain { side == .right ? right : left }

  /// The possible motor levels of a side.
  @inline(__always)
  func motorLevels(_ side: Side) -> UInt32 {
    self[side].motorLevels(
      contractionCanBeAbsent: contractionCanBeAbsent, contractionCanBePresent: contractionCanBePresent)
  }
}
