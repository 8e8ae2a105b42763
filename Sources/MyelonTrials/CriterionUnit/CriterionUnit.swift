/// The unit of a number in a record, and the other units in which a criterion may write that number.
///
/// A criterion's literals are turned into the field's unit when it is read; a record holds numbers in the field's
/// unit only. A spelling's size is its length in some base that all spellings of the unit share, so that a
/// literal is multiplied by one size and divided by another: with sizes that are small whole numbers or halves,
/// `216 months` is 18 years exactly.
public struct CriterionUnit: Sendable, Hashable {
  /// The unit's name, as reasons and canonical texts print it, for example `years`.
  public let symbol: String
  /// One unit in the common base of all spellings.
  public let size: Double
  /// Other names for this unit and names of units that can be turned into it.
  public let spellings: [Spelling]

  /// A name for a unit, with the size of that unit.
  public struct Spelling: Sendable, Hashable {
    /// How the unit may be written.
    public let symbol: String
    /// One of it in the common base.
    public let size: Double

    /// A name for a unit.
    ///
    /// - Parameters:
    ///   - symbol: how it may be written; letter case does not matter.
    ///   - size: one of it in the common base, above 0.
    public init(_ symbol: String, size: Double) {
      self.symbol = symbol
      self.size = size
    }
  }

  /// A unit.
  ///
  /// - Parameters:
  ///   - symbol: its name as printed.
  ///   - size: one of it in the common base, above 0.
  ///   - synonyms: other names of the same unit.
  ///   - convertible: units that can be turned into it, with their sizes in the same base.
  public init(
    _ symbol: String, size: Double = 1, synonyms: [String] = [], convertible: [Spelling] = []
  ) {
    self.symbol = symbol
    self.size = size
    self.spellings = synonyms.map { Spelling($0, size: size) } + convertible
  }

  /// The size of the unit that a criterion writes as `text`; `nil` when it is no name for this unit or one
  /// convertible to it.
  func size(of text: String) -> Double? {
    let name = CriterionNames.folded(text)
    if name == CriterionNames.folded(symbol) { return size }
    return spellings.first { CriterionNames.folded($0.symbol) == name }?.size
  }

  /// Every name that may be written, the printed one first.
  var names: [String] { [symbol] + spellings.map(\.symbol) }
}
