import Foundation
import MyelonQuantities
import MyelonStatistics

extension FitRecord {
  /// The draws, a row each: number, seed, weight and values with all digits.
  public var drawsCSV: String {
    let header = ["member", "seed", "weight"] + parameters.map(\.name)
    let rows = draws.map { draw in
      ["\(draw.member)", "\(draw.seed)", "\(draw.weight)"] + draw.values.map { "\($0)" }
    }
    return CSVText.table([header] + rows)
  }

  /// The baseline, a row a datum: observed, deviation, what would be observed again.
  public var dataCSV: String {
    let header = [
      "datum", "unit", "day", "form", "observed", "deviation", "predicted_5", "predicted_25",
      "predicted_50", "predicted_75", "predicted_95", "standardised_error",
    ]
    let rows = zip(data, report.data).map { datum, found in
      [
        datum.name, datum.unit, "\(datum.day)", datum.form.rawValue, "\(datum.observed)",
        "\(datum.deviation)",
      ]
        + found.predicted.map { "\($0)" } + ["\(found.standardisedError)"]
    }
    return CSVText.table([header] + rows)
  }
}
