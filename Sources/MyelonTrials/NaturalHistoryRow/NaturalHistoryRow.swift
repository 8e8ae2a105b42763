import ISNCSCI

/// One published figure of natural history.
public struct NaturalHistoryRow: Sendable, Hashable, Codable {
  /// What a figure was used for.
  public enum Role: String, Sendable, Hashable, Codable {
    /// Numbers of the model were adjusted to it.
    case fit
    /// Never used to set a number.
    case heldOut
  }

  /// Identifier of the table of facts, such as `NH04`.
  public let id: String
  /// Study in words.
  public let study: String
  /// Levels, such as `C1 to C8`.
  public let levels: String
  /// Levels of the cohort from which people of `levels` are taken; nil for a cohort of `levels` alone.
  public let within: String?
  /// Grade at the baseline, A to D, or several such as `A to C`.
  public let grade: String
  /// Day of the baseline: 7, 15 or 30.
  public let baselineDay: Int
  /// Year of injury that is simulated.
  public let year: Int
  /// What is counted.
  public let measure: NaturalHistoryMeasure
  /// Published value, or the lower end of a published range.
  public let value: Double
  /// Upper end of a published range.
  public let upTo: Double?
  /// Published standard deviation between people.
  public let spread: Double?
  /// People of the study.
  public let n: Int?
  /// What the figure was used for.
  public let role: Role
  /// What a reader should know.
  public let note: String?

  /// The people that are simulated for the figure; nil when levels or grade cannot be read.
  public var population: NaturalHistoryPopulation? {
    guard let own = ownLevels,
      let population = NaturalHistoryPopulation(levels: within ?? levels, grade: grade, year: year),
      population.levels.contains(own.lowerBound), population.levels.contains(own.upperBound)
    else { return nil }
    return population
  }

  /// The levels of the figure.
  var ownLevels: ClosedRange<SpinalLevel>? { NaturalHistoryPopulation.levels(levels) }

  /// Standard error of the published value by its number of people; 0 when unknown.
  var standardError: Double {
    guard let n, n > 0 else { return 0 }
    if let spread { return spread / Double(n).squareRoot() }
    guard measure.isShare else { return 0 }
    // Half a person more on either side, so that none of few is not certain (Agresti and Coull 1998).
    let p = (value / 100 * Double(n) + 0.5) / (Double(n) + 1)
    return 100 * (p * (1 - p) / Double(n)).squareRoot()
  }
}
