import MyelonStatistics

/// What a trial of efficacy has observed, person by person in the order of enrolment.
///
/// Outcomes are numbers for all endpoints: scores, category numbers (larger is better), or 1 for a responder and 0 for none.
public struct TrialData: Sendable, Hashable, Codable {
  /// Whether a person is in the treated arm.
  public var isTreated: [Bool]
  /// Baseline of each person; empty if there is none.
  public var baseline: [Double]
  /// One row a person, one column a visit after baseline; NaN where a visit was missed.
  public var outcomes: DenseMatrix

  /// Puts data together.
  ///
  /// - Parameters:
  ///   - isTreated: whether a person is in the treated arm.
  ///   - baseline: baseline of each person; empty if there is none.
  ///   - outcomes: one row a person, one column a visit.
  public init(isTreated: [Bool], baseline: [Double] = [], outcomes: DenseMatrix) {
    self.isTreated = isTreated
    self.baseline = baseline
    self.outcomes = outcomes
  }

  /// Puts data of a single visit together.
  ///
  /// - Parameters:
  ///   - isTreated: whether a person is in the treated arm.
  ///   - baseline: baseline of each person; empty if there is none.
  ///   - outcome: outcome of each person; NaN where it is missing.
  public init(isTreated: [Bool], baseline: [Double] = [], outcome: [Double]) {
    var matrix = DenseMatrix(rows: outcome.count, columns: 1)
    matrix.elements = outcome
    self.init(isTreated: isTreated, baseline: baseline, outcomes: matrix)
  }

  /// Number of people.
  public var count: Int { isTreated.count }

  /// The first people, as at an interim look.
  ///
  /// - Parameter people: how many; more than there are means all.
  /// - Returns: their data.
  public func prefix(_ people: Int) -> TrialData {
    let kept = max(0, min(people, count))
    var matrix = DenseMatrix(rows: kept, columns: outcomes.columns)
    matrix.elements = Array(outcomes.elements.prefix(kept * outcomes.columns))
    return TrialData(
      isTreated: Array(isTreated.prefix(kept)), baseline: Array(baseline.prefix(kept)), outcomes: matrix)
  }

  /// What is wrong with the data; nothing if they fit together.
  public func findings() -> [EfficacyError] {
    var findings: [EfficacyError] = []
    if outcomes.rows != count {
      findings.append(.wrongLength(cell: "outcomes, people", required: count, found: outcomes.rows))
    }
    if outcomes.columns < 1 {
      findings.append(.outOfRange(cell: "outcomes, visits", allowed: "1 or more", found: 0))
    }
    if !baseline.isEmpty, baseline.count != count {
      findings.append(.wrongLength(cell: "baseline, people", required: count, found: baseline.count))
    }
    for (person, value) in baseline.enumerated() where !value.isFinite {
      findings.append(
        .outOfRange(cell: "baseline, person \(person + 1)", allowed: "a finite number", found: value))
    }
    for (index, value) in outcomes.elements.enumerated() where value.isInfinite {
      let (person, visit) = (index / outcomes.columns, index % outcomes.columns)
      findings.append(
        .outOfRange(
          cell: "outcomes, person \(person + 1), visit \(visit + 1)",
          allowed: "a finite number, or none where missed", found: value))
    }
    return findings
  }

  /// The people with an outcome at the last visit.
  func complete() -> (isTreated: [Bool], baseline: [Double], outcome: [Double]) {
    let last = outcomes.columns - 1
    let people = (0..<count).filter { !outcomes[$0, last].isNaN }
    return (
      people.map { isTreated[$0] }, baseline.isEmpty ? [] : people.map { baseline[$0] },
      people.map { outcomes[$0, last] }
    )
  }
}
