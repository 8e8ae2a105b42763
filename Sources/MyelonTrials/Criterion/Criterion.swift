/// A condition on one person, read from a text such as `age between 18 and 65 and ais in {A, B}`.
///
/// The text is checked against a vocabulary when it is read: fields exist, values are of their field's kind, units
/// can be turned into the field's. What is left to a record is only whether values are known. The language is
/// described in Docs/Criteria.md.
///
///     let criterion = try Criterion("days-since-injury <= 2 weeks", vocabulary: vocabulary)
///     criterion.canonical                                           // days-since-injury <= 14 days
///     criterion.verdict(on: ["days-since-injury": .number(20)])
///     // .notMet(reason: "requires days-since-injury <= 14 days; found 20 days")
///
/// Two criteria are equal when their texts are; compare `canonical` to know whether they mean the same in the same
/// order.
public struct Criterion: Sendable, Hashable {
  /// The longest text that is read, in bytes of UTF-8; assumed because a criterion is a sentence, not a program.
  public static let longestText = 4096
  /// The deepest nesting of parentheses and `not` that is read; assumed because nobody can follow more.
  public static let deepestNesting = 32

  /// The text as written.
  public let text: String
  /// The same in one spelling, which reads back as the same condition.
  ///
  /// Names and words are as the vocabulary has them, numbers in the fields' units, lists ascending, and `and`
  /// inside `or` stands in parentheses.
  public let canonical: String
  let expression: CriterionExpression

  /// Reads a criterion.
  ///
  /// - Parameters:
  ///   - text: what is written.
  ///   - vocabulary: the fields that it may ask for.
  /// - Throws: `CriterionError` for the first fault, with its column.
  public init(_ text: String, vocabulary: CriterionVocabulary) throws(CriterionError) {
    expression = try CriterionParser.expression(of: text, vocabulary: vocabulary)
    self.text = text
    canonical = expression.text
  }

  /// The names of the fields that it asks for, in the order of the text, none twice.
  public var fields: [String] {
    var seen: Set<String> = []
    return expression.checks.map(\.field.name).filter { seen.insert($0).inserted }
  }
}

extension Criterion: CustomStringConvertible {
  /// The canonical text.
  public var description: String { canonical }
}
