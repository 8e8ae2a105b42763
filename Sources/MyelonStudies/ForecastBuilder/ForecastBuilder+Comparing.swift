import MyelonFields

extension ForecastBuilder {
  /// A margin with the outcome that it is about.
  typealias Criterion = (margin: ForecastMargin, outcome: StudyOutcome)

  /// Every pair by every margin at every visit but the first, which both arms have in common.
  func comparisons(
    _ pairs: [ForecastComparison.Pair], _ criteria: [Criterion], executor: SlabExecutor
  ) throws(ForecastError) -> [ForecastComparison] {
    var found: [ForecastComparison] = []
    for pair in pairs {
      for (margin, outcome) in criteria {
        for day in commonDays(pair).dropFirst() {
          guard
            let comparison = try ForecastComparison(
              pair, outcome: outcome, day: day, margin: margin, table: table, settings: settings,
              executor: executor)
          else { continue }
          found.append(comparison)
        }
      }
    }
    return found
  }

  /// Every pair by every margin and biomarker at the last visit.
  func tables(_ pairs: [ForecastComparison.Pair], _ criteria: [Criterion]) throws(ForecastError)
    -> [BiomarkerTable]
  {
    var found: [BiomarkerTable] = []
    for pair in pairs {
      guard let day = commonDays(pair).dropFirst().last else { continue }
      for marker in biomarkers(pair) {
        let values = try BiomarkerValues(marker, pair: pair, table: table)
        for (margin, outcome) in criteria {
          guard let first = table.column(arm: pair.arm, day: day, name: margin.outcome),
            let second = table.column(arm: pair.against, day: day, name: margin.outcome)
          else { continue }
          let sign = ForecastMargin.isMoreBetter(margin.outcome) ? 1.0 : -1.0
          found.append(
            try BiomarkerTable(
              values, pair, outcome: outcome, day: day, margin: margin,
              benefits: zip(first, second).map { sign * ($0 - $1) }, table: table, settings: settings))
        }
      }
    }
    return found
  }

  private func biomarkers(_ pair: ForecastComparison.Pair) -> [Biomarker] {
    settings.biomarkers
      ?? Biomarker.standard(
        outcomes: table.outcomes(of: pair.against).map(\.name),
        parameters: description.parameters.map(\.name))
  }

  private func commonDays(_ pair: ForecastComparison.Pair) -> [Double] {
    let other = table.days(of: pair.arm)
    return table.days(of: pair.against).filter(other.contains)
  }
}
