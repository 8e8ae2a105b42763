import ISNCSCI

/// From whom the people of a cohort are drawn.
public struct Population: Sendable, Hashable {
  /// Weights of countries.
  public var countries: [Country: Double]
  /// Year of injury.
  public var year: Double
  /// Neurological levels that are drawn; others are left out before anything is lived.
  public var levels: ClosedRange<SpinalLevel>
  /// Grades at the first examination that are drawn.
  public var grades: [ImpairmentScale]

  /// Describes a population.
  ///
  /// - Parameters:
  ///   - countries: weights of countries.
  ///   - year: year of injury.
  ///   - levels: levels that are drawn.
  ///   - grades: grades that are drawn.
  public init(
    countries: [Country: Double] = [.usa: 1], year: Double = 2020,
    levels: ClosedRange<SpinalLevel> = .c1 ... .l2, grades: [ImpairmentScale] = [.a, .b, .c, .d]
  ) {
    self.countries = countries
    self.year = year
    self.levels = levels
    self.grades = grades
  }
}
