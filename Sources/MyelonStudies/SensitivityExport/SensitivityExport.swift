import Foundation
import MyelonQuantities
import MyelonSimulation
import MyelonStatistics

/// Writes a sensitivity study: `sensitivity.csv` with one row an outcome and factor, `sensitivity.json` with everything, and
/// the page `sensitivity.html`.
///
/// Numbers are written with as many digits as read back to the same bits. All files are written in full before the first
/// gets its name.
public struct SensitivityExport: Sendable {
  private let record: SensitivityRecord

  /// Names what to write.
  public init(_ record: SensitivityRecord) {
    self.record = record
  }

  /// Names of the files.
  public static let fileNames = ["sensitivity.csv", "sensitivity.json", "sensitivity.html"]

  /// Makes sure that nothing is in the way.
  ///
  /// - Parameter folder: where the files are to be.
  /// - Throws: `SensitivityError.resultsExist` when one of them is there.
  public static func requireFree(_ folder: String) throws(SensitivityError) {
    let paths = fileNames.map { "\(folder)/\($0)" }
    if let found = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
      throw .resultsExist(path: found)
    }
  }

  /// Writes the files.
  ///
  /// - Parameters:
  ///   - folder: where; made if need be.
  ///   - page: the page, a whole HTML document.
  ///   - overwrite: whether files of these names may be replaced.
  /// - Returns: their paths.
  /// - Throws: `StudyError` when they cannot be written, `SensitivityError` when there are such files.
  public func write(to folder: String, page: String, overwrite: Bool = false) throws -> [String] {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw StudyError.cannotWrite(path: folder, reason: error.localizedDescription)
    }
    if !overwrite { try Self.requireFree(folder) }
    let paths = Self.fileNames.map { "\(folder)/\($0)" }
    let files = try paths.map { path throws(StudyError) in try TableFile(path) }
    for row in table { try files[0].write(row: row) }
    try files[1].write(text: try json())
    try files[2].write(text: page)
    for file in files { try file.finish() }
    for file in files { try file.publish() }
    return paths
  }

  /// The record as JSON: sorted keys, so that equal records give equal files.
  public func json() throws -> String { try SortedJSON.text(record) + "\n" }

  // MARK: - The table

  private static let common = [
    "outcome", "arm", "against", "day", "outcome_unit", "rank", "factor", "symbol", "unit", "lowest",
    "highest", "spread", "usual", "evidence", "meaning",
  ]

  private static let indices = [
    "morris": [
      "mu_star", "mu_star_low", "mu_star_high", "mu", "mu_low", "mu_high", "sigma", "rank_low", "rank_high",
    ],
    "sobol": ["total", "total_low", "total_high", "first", "first_low", "first_high"],
  ]

  /// Head and rows of `sensitivity.csv`.
  var table: [[String]] {
    let word = record.scheme.method.word
    return [Self.common + (Self.indices[word] ?? [])]
      + record.findings.flatMap { finding in finding.rows.map { row(finding.outcome, $0) } }
  }

  private func row(_ outcome: SensitivityOutcome, _ row: SensitivityRow) -> [String] {
    let factor = record.factor(row.factor)
    let one = factor?.parameter
    let members = factor?.members.map(\.id).joined(separator: " ") ?? ""
    var fields = [
      outcome.name, outcome.arm, outcome.against ?? "", "\(outcome.day)", outcome.unit, "\(row.rank)",
      row.factor, one?.symbol ?? "", one?.unit ?? "", Self.text(one?.lowest), Self.text(one?.highest),
      one?.scale.rawValue ?? "", Self.text(one?.usual), one?.evidence ?? "",
      one?.meaning ?? "together: \(members)",
    ]
    for estimate in [row.importance, row.direct] {
      fields += ["\(estimate.value)", "\(estimate.low)", "\(estimate.high)"]
    }
    guard case .morris = record.scheme.method else { return fields }
    return fields + [
      Self.text(row.deviation), "\(row.ranks?.lowerBound ?? row.rank)",
      "\(row.ranks?.upperBound ?? row.rank)",
    ]
  }

  private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
