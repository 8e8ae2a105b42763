import Foundation
import MyelonSimulation
import MyelonStatistics
import MyelonStudies

/// Prints what a sensitivity study found: the leading factors of each outcome, or everything as JSON.
struct SensitivityTable {
  let record: SensitivityRecord

  /// Factors of an outcome that are printed.
  private static let shown = 10
  /// Factors of an outcome that go on to shares of variance; with eight, 256 points are 2560 rows.
  private static let forShares = 8

  /// Prints results to standard output and remarks to standard error.
  func print(paths: [String], study: String, ended: EnsembleOutcome, json: Bool) throws {
    let failed = record.failedRows
    Console.remark(
      String(
        format: "%d rows done, %d failed; %.1f s now, %.1f s of processor in all. ", record.rows - failed,
        failed, ended.elapsed, record.processorSeconds) + ResearchNotice.console)
    if let first = record.failures.first {
      Console.remark(
        "Every \(record.scheme.method.unitName) with a failed row was left out. The first failure: \(first.reason) "
          + "--resume --retry-failed tries failed rows again.")
    }
    let leading = record.leading(Self.forShares)
    if isMorris, !leading.isEmpty {
      Console.remark("For shares of variance of the leading ones: --method sobol --vary \(leading)")
    }
    if json {
      Console.print(try SensitivityExport(record).json())
    } else {
      for finding in record.findings { Console.print(text(finding)) }
      for path in [study] + paths { Console.print(path) }
    }
  }

  private var isMorris: Bool { record.scheme.method.word == "morris" }

  private func text(_ finding: SensitivityFinding) -> String {
    let unit = finding.outcome.unit.isEmpty ? "" : ", \(finding.outcome.unit)"
    let dropped = finding.planned - finding.used
    var lines = [
      "\(finding.outcome.text)\(unit): mean \(Self.number(finding.mean)), "
        + "\(Self.number(finding.lowest)) to \(Self.number(finding.highest))"
        + (dropped > 0 ? "; \(finding.used) of \(finding.planned) \(record.scheme.method.unitWord) used" : "")
    ]
    if finding.rows.isEmpty {
      lines.append("  It is the same in every row: nothing can be told.")
    } else {
      lines.append(
        isMorris ? "      mu*   interval             mu      sigma" : "    total   interval          first")
      lines += finding.rows.prefix(Self.shown).filter { !$0.isInert }.map(line)
      lines.append("  \(finding.verdict.text)")
      let inert = finding.inert.count
      if inert > 0 { lines.append("  \(inert) of \(finding.rows.count) changed no bit of it.") }
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ row: SensitivityRow) -> String {
    let interval = "\(Self.number(row.importance.low))..\(Self.number(row.importance.high))"
    let columns =
      Self.padded(Self.number(row.importance.value), 9) + "   "
      + interval.padding(toLength: 19, withPad: " ", startingAt: 0)
      + Self.padded(Self.number(row.direct.value), 9)
    let sigma = row.deviation.map { "  " + Self.padded(Self.number($0), 9) } ?? ""
    return "\(columns)\(sigma)  \(row.factor)"
  }

  private static func number(_ value: Double) -> String { String(format: "%.3g", value) }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
