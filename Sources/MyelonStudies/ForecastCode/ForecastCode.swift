import ISNCSCI
import MyelonStatistics

/// The probabilities of each value of a grade or level at every visit.
public struct ForecastCode: Sendable, Hashable, Codable {
  /// One value of a code.
  public struct Category: Sendable, Hashable, Codable {
    /// The code as the study stores it.
    public let code: Int
    /// What it stands for, such as "B" or "C6".
    public let label: String
    /// Its probability among the members whose value is known.
    public let share: Estimate
  }

  /// The code on one day.
  public struct Visit: Sendable, Hashable, Codable {
    /// Day after injury.
    public let day: Double
    /// How many members it rests on; an examination may leave a grade open.
    public let coverage: MemberCoverage
    /// The values with their probabilities, ascending; empty when nothing is known.
    ///
    /// All five grades of the impairment scale; of other codes those that occur.
    public let categories: [Category]
  }

  /// What was found.
  public let name: String
  /// What the codes mean.
  public let meaning: String
  /// The visits in order of time.
  public let visits: [Visit]

  /// The visit of a day, or nil.
  public func visit(_ day: Double) -> Visit? { visits.first { $0.day == day } }
}

extension ForecastCode {
  /// Unit of the outcomes that are codes.
  static let unit = "code"
  /// The outcome that holds the AIS grade, A 1 to E 5.
  static let impairmentScale = "impairment_scale"
  /// Outcomes that hold a level, C1 1 to S4-5 29 and 30 where there is none.
  static let levels = ["neurological_level", "motor_level_right", "motor_level_left"]

  /// Whether codes of this name have an order in which more is better, so that differences mean something.
  static func isOrdered(_ name: String) -> Bool { name == impairmentScale || levels.contains(name) }

  /// What a code stands for.
  static func label(_ code: Int, of name: String) -> String {
    if name == impairmentScale {
      return UInt8(exactly: code - 1).flatMap(ImpairmentScale.init(rawValue:))?.description ?? "\(code)"
    }
    guard levels.contains(name), let level = UInt8(exactly: code - 1).flatMap(SpinalLevel.init(rawValue:))
    else { return "\(code)" }
    return level == .intact ? "none" : level.description
  }

  /// Sums up a code of an arm.
  init(_ outcome: StudyOutcome, days: [Double], table: ForecastTable, confidence: Double)
    throws(ForecastError)
  {
    name = outcome.name
    meaning = outcome.meaning
    var found: [Visit] = []
    for day in days {
      guard let values = table.column(arm: outcome.arm, day: day, name: outcome.name) else { continue }
      let codes = values.map { $0.isNaN ? nil : Int(exactly: $0.rounded()) }
      let occurring = Set(codes.compactMap { $0 })
      let all = outcome.name == Self.impairmentScale ? occurring.union(1...5) : occurring
      var categories: [Category] = []
      for code in all.sorted() {
        let share = try table.share(codes.map { $0.map { $0 == code } }, confidence: confidence)
        guard let estimate = share.estimate else { continue }
        categories.append(
          Category(code: code, label: Self.label(code, of: outcome.name), share: estimate))
      }
      found.append(
        Visit(
          day: day, coverage: MemberCoverage(known: codes.map { $0 != nil }, weights: table.weights),
          categories: categories))
    }
    visits = found
  }
}
