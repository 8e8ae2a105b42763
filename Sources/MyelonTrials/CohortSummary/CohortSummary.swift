import ISNCSCI
import MyelonStatistics

/// What a cohort's people look like and what becomes of them without treatment, in the words of natural-history tables.
public struct CohortSummary: Sendable, Hashable, Codable {
  /// A group of people: all of them, or a region and grade.
  public struct Group: Sendable, Hashable, Codable {
    /// Name of the region, or `all`.
    public let region: String
    /// Grade at the first examination, or `all`.
    public let grade: String
    /// Number of people.
    public let people: Int
    /// Mean age, years.
    public let age: Double
    /// Shares of grades A to E at the last visit, of those whose grade is known.
    public let finalGrades: [Double]
    /// People whose last grade is known.
    public let graded: Int
    /// Share whose last grade is better than the first.
    public let converted: Estimate?
    /// Share motor incomplete (C to E) at the last visit.
    public let motorIncomplete: Estimate?
    /// Gain of the motor score from enrolment to the last visit.
    public let motorGain: Estimate?
    /// Gain of the upper-extremity motor score from enrolment to the last visit.
    public let upperGain: Estimate?
  }

  /// The motor score of people of one grade over the visits.
  public struct Course: Sendable, Hashable, Codable {
    /// The score at a visit.
    public struct Point: Sendable, Hashable, Codable {
      /// Day after enrolment.
      public let day: Double
      /// People whose score is known.
      public let people: Int
      /// Mean with Student's interval; nil for fewer than two people.
      public let score: Estimate?
    }

    /// Grade at the first examination.
    public let grade: String
    /// Number of people.
    public let people: Int
    /// The visits in order.
    public let points: [Point]
  }

  /// Day of the last visit after enrolment.
  public let day: Double
  /// The groups: all, then each region and grade that has people.
  public let groups: [Group]
  /// Courses of the motor score, a grade each that has people.
  public let courses: [Course]

  /// Regions by their lowest and highest neurological level.
  static let regions: [(name: String, levels: ClosedRange<SpinalLevel>)] = [
    ("C1-C8", .c1 ... .c8), ("T1-T9", .t1 ... .t9), ("T10-T12", .t10 ... .t12), ("L1-L2", .l1 ... .l2),
  ]

  /// Sums up a bank.
  ///
  /// - Parameters:
  ///   - bank: the lived people.
  ///   - arm: place of the arm.
  public init(_ bank: CohortBank, arm: Int = 0) {
    day = bank.plan.visits.last ?? 0
    var groups = [Self.group("all", "all", Array(bank.people.indices), bank, arm)]
    for region in Self.regions {
      for grade in [ImpairmentScale.a, .b, .c, .d] {
        let people = bank.people.indices.filter {
          region.levels.contains(bank.people[$0].level) && bank.people[$0].grade == grade
        }
        if !people.isEmpty {
          groups.append(Self.group(region.name, grade.description, people, bank, arm))
        }
      }
    }
    self.groups = groups
    courses = [ImpairmentScale.a, .b, .c, .d].compactMap { Self.course($0, bank, arm) }
  }

  private static func course(_ grade: ImpairmentScale, _ bank: CohortBank, _ arm: Int) -> Course? {
    let people = bank.people.indices.filter { bank.people[$0].grade == grade }
    guard !people.isEmpty, let measure = bank.measure("motor_score") else { return nil }
    let points = bank.plan.visits.enumerated().map { visit, day in
      let scores = people.compactMap { bank.value(person: $0, arm: arm, visit: visit, measure: measure) }
      return Course.Point(day: day, people: scores.count, score: Estimate(meanOf: scores))
    }
    return Course(grade: grade.description, people: people.count, points: points)
  }

  private static func group(
    _ region: String, _ grade: String, _ people: [Int], _ bank: CohortBank, _ arm: Int
  ) -> Group {
    let last = bank.plan.visits.count - 1
    func value(_ person: Int, _ visit: Int, _ name: String) -> Double? {
      bank.measure(name).flatMap { bank.value(person: person, arm: arm, visit: visit, measure: $0) }
    }
    let graded = people.compactMap { person in
      value(person, last, "impairment_scale").map {
        (first: Double(bank.people[person].grade.rawValue) + 1, last: $0)
      }
    }
    func gains(_ name: String) -> [Double] {
      people.compactMap { person in
        guard let before = value(person, 0, name), let after = value(person, last, name) else { return nil }
        return after - before
      }
    }
    return Group(
      region: region, grade: grade, people: people.count,
      age: people.reduce(0) { $0 + bank.people[$1].age } / Double(max(1, people.count)),
      finalGrades: (1...5).map { code in
        Double(graded.filter { $0.last == Double(code) }.count) / Double(max(1, graded.count))
      },
      graded: graded.count, converted: share(graded.filter { $0.last > $0.first }.count, graded.count),
      motorIncomplete: share(graded.filter { $0.last >= 3 }.count, graded.count),
      motorGain: Estimate(meanOf: gains("motor_score")),
      upperGain: Estimate(meanOf: gains("upper_extremity_motor_score")))
  }

  private static func share(_ events: Int, _ people: Int) -> Estimate? {
    people > 0 ? try? ProportionInterval.wilson(successes: events, trials: people) : nil
  }
}
