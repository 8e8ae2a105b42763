import Foundation
import MyelonRandom
import MyelonStatistics
import Testing

@testable import MyelonStudies

@Suite("Forecast of a study") struct ForecastStudyTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private static let outcomes = ["untreated", "cells"].flatMap { arm in
    [3.0, 28, 365].flatMap { day in
      [("motor_score", "points"), ("impairment_scale", "code"), ("lesion_length", "mm")].map {
        StudyOutcome(arm: arm, day: day, name: $0.0, unit: $0.1, meaning: "what \($0.0) means")
      }
    }
  }

  private static let parameters = [
    StudyParameter(
      name: "injury.peak_compression", unit: "fraction", scale: .linear, range: 0...1, usual: nil,
      meaning: "how hard")
  ]

  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  /// A life by arithmetic; some members fail, some numbers are missing.
  private static let model = ClosureModel(
    name: "arithmetic lives", scenarioText: "v1", parameterNames: parameters.map(\.name), outcomes: outcomes
  ) { member in
    if member.index % 17 == 3 { throw Trouble(description: "the cord is torn") }
    var stream = RandomStream(seed: member.seed, entity: 1)
    let severity = member.values[0]
    return outcomes.map { outcome in
      let noise = stream.normal()
      let isTreated = outcome.arm == "cells"
      let time = outcome.day / 365
      switch outcome.name {
      case "motor_score":
        if member.index % 13 == 5, outcome.day > 3 { return nil }
        return (60 * (1 - severity) + 10 * time + (isTreated ? 8 * time * (1 - severity) : 0) + noise)
          .rounded()
      case "impairment_scale":
        return member.index % 11 == 7
          ? nil : Double(1 + min(4, Int(4 * (1 - severity) + time + 0.2 * abs(noise))))
      default: return 30 * severity
      }
    }
  }

  private func store(_ name: String = "s.db", members: Int = 120) throws -> StudyStore {
    let store = try StudyStore.create(
      at: folder.file(name), StudyDescription(Self.model, parameters: Self.parameters, seed: 21))
    try store.add(try ParameterSampling(Self.parameters, seed: 21).members(0..<members))
    return store
  }

  private func finished() throws -> StudyStore {
    let store = try store()
    try Ensemble(Self.model, settings: try EnsembleSettings(workers: 2, attempts: 1)).run(store)
    return store
  }

  /// A plain twin: sums over records, member by member.
  private struct Twin {
    let outcomes: [StudyOutcome]
    let lived: [MemberRecord]

    init(_ store: StudyStore) throws {
      outcomes = store.description.outcomes
      lived = try store.records(.done).filter { ($0.member.weight ?? 0) > 0 }
    }

    func values(_ arm: String, _ day: Double, _ name: String) -> [Double?] {
      let index = outcomes.firstIndex { $0.arm == arm && $0.day == day && $0.name == name } ?? -1
      return lived.map { $0.outcomes[index] }
    }

    /// Weighted mean over the members of which a number is known.
    func mean(_ numbers: [Double?]) -> Double {
      var (sum, weight) = (0.0, 0.0)
      for (number, record) in zip(numbers, lived) {
        guard let number else { continue }
        sum += number * (record.member.weight ?? 1)
        weight += record.member.weight ?? 1
      }
      return sum / weight
    }

    func share(_ numbers: [Double?], where isHit: (Double) -> Bool) -> Double {
      mean(numbers.map { $0.map { isHit($0) ? 1 : 0 } })
    }

    func differences(_ first: [Double?], _ second: [Double?]) -> [Double?] {
      zip(first, second).map { a, b in a.flatMap { a in b.map { a - $0 } } }
    }

    func benefit(_ day: Double, _ name: String) -> [Double?] {
      differences(values("cells", day, name), values("untreated", day, name))
    }
  }

  private func weighted() throws -> StudyStore {
    let store = try finished()
    var weights: [Int: Double] = [:]
    for index in 0..<120 { weights[index] = Double(index % 5) }
    try store.setWeights(weights)
    return store
  }

  @Test("Outcomes of a weighted study with gaps and failures equal those of plain loops over its records")
  func outcomesOfTwin() throws {
    let store = try weighted()
    let twin = try Twin(store)
    let forecast = try Forecast(store, settings: try ForecastSettings(replicates: 200), threads: 2)
    for arm in forecast.arms {
      for day in [28.0, 365] {
        let score = twin.values(arm.name, day, "motor_score")
        let gain = twin.differences(score, twin.values(arm.name, 3, "motor_score"))
        let visit = try #require(arm.outcome("motor_score")?.visit(day))
        #expect(isNear(visit.mean?.value, twin.mean(score)))
        #expect(isNear(visit.change?.mean?.value, twin.mean(gain)))
        #expect(visit.coverage.known == score.compactMap { $0 }.count && visit.coverage.missing > 0)
        let five = arm.event("motor_gain_5")?.visit(day)?.share.estimate?.value
        #expect(isNear(five, twin.share(gain) { $0 >= 5 }))
        let grades = twin.values(arm.name, day, "impairment_scale")
        for category in arm.code("impairment_scale")?.visit(day)?.categories ?? [] {
          #expect(isNear(category.share.value, twin.share(grades) { $0 == Double(category.code) }))
        }
        let climb = twin.differences(grades, twin.values(arm.name, 3, "impairment_scale"))
        let converted = arm.event("ais_conversion_1")?.visit(day)?.share.estimate?.value
        #expect(isNear(converted, twin.share(climb) { $0 >= 1 }))
      }
    }
  }

  @Test("Comparisons and strata of such a study equal those of plain loops")
  func comparisonsOfTwin() throws {
    let store = try weighted()
    let twin = try Twin(store)
    let forecast = try Forecast(store, settings: try ForecastSettings(replicates: 200), threads: 2)
    #expect(forecast.comparisons.count == 4 && forecast.tables.count == 4)
    for one in forecast.comparisons {
      let benefit = twin.benefit(one.day, one.outcome)
      #expect(isNear(one.benefit?.value, twin.mean(benefit)))
      #expect(isNear(one.better?.value, twin.share(benefit) { $0 >= one.margin }))
      #expect(isNear(one.worse?.value, twin.share(benefit) { $0 <= -one.margin }))
    }
    for table in forecast.tables {
      let benefit = twin.benefit(365, table.outcome)
      let marker = twin.values("untreated", 3, table.biomarker)
      for stratum in table.strata {
        let inside = zip(benefit, marker).map { benefit, marker in
          marker.flatMap {
            $0 >= stratum.from ?? -.infinity && $0 < stratum.to ?? .infinity ? benefit : nil
          }
        }
        #expect(stratum.members == inside.compactMap { $0 }.count && stratum.members > 0)
        #expect(isNear(stratum.benefit?.value, twin.mean(inside)))
        #expect(isNear(stratum.better?.value, twin.share(inside) { $0 >= table.margin }))
      }
    }
  }

  @Test("Failed members, weights and gaps are counted and told of")
  func counts() throws {
    let store = try finished()
    var weights: [Int: Double] = [:]
    for index in 0..<120 { weights[index] = index == 0 ? 0 : index == 3 ? 30 : 1 }
    try store.setWeights(weights)
    let members = try Forecast(store, settings: try ForecastSettings(replicates: 100)).members
    // Members 3, 20, 37, 54, 71, 88, 105 fail; member 0 has no weight.
    #expect(members.total == 120 && members.failed == 7 && members.weightless == 1 && members.lived == 112)
    #expect(isNear(members.failedShare, 36.0 / 148) && members.areWeighted && members.unfinished == 0)
    #expect(members.failures == [ForecastMembers.Failure(reason: "the cord is torn", count: 7)])
    #expect(isNear(members.effectiveSize, 112) && isNear(members.largestShare, 1.0 / 112))
    let notes = try Forecast(store, settings: try ForecastSettings(replicates: 100)).notes
    #expect(notes.contains { $0.hasPrefix("7 of 120 members failed (24.3 % of the weight)") })
    #expect(notes.contains { $0.contains("motor score (") && $0.contains("could not be determined") })
  }

  @Test(
    "A store and its records in memory give the same forecast, with any number of threads, and JSON keeps it")
  func sameBits() throws {
    let store = try finished()
    let settings = try ForecastSettings(replicates: 200)
    let forecast = try Forecast(store, settings: settings, threads: 1)
    #expect(try Forecast(store, settings: settings, threads: 3) == forecast)
    #expect(try Forecast(store.description, records: try store.records(), settings: settings) == forecast)
    let data = try ForecastExport(forecast).json()
    #expect(try JSONDecoder().decode(Forecast.self, from: data) == forecast)
    #expect(forecast.lastDay == 365 && forecast.programVersion == store.description.programVersion)
  }

  @Test("An unfinished study is refused unless it is accepted, and then told of")
  func unfinished() throws {
    let store = try store(members: 40)
    let model = ClosureModel(
      name: Self.model.name, scenarioText: Self.model.scenarioText, parameterNames: Self.model.parameterNames,
      outcomes: Self.model.outcomes
    ) { try Self.model.run($0) }
    var ended = 0
    try Ensemble(model, settings: try EnsembleSettings(workers: 1, attempts: 1)).run(
      store, progress: { ended = $0.endedHere }, shouldStop: { ended >= 0 })
    let counts = try store.counts()
    try #require(counts.unfinished > 0)
    #expect(
      throws: ForecastError.unfinished(study: store.path, unfinished: counts.unfinished, total: 40)
    ) { try Forecast(store, settings: try ForecastSettings()) }
    let records = try store.records() + Self.lived(from: 100, count: 5)
    let forecast = try Forecast(
      store.description, records: records,
      settings: try ForecastSettings(replicates: 100, acceptsUnfinished: true))
    #expect(forecast.members.unfinished == counts.unfinished)
    #expect(forecast.notes.first?.contains("have not ended") == true)
  }

  private static func lived(from first: Int, count: Int) -> [MemberRecord] {
    (first..<first + count).map { index in
      MemberRecord(
        StudyMember(index: index, seed: 1, values: [0.5]), status: .done,
        outcomes: outcomes.map { $0.name == "impairment_scale" ? 2 : 10 })
    }
  }

  @Test("Studies from which nothing follows are refused: one member, mixed or wrong weights, other numbers")
  func refusals() throws {
    let study = SmallStudy()
    let settings = try ForecastSettings(replicates: 100)
    func records(_ weights: [Double?], status: MemberStatus = .done) -> [MemberRecord] {
      weights.enumerated().map { index, weight in
        MemberRecord(
          StudyMember(index: index, seed: 1, values: [], weight: weight), status: status,
          outcomes: status == .done ? [1, 2, 3, 4] : [])
      }
    }
    func run(_ records: [MemberRecord]) throws -> Forecast {
      try Forecast(study.description, records: records, settings: settings)
    }
    #expect(throws: ForecastError.tooFewMembers(study: "small", lived: 1, failed: 0, weightless: 1)) {
      try run(records([1, 0]))
    }
    #expect(throws: ForecastError.tooFewMembers(study: "small", lived: 0, failed: 3, weightless: 0)) {
      try run(records([nil, nil, nil], status: .failed))
    }
    #expect(throws: ForecastError.tooFewMembers(study: "small", lived: 0, failed: 0, weightless: 0)) {
      try run([])
    }
    #expect(throws: ForecastError.mixedWeights(study: "small", without: 1, total: 3)) {
      try run(records([1, nil, 1]))
    }
    #expect(throws: ForecastError.wrongWeight(member: 1, weight: -1)) { try run(records([1, -1])) }
    #expect(throws: ForecastError.wrongWeight(member: 0, weight: .infinity)) {
      try run(records([.infinity, 1]))
    }
    var short = records([1, 1])
    short[1].outcomes = [1, 2]
    #expect(throws: ForecastError.wrongRecord(member: 1, required: 4, found: 2)) { try run(short) }
    #expect(throws: ForecastError.self) { try ForecastSettings(replicates: 10) }
    #expect(throws: ForecastError.self) { try ForecastSettings(confidence: 1) }
    #expect(throws: ForecastError.self) { try ForecastSettings(tumourVolume: .nan) }
    var changed = settings
    changed.confidence = 2
    #expect(throws: ForecastError.self) {
      try Forecast(study.description, records: records([1, 1]), settings: changed)
    }
  }

  @Test("What is missing of everybody is empty, not zero, and what one member has has no error")
  func empty() throws {
    let study = SmallStudy(outcomes: [("motor_score", "points"), ("walking_probability", "probability")])
    let forecast = try study.forecast(5) { member, _, day, name in
      name == "walking_probability" ? (day == 3 ? 0.2 : nil) : member == 2 ? 7 : nil
    }
    let arm = forecast.arms[0]
    let walking = try #require(arm.outcome("walking_probability")?.visit(365))
    #expect(walking.mean == nil && walking.quantiles.isEmpty && walking.change == nil)
    #expect(walking.coverage.known == 0 && walking.coverage.missingShare == 1)
    let score = try #require(arm.outcome("motor_score")?.visit(365))
    #expect(score.mean == nil && score.quantiles == [7, 7, 7, 7, 7] && score.coverage.known == 1)
    let event = try #require(arm.event("motor_gain_5")?.visit(365)?.share)
    #expect(event.estimate?.value == 0 && (event.estimate?.high ?? 0) > 0.7)
    #expect(forecast.comparisons[0].benefit == nil && forecast.comparisons[0].better?.value == 0)
    // What nobody has on a day is no gap.
    #expect(!forecast.notes.contains { $0.lowercased().contains("walking") })
  }
}
