import Foundation

/// Writes a study as CSV: `members.csv`, `outcomes.csv` and `dictionary.csv`, which says what every column and outcome is.
///
/// Numbers are written with as many digits as read back to the same bits. All three are written in full before the first
/// gets its name.
public struct StudyExport: Sendable {
  private let store: StudyStore

  /// Names the study to write.
  public init(_ store: StudyStore) {
    self.store = store
  }

  /// Names of the files.
  public static let fileNames = ["members.csv", "outcomes.csv", "dictionary.csv"]

  /// Writes the files.
  ///
  /// - Parameters:
  ///   - folder: where; made if need be.
  ///   - overwrite: whether files of these names may be replaced.
  /// - Returns: their paths.
  /// - Throws: `StudyError` when there are such files or they cannot be written; none is changed then.
  public func write(to folder: String, overwrite: Bool = false) throws -> [String] {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw StudyError.cannotWrite(path: folder, reason: error.localizedDescription)
    }
    let paths = Self.fileNames.map { "\(folder)/\($0)" }
    if !overwrite, let found = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
      throw StudyError.exists(path: found, isStudy: false)
    }
    let files = try paths.map { path throws(StudyError) in try TableFile(path) }
    try writeRecords(members: files[0], outcomes: files[1])
    try writeDictionary(files[2])
    for file in files { try file.finish() }
    for file in files { try file.publish() }
    return paths
  }

  private static let memberColumns: [(name: String, unit: String, meaning: String)] = [
    ("member", "", "number of the member, from 0"),
    ("seed", "", "seed of its random streams"),
    ("status", "", "queued, running, done or failed"),
    ("attempts", "", "tries begun"),
    ("interruptions", "", "times that the program ended while it was under way"),
    ("weight", "", "weight given to it; empty when none was"),
    ("started", "", "when its last try began (ISO 8601, UTC)"),
    ("ended", "", "when it ended (ISO 8601, UTC)"),
    ("seconds", "s", "processor time of its last try"),
    ("error", "", "why it failed, or why its last try did"),
  ]

  private static let outcomeColumns: [(name: String, unit: String, meaning: String)] = [
    ("member", "", "number of the member"),
    ("arm", "", "name of the arm"),
    ("day", "d", "day after injury"),
    ("outcome", "", "what was measured"),
    ("value", "as the outcome's", "the number; empty where it could not be determined"),
  ]

  private func writeRecords(members: TableFile, outcomes: TableFile) throws {
    let description = store.description
    try members.write(row: Self.memberColumns.map(\.name) + description.parameters.map(\.name))
    try outcomes.write(row: Self.outcomeColumns.map(\.name))
    try store.forEachRecord { record in
      let member = record.member
      let fixed: [String] = [
        "\(member.index)", "\(member.seed)", record.status.rawValue, "\(record.attempts)",
        "\(record.interruptions)", Self.text(member.weight), record.started ?? "", record.ended ?? "",
        Self.text(record.seconds), record.reason ?? "",
      ]
      try members.write(row: fixed + member.values.map { "\($0)" })
      for (outcome, value) in zip(description.outcomes, record.outcomes) {
        try outcomes.write(
          row: ["\(member.index)", outcome.arm, "\(outcome.day)", outcome.name, Self.text(value)])
      }
    }
  }

  private func writeDictionary(_ file: TableFile) throws(StudyError) {
    let description = store.description
    try file.write(row: [
      "file", "column", "outcome", "unit", "lowest", "highest", "usual", "spread", "meaning",
    ])
    for column in Self.memberColumns {
      try file.write(
        row: ["members.csv", column.name, "", column.unit, "", "", "", "", column.meaning])
    }
    for parameter in description.parameters {
      try file.write(
        row: [
          "members.csv", parameter.name, "", parameter.unit, "\(parameter.range.lowerBound)",
          "\(parameter.range.upperBound)", Self.text(parameter.usual), parameter.scale.rawValue,
          parameter.meaning,
        ])
    }
    for column in Self.outcomeColumns {
      try file.write(
        row: ["outcomes.csv", column.name, "", column.unit, "", "", "", "", column.meaning])
    }
    var seen: Set<String> = []
    for outcome in description.outcomes where seen.insert(outcome.name).inserted {
      try file.write(
        row: ["outcomes.csv", "value", outcome.name, outcome.unit, "", "", "", "", outcome.meaning])
    }
  }

  private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
