import MyelonFields
import MyelonQuantities
import MyelonStatistics

/// Takes members one by one and makes a forecast of them.
struct ForecastBuilder {
  let description: StudyDescription
  /// Name of the study in messages.
  let name: String
  let settings: ForecastSettings
  private(set) var table: ForecastTable
  private var weighting = Weighting()
  private var failures: [String: Int] = [:]

  /// Counts and sums of weights over all members.
  private struct Weighting {
    var total = 0
    var without = 0
    var weightless = 0
    var failed = 0
    var unfinished = 0
    /// Weight of members that were lived, and of those that failed; 1 each without weights.
    var lived = 0.0
    var lost = 0.0
  }

  init(_ description: StudyDescription, name: String, settings: ForecastSettings) {
    self.description = description
    self.name = name
    self.settings = settings
    table = ForecastTable(description)
  }

  /// Adds a member, whatever became of it.
  mutating func add(_ record: MemberRecord) throws(ForecastError) {
    weighting.total += 1
    let weight = record.member.weight ?? 1
    if record.member.weight == nil { weighting.without += 1 }
    guard weight >= 0, weight.isFinite else {
      throw .wrongWeight(member: record.member.index, weight: weight)
    }
    switch record.status {
    case .queued, .running: weighting.unfinished += 1
    case .failed:
      weighting.failed += 1
      weighting.lost += weight
      failures[record.reason ?? "no reason was stored", default: 0] += 1
    case .done where weight == 0: weighting.weightless += 1
    case .done:
      weighting.lived += weight
      try table.add(record, weight: weight)
    }
  }

  /// Makes the forecast.
  mutating func forecast(executor: SlabExecutor) throws(ForecastError) -> Forecast {
    try settings.check()
    try check()
    try table.normaliseWeights()
    let members = members
    let reference = try reference
    // Also where there is nothing to compare: a wrong name must not pass unnoticed.
    for marker in settings.biomarkers ?? [] {
      try BiomarkerValues.check(marker, against: reference, table: table)
    }
    var arms: [ForecastArm] = []
    for arm in table.arms { arms.append(try ForecastArm(arm, table: table, settings: settings)) }
    let margins = try margins
    let pairs = pairs(reference: reference)
    let comparisons = try comparisons(pairs, margins, executor: executor)
    let tables = try tables(pairs.filter { $0.against == reference }, margins)
    let notes = ForecastNotes(
      members: members, arms: arms, comparisons: comparisons, tables: tables, name: name
    ).all
    return Forecast(
      name: description.name, scenario: description.scenario, identityHash: description.identityHash,
      programVersion: description.programVersion, seed: description.seed, parameters: description.parameters,
      settings: settings, reference: reference, members: members, arms: arms, comparisons: comparisons,
      tables: tables, notes: notes)
  }

  private func check() throws(ForecastError) {
    if weighting.unfinished > 0, !settings.acceptsUnfinished {
      throw .unfinished(study: name, unfinished: weighting.unfinished, total: weighting.total)
    }
    if weighting.without > 0, weighting.without < weighting.total {
      throw .mixedWeights(study: name, without: weighting.without, total: weighting.total)
    }
    guard table.count >= 2, !table.arms.isEmpty else {
      throw .tooFewMembers(
        study: name, lived: table.count, failed: weighting.failed, weightless: weighting.weightless)
    }
  }

  private var members: ForecastMembers {
    let sorted = failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ForecastMembers(
      total: weighting.total, lived: table.count, weightless: weighting.weightless,
      failed: weighting.failed,
      failedShare: weighting.lost / (weighting.lost + weighting.lived), unfinished: weighting.unfinished,
      areWeighted: weighting.without == 0, effectiveSize: WeightedSample.effectiveSize(table.weights),
      largestShare: table.weights.max() ?? 0,
      failures: sorted.prefix(10).map { ForecastMembers.Failure(reason: $0.key, count: $0.value) })
  }

  // MARK: - What is compared

  /// The arm that others are set against: the one asked for, else the first untreated one, else the first.
  private var reference: String {
    get throws(ForecastError) {
      if let wanted = settings.reference {
        guard table.arms.contains(wanted) else { throw .unknownArm(name: wanted, known: table.arms) }
        return wanted
      }
      // Only arms with a therapy yield its numbers.
      let therapy = Set(LifeOutcomes.therapyNames)
      let untreated = table.arms.first { arm in
        !table.outcomes(of: arm).contains { therapy.contains($0.name) }
      }
      return untreated ?? table.arms[0]
    }
  }

  /// All pairs of arms, those with the reference first.
  private func pairs(reference: String) -> [ForecastComparison.Pair] {
    let order = [reference] + table.arms.filter { $0 != reference }
    return order.indices.flatMap { second in
      order.indices.dropFirst(second + 1).map { first in
        ForecastComparison.Pair(arm: order[first], against: order[second])
      }
    }
  }

  /// The margins with the outcomes that they are about.
  private var margins: [(margin: ForecastMargin, outcome: StudyOutcome)] {
    get throws(ForecastError) {
      guard let wanted = settings.margins else {
        return ForecastMargin.standard.compactMap { margin in
          outcome(margin.outcome).map { (margin, $0) }
        }
      }
      var found: [(margin: ForecastMargin, outcome: StudyOutcome)] = []
      for margin in wanted {
        guard let outcome = outcome(margin.outcome) else {
          let names = Set(description.outcomes.map(\.name)).sorted()
          throw .unknownOutcome(name: margin.outcome, nearest: NearestName.of(margin.outcome, in: names))
        }
        if outcome.unit == ForecastCode.unit, !ForecastCode.isOrdered(margin.outcome) {
          throw .noMargin(outcome: margin.outcome)
        }
        found.append((margin, outcome))
      }
      return found
    }
  }

  private func outcome(_ name: String) -> StudyOutcome? {
    description.outcomes.first { $0.name == name }
  }
}
