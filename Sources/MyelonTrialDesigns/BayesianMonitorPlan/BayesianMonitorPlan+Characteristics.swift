import Foundation

extension BayesianMonitorPlan {
  /// Exact operating characteristics: the probabilities of all pairs of counts, patient by patient.
  ///
  /// - Parameters:
  ///   - toxicityRate: true rate of toxicity.
  ///   - responseRate: true response rate.
  ///   - oddsRatio: odds ratio between toxicity and response in a person; 1 if they are independent.
  /// - Returns: probabilities of each end and mean counts.
  /// - Throws: `EfficacyError` if a rate is not in [0, 1] or the odds ratio is not positive.
  public func characteristics(toxicityRate: Double, responseRate: Double = 0, oddsRatio: Double = 1)
    throws(EfficacyError) -> MonitorCharacteristics
  {
    var findings: [EfficacyError] = []
    for (rate, cell) in [(toxicityRate, "toxicityRate"), (responseRate, "responseRate")]
    where !(0...1 ~= rate) {
      findings.append(.outOfRange(cell: cell, allowed: "0 to 1", found: rate))
    }
    findings += EfficacyError.positive(oddsRatio, "oddsRatio")
    try EfficacyError.require(findings)
    var course = MonitorCourse(
      size: monitor.maximumPatients,
      cells: Self.cells(toxicity: toxicityRate, response: responseRate, oddsRatio: oddsRatio))
    var row = 0
    for people in 1...monitor.maximumPatients {
      course.add(people)
      if row < rows.count, rows[row].patients == people {
        course.stop(rows[row], people)
        row += 1
      }
    }
    let success = course.finish(successAt: successAtResponses)
    let total = course.ends.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    return MonitorCharacteristics(
      toxicityRate: toxicityRate, responseRate: responseRate, toxicityStop: course.toxicityStop,
      futilityStop: course.futilityStop, success: success, expectedPatients: total,
      expectedToxicities: total * toxicityRate, expectedResponses: total * responseRate,
      patients: course.ends)
  }

  /// Probabilities of neither, response only, toxicity only, both (Plackett 1965 for the joint cell).
  static func cells(toxicity p: Double, response q: Double, oddsRatio: Double) -> [Double] {
    var both = p * q
    if abs(oddsRatio - 1) > 1e-12 {
      let sum = 1 + (p + q) * (oddsRatio - 1)
      let root = (sum * sum - 4 * oddsRatio * (oddsRatio - 1) * p * q).squareRoot()
      both = (sum - root) / (2 * (oddsRatio - 1))
    }
    both = min(min(p, q), max(max(0, p + q - 1), both))
    return [1 - p - q + both, q - both, p - both, both]
  }
}
