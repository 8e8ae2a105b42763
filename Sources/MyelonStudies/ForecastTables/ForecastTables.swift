import MyelonStatistics

/// The rows of a forecast's CSV files, the first with the names of the columns.
///
/// Empty fields are numbers that are not known. Docs/Forecast.md says what each column means.
struct ForecastTables {
  let forecast: Forecast

  init(_ forecast: Forecast) {
    self.forecast = forecast
  }

  /// One row an arm, outcome and visit.
  var outcomes: [[String]] {
    var rows = [
      Self.row(
        ["arm", "day", "outcome", "unit"], Self.coverage, Self.interval("mean"), Self.quantiles(""),
        ["change_known"], Self.interval("change_mean"), Self.quantiles("change_"))
    ]
    for arm in forecast.arms {
      for outcome in arm.outcomes {
        for visit in outcome.visits {
          rows.append(
            Self.row(
              [arm.name, "\(visit.day)", outcome.name, outcome.unit], Self.fields(visit.coverage),
              Self.fields(visit.mean), Self.fields(visit.quantiles),
              [visit.change.map { "\($0.coverage.known)" } ?? ""], Self.fields(visit.change?.mean),
              Self.fields(visit.change?.quantiles ?? [])))
        }
      }
    }
    return rows
  }

  /// One row an arm, code, visit and value.
  var grades: [[String]] {
    var rows = [
      Self.row(["arm", "day", "outcome", "code", "label"], Self.coverage, Self.interval("probability"))
    ]
    for arm in forecast.arms {
      for code in arm.codes {
        for visit in code.visits {
          for category in visit.categories {
            rows.append(
              Self.row(
                [arm.name, "\(visit.day)", code.name, "\(category.code)", category.label],
                Self.fields(visit.coverage), Self.fields(category.share)))
          }
        }
      }
    }
    return rows
  }

  /// One row an arm, event and visit; the mean of a risk is the probability of its hazard.
  var events: [[String]] {
    var rows = [
      Self.row(["arm", "day", "event", "hazard", "meaning"], Self.coverage, Self.interval("probability"))
    ]
    for arm in forecast.arms {
      for event in arm.events {
        for visit in event.visits {
          rows.append(
            Self.row(
              [arm.name, "\(visit.day)", event.id, Self.text(event.isHazard), event.meaning],
              Self.fields(visit.share.coverage), Self.fields(visit.share.estimate)))
        }
      }
      for risk in arm.risks {
        for visit in risk.visits {
          rows.append(
            Self.row(
              [arm.name, "\(visit.day)", risk.name, Self.text(true), risk.meaning],
              Self.fields(visit.coverage), Self.fields(visit.mean)))
        }
      }
    }
    return rows
  }

  /// One row a pair of arms, outcome and visit.
  var comparisons: [[String]] {
    var rows = [
      Self.row(
        ["arm", "against", "outcome", "unit", "more_is_better", "day", "margin"], Self.coverage,
        Self.interval("better"), ["similar"], Self.interval("worse"), Self.interval("benefit_mean"),
        Self.quantiles("benefit_"))
    ]
    for one in forecast.comparisons {
      rows.append(
        Self.row(
          [one.arm, one.against, one.outcome, one.unit, Self.text(one.isMoreBetter)],
          ["\(one.day)", "\(one.margin)"], Self.fields(one.coverage), Self.fields(one.better),
          [Self.text(one.similar)], Self.fields(one.worse), Self.fields(one.benefit),
          Self.fields(one.quantiles)))
    }
    return rows
  }

  /// One row a stratum of a biomarker.
  var strata: [[String]] {
    var rows = [
      Self.row(
        ["biomarker", "biomarker_unit", "arm", "against", "outcome", "unit", "day", "margin"],
        ["from", "to", "members", "share", "effective_size"], Self.interval("benefit_mean"),
        Self.interval("better"), Self.interval("worse"), ["finding", "rule"])
    ]
    for table in forecast.tables {
      for one in table.strata {
        rows.append(
          Self.row(
            [table.biomarker, table.biomarkerUnit, table.arm, table.against, table.outcome, table.unit],
            ["\(table.day)", "\(table.margin)", Self.text(one.from), Self.text(one.to), "\(one.members)"],
            ["\(one.share)", "\(one.effectiveSize)"], Self.fields(one.benefit), Self.fields(one.better),
            Self.fields(one.worse), [table.rule.finding.rawValue, table.rule.text]))
      }
    }
    return rows
  }

  // MARK: - Fields

  private static let coverage = ["known", "missing", "missing_share", "effective_size"]

  private static func row(_ parts: [String]...) -> [String] { parts.flatMap { $0 } }

  private static func interval(_ name: String) -> [String] { [name, "\(name)_low", "\(name)_high"] }

  private static func quantiles(_ prefix: String) -> [String] {
    ["q05", "q25", "q50", "q75", "q95"].map { prefix + $0 }
  }

  private static func fields(_ coverage: MemberCoverage) -> [String] {
    ["\(coverage.known)", "\(coverage.missing)", "\(coverage.missingShare)", "\(coverage.effectiveSize)"]
  }

  private static func fields(_ estimate: Estimate?) -> [String] {
    [estimate?.value, estimate?.low, estimate?.high].map { text($0) }
  }

  private static func fields(_ found: [Double]) -> [String] {
    found.isEmpty ? quantiles("").map { _ in "" } : found.map { "\($0)" }
  }

  private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

  private static func text(_ value: Bool) -> String { value ? "yes" : "no" }
}
