/// One thing that is known of a person, by the name under which criteria ask for it.
public struct CriterionField: Sendable, Hashable {
  /// The name in kebab-case, for example `days-since-injury`.
  public let name: String
  /// What it holds.
  public let kind: CriterionKind
  /// Other names under which a criterion may ask for it.
  public let synonyms: [String]
  /// One sentence that says what it means.
  public let meaning: String

  /// A field.
  ///
  /// - Parameters:
  ///   - name: kebab-case; criteria may write underscores and capitals.
  ///   - kind: what it holds; the unit of a number stands here.
  ///   - synonyms: other names for it.
  ///   - meaning: one sentence.
  public init(_ name: String, _ kind: CriterionKind, synonyms: [String] = [], meaning: String = "") {
    self.name = CriterionNames.folded(name)
    self.kind = kind
    self.synonyms = synonyms.map(CriterionNames.folded)
    self.meaning = meaning
  }

  /// The unit of a number that has one.
  public var unit: CriterionUnit? {
    guard case .number(let unit) = kind else { return nil }
    return unit
  }

  /// The place of a word in the field's list; letter case and underscores do not matter.
  func place(of word: String) -> Int? {
    let words = kind.words
    if let exact = words.firstIndex(of: word) { return exact }
    guard word.utf8.count <= CriterionNames.longest else { return nil }
    let name = CriterionNames.folded(word)
    return words.firstIndex { CriterionNames.folded($0) == name }
  }
}
