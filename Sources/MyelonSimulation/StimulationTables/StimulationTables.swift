import Foundation
import MyelonQuantities
import MyelonStimulation

/// The tables of a stimulation study as CSV (RFC 4180).
enum StimulationTables {
  /// Thresholds: one row a montage and fibre; amplitudes in mA, empty above the highest.
  static func thresholds(_ result: StimulationResult) -> Data {
    var rows = [
      [
        "montage", "class", "segment", "side", "strand", "thinner_share", "diameter_um", "threshold_mA",
        "begins_at",
        "begins_z_mm", "begins_us",
      ]
    ]
    for outcome in result.montages {
      for one in outcome.thresholds {
        rows.append([
          outcome.montage.name, one.fibreClass.rawValue, one.segment, one.side.word, "\(one.strand)",
          number(one.probability), number(one.diameter), number(one.threshold), one.site?.rawValue ?? "",
          number(one.position), number(one.time),
        ])
      }
    }
    return text(rows)
  }

  /// Recruitment: one row a montage, population and amplitude.
  static func recruitment(_ result: StimulationResult) -> Data {
    var rows = [["montage", "class", "segment", "side", "amplitude_mA", "share"]]
    let amplitudes = result.study.amplitudes.values
    for outcome in result.montages {
      for one in outcome.populations {
        let head = [outcome.montage.name, one.fibreClass.rawValue, one.segment, one.side.word]
        for amplitude in amplitudes {
          rows.append(head + [number(amplitude), number(one.curve.share(at: amplitude))])
        }
      }
    }
    return text(rows)
  }

  /// Muscles: one row a montage, muscle and amplitude.
  static func muscles(_ result: StimulationResult) -> Data {
    var rows = [
      ["montage", "muscle", "side", "pool_computed", "amplitude_mA", "monosynaptic", "direct", "reached"]
    ]
    let amplitudes = result.study.amplitudes.values
    for outcome in result.montages {
      for one in outcome.muscles {
        let head = [outcome.montage.name, one.muscle, one.side.word, number(one.coverage)]
        for amplitude in amplitudes {
          rows.append(
            head + [
              number(amplitude), number(one.monosynaptic(at: amplitude)), number(one.direct(at: amplitude)),
              number(one.share(at: amplitude)),
            ])
        }
      }
    }
    return text(rows)
  }

  /// Selectivity: one row a target and montage, montages from best to worst.
  static func selectivity(_ result: StimulationResult) -> Data {
    var rows = [
      [
        "target", "rank", "montage", "threshold_mA", "index_at_threshold", "half_mA", "index_at_half",
        "largest_index",
        "largest_index_mA", "threshold_ratio", "first_other",
      ]
    ]
    for target in result.targets {
      for (rank, one) in result.ranking(of: target).enumerated() {
        rows.append([
          target, "\(rank + 1)", one.montage, number(one.threshold), number(one.indexAtThreshold),
          number(one.half),
          number(one.indexAtHalf), number(one.largest), number(one.largestAmplitude),
          number(one.thresholdRatio),
          one.rival ?? "",
        ])
      }
    }
    return text(rows)
  }

  private static func text(_ rows: [[String]]) -> Data { Data(CSVText.table(rows).utf8) }

  /// Six significant digits, more than a threshold has; empty for nothing.
  private static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return String(format: "%.6g", value)
  }
}
