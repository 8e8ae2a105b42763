import MyelonStatistics

/// The outcomes of all lived members of a study, one column an outcome, with their weights.
struct ForecastTable: Sendable {
  /// What an outcome is filed under.
  struct Place: Hashable, Sendable {
    let arm: String
    let day: Double
    let name: String
  }

  let description: StudyDescription
  /// Weights of the members, summing to 1.
  private(set) var weights: [Double] = []
  /// Number of members.
  var count: Int { weights.count }
  /// Values of the study's parameters, one column a parameter.
  private(set) var parameters: [[Double]]
  /// Outcomes in the study's order; NaN where a number could not be determined.
  private var columns: [[Double]]
  private let places: [Place: Int]
  /// Names of the arms in the study's order.
  let arms: [String]

  init(_ description: StudyDescription) {
    self.description = description
    parameters = [[Double]](repeating: [], count: description.parameters.count)
    columns = [[Double]](repeating: [], count: description.outcomes.count)
    var places: [Place: Int] = [:]
    var arms: [String] = []
    for (index, outcome) in description.outcomes.enumerated() {
      places[Place(arm: outcome.arm, day: outcome.day, name: outcome.name)] = index
      if arms.last != outcome.arm, !arms.contains(outcome.arm) { arms.append(outcome.arm) }
    }
    self.places = places
    self.arms = arms
  }

  /// Adds a member that was lived.
  mutating func add(_ record: MemberRecord, weight: Double) throws(ForecastError) {
    for (found, required) in [
      (record.outcomes.count, columns.count), (record.member.values.count, parameters.count),
    ] where found != required {
      throw .wrongRecord(member: record.member.index, required: required, found: found)
    }
    for (index, value) in record.outcomes.enumerated() {
      columns[index].append(value.flatMap { $0.isFinite ? $0 : nil } ?? .nan)
    }
    for (index, value) in record.member.values.enumerated() { parameters[index].append(value) }
    weights.append(weight)
  }

  /// Scales the weights so that they sum to 1; at least one is positive.
  mutating func normaliseWeights() throws(ForecastError) {
    do { weights = try WeightedSample.normalised(weights, count: count) } catch { throw .statistics(error) }
  }

  /// An outcome of all members, NaN where it is missing; nil when the study does not have it.
  func column(arm: String, day: Double, name: String) -> [Double]? {
    places[Place(arm: arm, day: day, name: name)].map { columns[$0] }
  }

  /// The outcomes of an arm, each once, in the study's order.
  func outcomes(of arm: String) -> [StudyOutcome] {
    var seen: Set<String> = []
    return description.outcomes.filter { $0.arm == arm && seen.insert($0.name).inserted }
  }

  /// The days of an arm, ascending.
  func days(of arm: String) -> [Double] {
    Set(description.outcomes.filter { $0.arm == arm }.map(\.day)).sorted()
  }

  /// The members of which something is known: their values and weights.
  ///
  /// - Parameter values: one number a member, NaN where it is missing.
  /// - Returns: the sample, nil when nothing is known of any member.
  /// - Throws: `ForecastError.statistics` never, as weights are checked.
  func sample(_ values: [Double]) throws(ForecastError) -> WeightedSample? {
    let known = values.indices.filter { !values[$0].isNaN }
    guard !known.isEmpty else { return nil }
    return try Self.checked { () throws(StatisticsError) in
      try WeightedSample(known.map { values[$0] }, weights: known.map { weights[$0] })
    }
  }

  /// The share of members that something is true of, among those of which it is known.
  ///
  /// - Parameters:
  ///   - hits: one a member, nil where it is not known.
  ///   - confidence: confidence of the interval.
  /// - Returns: the share with its coverage.
  /// - Throws: `ForecastError.statistics` never, as weights are checked.
  func share(_ hits: [Bool?], confidence: Double) throws(ForecastError) -> ForecastShare {
    let known = hits.indices.filter { hits[$0] != nil }
    let coverage = MemberCoverage(known: hits.map { $0 != nil }, weights: weights)
    guard !known.isEmpty else { return ForecastShare(estimate: nil, coverage: coverage) }
    let estimate = try Self.checked { () throws(StatisticsError) in
      try ProportionInterval.weighted(
        known.map { hits[$0] ?? false }, weights: known.map { weights[$0] }, confidence: confidence)
    }
    return ForecastShare(estimate: estimate, coverage: coverage)
  }

  /// The weighted mean of a sample with its Monte Carlo interval; nil for fewer than two members.
  static func mean(_ sample: WeightedSample, confidence: Double) throws(ForecastError) -> Estimate? {
    guard sample.values.count >= 2 else { return nil }
    return try checked { () throws(StatisticsError) in try sample.meanEstimate(confidence: confidence) }
  }

  /// Passes an error of the statistics on as one of the forecast.
  static func checked<Value>(_ body: () throws(StatisticsError) -> Value) throws(ForecastError) -> Value {
    do { return try body() } catch { throw .statistics(error) }
  }
}
