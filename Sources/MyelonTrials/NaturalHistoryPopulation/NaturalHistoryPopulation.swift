import ISNCSCI

/// People of some grades on day 7, of some levels and a year of injury.
public struct NaturalHistoryPopulation: Sendable, Hashable {
  /// Neurological levels that are drawn.
  public let levels: ClosedRange<SpinalLevel>
  /// Grades on day 7.
  public let grades: [ImpairmentScale]
  /// Year of injury.
  public let year: Int

  /// Reads a population; nil when a word is not understood.
  ///
  /// - Parameters:
  ///   - levels: `C4` or `C4 to C7`, C1 to L2.
  ///   - grade: A, B, C or D, or several such as `A to C`.
  ///   - year: year of injury, 1970 to 2060.
  public init?(levels: String, grade: String, year: Int) {
    guard let found = Self.levels(levels), let grades = Self.grades(grade), (1970...2060).contains(year)
    else {
      return nil
    }
    self.levels = found
    self.grades = grades
    self.year = year
  }

  /// Name of a study and its file.
  public var name: String {
    let grade = grades.map(\.description).joined()
    return "\(levels.lowerBound)-\(levels.upperBound)-\(grade)-\(year)"
  }

  /// Levels in words, C1 to L2.
  static func levels(_ text: String) -> ClosedRange<SpinalLevel>? {
    guard let (first, last) = ends(text), let low = SpinalLevel(first), let high = SpinalLevel(last),
      low <= high, high <= .l2
    else { return nil }
    return low...high
  }

  private static func grades(_ text: String) -> [ImpairmentScale]? {
    let all: [ImpairmentScale] = [.a, .b, .c, .d]
    guard let (first, last) = ends(text), let low = all.firstIndex(where: { $0.description == first }),
      let high = all.firstIndex(where: { $0.description == last }), low <= high
    else { return nil }
    return Array(all[low...high])
  }

  /// The words of `X` or `X to Y`.
  private static func ends(_ text: String) -> (String, String)? {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 1 { return (words[0], words[0]) }
    guard words.count == 3, words[1] == "to" else { return nil }
    return (words[0], words[2])
  }
}
