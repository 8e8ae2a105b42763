import ISNCSCI
import MyelonQuantities

/// The people of one country in one year, as numbers ready to draw from.
public struct PopulationProfile: Sendable, Hashable {
  /// Mean age, years.
  public let ageMean: Double
  /// Deviation of age, years.
  public let ageDeviation: Double
  /// Youngest and oldest, years.
  public let ages: ClosedRange<Double>
  /// Share of men.
  public let maleShare: Double
  /// Share of falls among all.
  public let fallShare: Double
  /// Share of falls among people above sixty, of that among all.
  public let olderFallRatio: Double
  /// Share of violence, sports and other causes; road accidents have the rest.
  public let causeShares: [InjuryCause: Double]
  /// Share of each neurological level, C1 to L2; sums to one.
  public let levelShares: [LevelShare]

  /// Reads the numbers of a country.
  ///
  /// - Parameters:
  ///   - country: the country.
  ///   - year: the year of injury.
  ///   - table: the numbers, as `PopulationParameters.table` or with replaced ones.
  public init(_ country: Country, year: Double, table: ParameterTable) {
    let name = country.rawValue
    ageMean = Self.interpolated("\(name)_age_mean", year: year, table)
    ageDeviation = table["\(name)_age_deviation"]
    ages = table["age_lowest"]...table["age_highest"]
    maleShare = table["\(name)_male_share"]
    fallShare = Self.interpolated("\(name)_fall_share", year: year, table)
    olderFallRatio = table["older_fall_ratio"]
    causeShares = [
      .violence: table["\(name)_violence_share"], .sports: table["\(name)_sports_share"],
      .other: table["other_cause_share"],
    ]
    levelShares = Self.levels(cervical: table["\(name)_cervical_share"], table)
  }

  /// Share of each grade A to D at the first examination of an injury of a level.
  ///
  /// - Parameters:
  ///   - level: neurological level.
  ///   - table: the numbers.
  /// - Returns: four shares that sum to one.
  public static func gradeShares(at level: SpinalLevel, table: ParameterTable) -> [Double] {
    let region = level <= .c8 ? "cervical" : level <= .t12 ? "thoracic" : "lumbar"
    let known = ["a", "b", "c"].map { table["\(region)_\($0)_share"] }
    return known + [max(0, 1 - known.reduce(0, +))]
  }

  /// Radial spread of the strain of injuries of a level, half-diameters.
  ///
  /// - Parameters:
  ///   - level: neurological level.
  ///   - table: the numbers.
  /// - Returns: value of the model's `impact_radial_spread`.
  public static func strainSpread(at level: SpinalLevel, table: ParameterTable) -> Double {
    let region = level <= .c8 ? "cervical" : level <= .t9 ? "upper_thoracic" : "lower"
    return table["strain_spread_\(region)"]
  }

  /// The number of a pair at a year.
  static func interpolated(_ name: String, year: Double, _ table: ParameterTable) -> Double {
    let (early, late) = (PopulationParameters.earlierYear, PopulationParameters.laterYear)
    let share = min(1, max(0, (year - early) / (late - early)))
    return table["\(name)_1995"] + share * (table["\(name)_2015"] - table["\(name)_1995"])
  }

  private static func levels(cervical: Double, _ table: ParameterTable) -> [LevelShare] {
    let thoracic = (1 - cervical) * table["thoracic_share"]
    let lumbar = (1 - cervical) * (1 - table["thoracic_share"])
    let upper = SpinalLevel.allCases.filter { $0 >= .t1 && $0 <= .t9 }
    let lower: [SpinalLevel] = [.t10, .t11, .t12]
    let neck = SpinalLevel.allCases.filter { $0 <= .c8 }
    let parts = [
      shared(cervical, neck) { table["level_\($0.key.lowercased())_share"] },
      shared(thoracic * table["upper_thoracic_share"], upper) { $0 == .t4 ? table["level_t4_ratio"] : 1 },
      shared(thoracic * (1 - table["upper_thoracic_share"]), lower) {
        $0 == .t12 ? table["level_t12_ratio"] : 1
      },
      shared(lumbar, [.l1, .l2]) { $0 == .l1 ? table["level_l1_share"] : 1 - table["level_l1_share"] },
    ]
    return parts.flatMap { $0 }
  }

  /// A share divided among levels by weight.
  private static func shared(
    _ total: Double, _ levels: [SpinalLevel], weight: (SpinalLevel) -> Double
  ) -> [LevelShare] {
    let sum = levels.reduce(0) { $0 + weight($1) }
    return levels.map { LevelShare(level: $0, share: total * weight($0) / sum) }
  }

  /// Share of falls at an age: more above sixty, so much less below that the share among all stays.
  ///
  /// - Parameters:
  ///   - age: age, years.
  ///   - olderShare: share of people above sixty.
  /// - Returns: the share of falls at that age.
  public func fallShare(at age: Double, olderShare: Double) -> Double {
    let older = min(0.95, fallShare * olderFallRatio)
    guard age <= Self.olderAge else { return older }
    guard olderShare < 1 else { return fallShare }
    return max(0, (fallShare - olderShare * older) / (1 - olderShare))
  }

  /// Above it people count as older in the share of falls, years.
  public static let olderAge = 60.0
}
