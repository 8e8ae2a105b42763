extension RepeatedMeasuresModel {
  static func names(_ data: RepeatedMeasuresData, visits: Int, byVisit: Bool) -> [String] {
    let numbers = (1...visits).map { "visit \($0)" }
    let covariates = data.covariates.flatMap { covariate in
      byVisit ? numbers.map { "\(covariate.name), \($0)" } : [covariate.name]
    }
    return numbers.map { "control, \($0)" } + numbers.map { "treatment, \($0)" } + covariates
  }

  /// Variance of all outcomes around the mean of their visit; 1 if there is none.
  static func startVariance(_ data: RepeatedMeasuresData) -> Double {
    var squares = 0.0
    var count = 0.0
    for visit in 0..<data.outcomes.columns {
      let values = data.outcomes.column(visit).filter { !$0.isNaN }
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      squares += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      count += Double(values.count)
    }
    return squares > 0 ? squares / count : 1
  }
}

extension RestrictedLikelihood {
  /// Sorts people by the visits they missed.
  init(_ data: RepeatedMeasuresData, structure: VisitStructure, covariatesByVisit: Bool) {
    let visits = data.outcomes.columns
    let predictors = 2 + data.covariates.count
    var groups: [[Int]: [Int]] = [:]
    for person in 0..<data.outcomes.rows {
      let observed = (0..<visits).filter { !data.outcomes[person, $0].isNaN }
      if !observed.isEmpty { groups[observed, default: []].append(person) }
    }
    // In a fixed order, so that sums have the same bits whenever they are taken.
    let order = groups.keys.sorted { $0.lexicographicallyPrecedes($1) }
    patterns = order.map { observed in
      Pattern(data, observed: observed, people: groups[observed] ?? [])
    }
    basis = structure.basis(visits: visits)
    self.visits = visits
    self.predictors = predictors
    observations = order.reduce(0) { $0 + $1.count * (groups[$1]?.count ?? 0) }
    guard !covariatesByVisit, !data.covariates.isEmpty else {
      map = nil
      return
    }
    let own = 2 * visits
    var map = DenseMatrix(rows: predictors * visits, columns: own + data.covariates.count)
    for index in 0..<own { map[index, index] = 1 }
    for covariate in data.covariates.indices {
      for visit in 0..<visits { map[own + covariate * visits + visit, own + covariate] = 1 }
    }
    self.map = map
  }
}

extension RestrictedLikelihood.Pattern {
  /// Takes in the people of one pattern.
  init(_ data: RepeatedMeasuresData, observed: [Int], people: [Int]) {
    let visits = data.outcomes.columns
    let size = 2 + data.covariates.count
    var products = DenseMatrix(rows: size, columns: size)
    var crossProducts = DenseMatrix(rows: size, columns: visits)
    var predictors: [[Double]] = []
    var outcomes: [[Double]] = []
    for person in people {
      let z = [1, data.isTreated[person] ? 1 : 0] + data.covariates.map { $0.values[person] }
      var y = [Double](repeating: 0, count: visits)
      for visit in observed { y[visit] = data.outcomes[person, visit] }
      for row in 0..<size {
        for column in 0..<size { products[row, column] += z[row] * z[column] }
        for visit in observed { crossProducts[row, visit] += z[row] * y[visit] }
      }
      predictors.append(z)
      outcomes.append(y)
    }
    self.observed = observed
    self.predictors = predictors
    self.outcomes = outcomes
    self.products = products
    self.crossProducts = crossProducts
  }
}
