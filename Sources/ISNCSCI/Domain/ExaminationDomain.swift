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
}
