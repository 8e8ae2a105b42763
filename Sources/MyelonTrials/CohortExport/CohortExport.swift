import Foundation
import ISNCSCI
import MyelonQuantities
import MyelonRandom
import MyelonStudies

/// Writes a lived cohort as tables: `people.csv` (who they are, why they may not take part), `outcomes.csv` (what became of each
/// under every arm), `observed.csv` (what a trial would have seen of those who may take part, untreated), `flow.csv` and
/// `summary.json`.
///
/// All files are written in full before the first gets its name.
public struct CohortExport {
  private let bank: CohortBank
  private let flow: CohortFlow

  /// Names what to write.
  ///
  /// - Parameters:
  ///   - bank: the lived people.
  ///   - flow: who of them may take part.
  public init(_ bank: CohortBank, flow: CohortFlow) {
    self.bank = bank
    self.flow = flow
  }

  /// Names of the tables.
  public static let fileNames = ["people.csv", "outcomes.csv", "observed.csv", "flow.csv", "summary.json"]

  /// Writes the tables.
  ///
  /// - Parameters:
  ///   - folder: where; made if need be.
  ///   - pages: further files by name, such as the report page.
  /// - Returns: paths of the files.
  /// - Throws: `StudyError` when they cannot be written.
  public func write(to folder: String, pages: [String: String] = [:]) throws -> [String] {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw StudyError.cannotWrite(path: folder, reason: error.localizedDescription)
    }
    let names = Self.fileNames + pages.keys.sorted()
    let files = try names.map { name throws(StudyError) in try TableFile("\(folder)/\(name)") }
    try writePeople(files[0])
    try writeOutcomes(files[1])
    try writeObserved(files[2])
    try files[3].write(text: flow.tally.csv)
    try files[4].write(text: try SortedJSON.text(CohortSummary(bank)) + "\n")
    for (file, name) in zip(files[5...], names[5...]) { try file.write(text: pages[name] ?? "") }
    for file in files { try file.finish() }
    for file in files { try file.publish() }
    return names.map { "\(folder)/\($0)" }
  }

  private func writePeople(_ file: TableFile) throws {
    try file.write(
      row: [
        "person", "country", "age", "sex", "cause", "drawn_level", "first_grade", "enrolment_day",
        "decompression_hours", "peak_compression", "eligible", "reason", "all_reasons",
      ])
    for (place, person) in bank.people.enumerated() {
      let result = flow.results[place]
      try file.write(
        row: [
          "\(bank.indices[place])", person.country.rawValue, "\(person.age)",
          person.isFemale ? "female" : "male", person.cause.rawValue, "\(person.level)",
          person.grade.description, "\(person.enrolment)", "\(person.decompression)",
          "\(bank.compressions[place])", result.isEligible ? "1" : "0", result.failures.first?.reason ?? "",
          result.failures.map(\.reason).joined(separator: "; "),
        ])
    }
    for failure in bank.failures {
      try file.write(
        row: ["\(failure.member)"] + [String](repeating: "", count: 9) + [
          "", "not lived: \(failure.reason)", "",
        ])
    }
  }

  private func writeOutcomes(_ file: TableFile) throws {
    try file.write(row: ["person", "arm", "day_after_enrolment"] + bank.measures)
    for person in bank.people.indices {
      for (arm, name) in bank.arms.enumerated() {
        for (visit, day) in bank.plan.visits.enumerated() {
          let values = bank.measures.indices.map { measure in
            bank.value(person: person, arm: arm, visit: visit, measure: measure).map { "\($0)" } ?? ""
          }
          try file.write(row: ["\(bank.indices[person])", name, "\(day)"] + values)
        }
      }
    }
  }

  /// Measures that `observed.csv` shows.
  static let observed = [
    "motor_score", "upper_extremity_motor_score", "lower_extremity_motor_score", "light_touch_score",
    "pin_prick_score", "scim",
  ]

  private func writeObserved(_ file: TableFile) throws {
    let measures = Self.observed.compactMap { name in bank.measure(name).map { (name, $0) } }
    try file.write(row: ["person", "day_after_enrolment"] + measures.map(\.0))
    let days = bank.plan.visits
    for person in flow.eligible {
      let gain = bank.motorGain(person: person, arm: 0)
      // The same stream for every measure: a person misses a visit, not a score.
      let columns = measures.map { _, measure in
        var stream = RandomStream(
          seed: bank.plan.seed ^ Self.mark, entity: UInt32(truncatingIfNeeded: bank.indices[person]), step: 0)
        return bank.plan.attrition.seen(
          days: days, course: bank.course(person: person, arm: 0, measure: measure), gain: gain,
          stream: &stream)
      }
      for (visit, day) in days.enumerated() where columns.contains(where: { $0[visit] != nil }) {
        try file.write(
          row: ["\(bank.indices[person])", "\(day)"] + columns.map { $0[visit].map { "\($0)" } ?? "" })
      }
    }
  }

  /// Sets these streams apart: "observed" in ASCII.
  private static let mark: UInt64 = 0x6f62_7365_7276_6564
}

extension CohortBank {
  /// Motor points gained since enrolment at each visit, nil where unknown.
  func motorGain(person: Int, arm: Int) -> [Double?] {
    guard let measure = measure("motor_score") else { return plan.visits.map { _ in nil } }
    let course = course(person: person, arm: arm, measure: measure)
    return course.map { value in
      guard let value, let first = course.first.flatMap({ $0 }) else { return nil }
      return value - first
    }
  }
}
