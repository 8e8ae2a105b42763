/// Outcomes of people in two arms at several visits.
public struct RepeatedMeasuresData: Sendable, Hashable, Codable {
  /// One row a person, one column a visit; NaN where a visit was missed.
  public var outcomes: DenseMatrix
  /// Whether a person is in the treated arm.
  public var isTreated: [Bool]
  /// Name and one number a person of each covariate, the baseline above all.
  public var covariates: [Covariate]

  /// A number known of each person before treatment.
  public struct Covariate: Sendable, Hashable, Codable {
    /// Name.
    public var name: String
    /// One number a person.
    public var values: [Double]

    /// Makes a covariate.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - values: one number a person.
    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// Puts data together.
  ///
  /// - Parameters:
  ///   - outcomes: one row a person, one column a visit; NaN where a visit was missed.
  ///   - isTreated: whether a person is in the treated arm.
  ///   - covariates: numbers known before treatment.
  public init(outcomes: DenseMatrix, isTreated: [Bool], covariates: [Covariate] = []) {
    self.outcomes = outcomes
    self.isTreated = isTreated
    self.covariates = covariates
  }

  /// Throws if the parts do not fit together or nothing can be learnt from them.
  func check() throws(StatisticsError) {
    try StatisticsError.requireLength(isTreated.count, outcomes.rows, "arms")
    guard outcomes.columns >= 1 else { throw .tooFew(what: "visits", required: 1, found: 0) }
    for covariate in covariates {
      try StatisticsError.requireLength(
        covariate.values.count, outcomes.rows, "values of '\(covariate.name)'")
      try StatisticsError.requireFinite(covariate.values, "Values of '\(covariate.name)'")
    }
    if let index = outcomes.elements.firstIndex(where: { $0.isInfinite }) {
      throw .notFinite(what: "Outcomes, row by row, (NaN for a missed visit)", index: index)
    }
  }
}
