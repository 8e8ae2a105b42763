/// Why a text is no criterion: where, what is required there, and what was found.
public struct CriterionError: Error, Sendable, Hashable {
  /// The sorts of fault.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// There is nothing but blanks.
    case empty
    /// The text, or its canonical form, is longer than `Criterion.longestText`.
    case tooLong
    /// Parentheses and `not` are nested deeper than `Criterion.deepestNesting`.
    case tooDeep
    /// A character that has no meaning here.
    case unreadable
    /// A number with two points, or without digits on both sides of its point.
    case malformedNumber
    /// A number too large or too near 0 to be told apart from infinity or 0.
    case numberOutOfRange
    /// Something else has to stand here.
    case unexpected
    /// A name that is no field's.
    case unknownField
    /// A word that the field does not have.
    case unknownWord
    /// A number where the field has words, a word where it has numbers, a list for a flag and the like.
    case wrongType
    /// An order is asked of a field that has none.
    case noOrder
    /// A unit that cannot be turned into the field's.
    case unknownUnit
    /// Some numbers of a range or list have units and others do not.
    case mixedUnits
    /// A range whose first end is greater than the second.
    case emptyRange
  }

  /// The sort of fault.
  public let kind: Kind
  /// The whole text.
  public let text: String
  /// Where the fault begins, counted in characters from 1; one past the last where something is missing.
  public let column: Int
  /// What is required there, for example `the name of a field`.
  public let required: String
  /// What was found, for example `'agee'` or `the end of the text`.
  public let found: String
  /// What was probably meant.
  public let nearest: String?

  init(
    _ kind: Kind, in text: String, column: Int, required: String, found: String, nearest: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.column = column
    self.required = required
    self.found = found
    self.nearest = nearest
  }
}
