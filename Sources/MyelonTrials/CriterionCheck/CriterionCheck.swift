/// A question about one field: the smallest part of a criterion.
struct CriterionCheck: Sendable, Hashable {
  let field: CriterionField
  let condition: CriterionCondition

  /// The answer for one person.
  func truth(on record: CriterionRecord) -> CriterionTruth {
    condition.truth(of: CriterionReading(of: field, in: record))
  }

  /// The question in its canonical text.
  var text: String { field.name + condition.text(in: field) }

  /// A number as short as it can be without changing the answer.
  ///
  /// 65.0004 years must not be printed as 65 where at most 65 is required.
  func printable(_ number: Double) -> Double {
    let rounded = CriterionNumber.rounded(number)
    let same = condition.truth(of: .number(rounded)) == condition.truth(of: .number(number))
    return same ? rounded : number
  }
}
