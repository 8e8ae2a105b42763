import MyelonStatistics
import Foundation
import MyelonStudies

/// Prints a fit: how the baseline is reproduced and what was found.
enum FitTable {
  static func print(_ record: FitRecord) {
    for fact in record.baseline { Console.print("\(fact.name): \(fact.text)") }
    Console.print("")
    Console.print(row("baseline", "observed", "90 % interval if taken again", "off by"))
    for datum in record.report.data {
      Console.print(
        row(
          datum.name, number(datum.observed),
          "\(number(datum.predicted[0])) to \(number(datum.predicted[4]))",
          String(format: "%+.1f sd", datum.standardisedError)))
    }
    Console.print("")
    Console.print(row("variable", "median", "90 % interval", "unit"))
    for (found, parameter) in zip(record.report.parameters, record.parameters) {
      Console.print(
        row(
          parameter.name, number(found.quantiles[2]),
          "\(number(found.quantiles[0])) to \(number(found.quantiles[4]))", parameter.unit))
    }
    Console.print("")
    let report = record.report
    Console.print(
      "\(report.simulations) lives, \(report.failures) failed; "
        + String(format: "%.0f effective draws of %d; ", report.effectiveSize, record.draws.count)
        + (report.steps.last?.tolerance.map { String(format: "distance %.2f; ", $0) } ?? "")
        + String(format: "probability of data as far off %.2f", report.tailProbability))
  }

  private static func row(_ name: String, _ value: String, _ range: String, _ last: String) -> String {
    let cells = [name.padded(26), value.padded(10), range.padded(30), last]
    return cells.joined(separator: "  ")
  }

  private static func number(_ value: Double) -> String { String(format: "%.3g", value) }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
