import MyelonStatistics
import MyelonTrialDesigns

/// What came out of many trials under one truth.
public struct TrialWorld: Sendable, Hashable, Codable {
  /// What came out of the expansion.
  public struct Expansion: Sendable, Hashable, Codable {
    /// Trials that reached it.
    public let reached: Int
    /// Trials stopped for harm.
    public let stoppedForHarm: Int
    /// Trials stopped for futility, or ended without success.
    public let withoutSuccess: Int
    /// Trials that went on from it.
    public let success: Int
    /// Mean number of people.
    public let people: Double
    /// Share of responders among those judged.
    public let responders: Double?
    /// Mean change of the motor score over the people of all trials.
    ///
    /// Means of single trials would be too low on average, because trials that stop early for futility are those whose few people
    /// gained little.
    public let gain: Estimate?
    /// Trials in which a t test without controls would have claimed improvement.
    public let claims: Int
    /// Mean share of people with a better grade.
    public let converted: Double?
  }

  /// What is true.
  public let truth: TrialTruth
  /// Trials.
  public let trials: Int
  /// Trials that selected each dose; the first number those that selected none.
  public let selected: [Int]
  /// Mean number of patients at each dose of dose finding.
  public let patients: [Double]
  /// Mean number of toxicities at each dose of dose finding.
  public let toxicities: [Double]
  /// The expansion; nil without one.
  public let expansion: Expansion?
  /// Trials that reached the comparison with controls.
  public let compared: Int
  /// The comparison, in trials that reached it; nil if none did.
  public let comparison: EfficacyCharacteristics?
  /// Trials whose comparison is significant against the therapy; a two-sided test counts them as success too.
  public let harmful: Int
  /// Share of all trials that ended in success: a significant benefit over controls, or, without a comparison, the last stage passed.
  public let success: Estimate
  /// Mean number of people enrolled.
  public let enrolled: Double
  /// Mean number of people screened for one enrolled.
  public let screenedPerEnrolled: Double
  /// Mean duration, days; nil without a calendar.
  public let days: Double?

  init(_ truth: TrialTruth, courses: [TrialCourse], of setup: VirtualTrial) {
    self.truth = truth
    trials = courses.count
    let count = Double(max(1, courses.count))
    let doses = setup.armOfDose.count
    selected = (0...doses).map { dose in courses.filter { ($0.selected ?? 0) == dose }.count }
    patients = (0..<doses).map { dose in Double(courses.reduce(0) { $0 + $1.patients[dose] }) / count }
    toxicities = (0..<doses).map { dose in Double(courses.reduce(0) { $0 + $1.toxicities[dose] }) / count }
    expansion = setup.trial.expansion.map { _ in Self.expansion(courses) }
    let compared = courses.compactMap(\.comparison)
    self.compared = compared.count
    if compared.isEmpty {
      comparison = nil
    } else {
      var tally = SimulatedTally(looks: setup.comparison?.plan?.informationFractions.count ?? 1)
      for trial in compared { tally.add(trial) }
      comparison = EfficacyCharacteristics(tally, trueEffect: nil)
    }
    harmful = compared.filter { $0.isSuccess && !$0.isFailed && $0.estimate < 0 }.count
    let wins =
      setup.trial.randomised != nil
      ? compared.filter { $0.isSuccess && !$0.isFailed && $0.estimate >= 0 }.count
      : courses.filter { $0.expansion == .success || (setup.trial.expansion == nil && $0.selected != nil) }
        .count
    success =
      (try? ProportionInterval.wilson(successes: wins, trials: max(1, courses.count)))
      ?? Estimate(value: .nan, standardError: .nan, low: .nan, high: .nan)
    enrolled = Double(courses.reduce(0) { $0 + $1.enrolled }) / count
    screenedPerEnrolled =
      Double(courses.reduce(0) { $0 + $1.screened }) / Double(max(1, courses.reduce(0) { $0 + $1.enrolled }))
    days =
      setup.trial.doseFinding?.calendar == nil ? nil : courses.reduce(0) { $0 + $1.days } / count
  }

  private static func expansion(_ courses: [TrialCourse]) -> Expansion {
    let reached = courses.filter { $0.expansionPeople > 0 }
    let judged = reached.reduce(0) { $0 + $1.judged }
    let converted = reached.compactMap(\.converted)
    func ended(_ ends: [TrialCourse.ExpansionEnd]) -> Int {
      reached.filter { course in course.expansion.map(ends.contains) ?? false }.count
    }
    return Expansion(
      reached: reached.count, stoppedForHarm: ended([.harm]), withoutSuccess: ended([.futility, .noSuccess]),
      success: ended([.success]),
      people: Double(reached.reduce(0) { $0 + $1.expansionPeople }) / Double(max(1, reached.count)),
      responders: judged > 0 ? Double(reached.reduce(0) { $0 + $1.responses }) / Double(judged) : nil,
      gain: gain(reached.map(\.gain)), claims: reached.filter(\.claimsImprovement).count,
      converted: converted.isEmpty ? nil : converted.reduce(0, +) / Double(converted.count))
  }

  /// Sum over sum, with the interval of a ratio of means over independent trials (Cochran 1977).
  private static func gain(_ trials: [(sum: Double, people: Int)]) -> Estimate? {
    let people = trials.reduce(0) { $0 + $1.people }
    guard people > 0, trials.count > 1 else { return nil }
    let count = Double(trials.count)
    let ratio = trials.reduce(0) { $0 + $1.sum } / Double(people)
    let squares = trials.reduce(0) { total, trial in
      let residual = trial.sum - ratio * Double(trial.people)
      return total + residual * residual
    }
    let error = (squares / (count - 1) * count).squareRoot() / Double(people)
    let reach = NormalDistribution.standard.upperQuantile(0.025) * error
    return Estimate(value: ratio, standardError: error, low: ratio - reach, high: ratio + reach)
  }
}
