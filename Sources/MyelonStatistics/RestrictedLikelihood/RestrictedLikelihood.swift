import Foundation

/// Restricted likelihood of a linear model whose errors are correlated within a person, with its derivatives.
///
/// With y_i = (z_i' ⊗ I) b + e_i at the visits of person i, z_i = (1, treatment, covariates), the sums over people factor into one
/// Kronecker product for each pattern of missed visits: Σ X'WX = Σ_p (Σ z z') ⊗ W_p, so that the cost does not grow with people.
/// Covariates with one slope for all visits are a linear map T of the coefficients. W_p is the inverse of Σ at the observed visits,
/// padded with zeros. Patterson & Thompson 1971, doi:10.1093/biomet/58.3.545; derivatives as in Kenward & Roger 1997,
/// doi:10.2307/2533558.
struct RestrictedLikelihood {
  /// People who missed the same visits.
  struct Pattern {
    let observed: [Int]
    /// One row (1, treatment, covariates) a person.
    let predictors: [[Double]]
    /// One row of all visits a person; zero where missed.
    let outcomes: [[Double]]
    /// Σ z z'.
    let products: DenseMatrix
    /// Σ z y'.
    let crossProducts: DenseMatrix

    var count: Double { Double(predictors.count) }
  }

  /// What the likelihood is at one covariance.
  struct Value {
    let logLikelihood: Double
    /// Coefficients, after the map T.
    let coefficients: [Double]
    /// (Σ X'WX)⁻¹.
    let covariance: DenseMatrix
    /// W of each pattern.
    let weights: [DenseMatrix]
    /// Σ r r' of each pattern.
    let residuals: [DenseMatrix]
  }

  let patterns: [Pattern]
  let basis: [DenseMatrix]
  let visits: Int
  /// Rows of z.
  let predictors: Int
  /// The map from coefficients to those of each visit; nil if they are the same.
  let map: DenseMatrix?
  let observations: Int

  /// The likelihood at one covariance; nil if that is not positive definite.
  func value(_ parameters: [Double]) throws(StatisticsError) -> Value? {
    let sigma = combined(parameters)
    var weights: [DenseMatrix] = []
    var logDeterminant = 0.0
    for pattern in patterns {
      let part = Self.restricted(sigma, pattern.observed)
      guard let factor = try? CholeskyFactor(part) else { return nil }
      for index in 0..<part.rows { logDeterminant += 2 * pattern.count * log(factor.lower[index, index]) }
      weights.append(Self.padded(factor.inverse, pattern.observed, visits))
    }
    let information = mapped(sum { weights[$0] })
    let factor = try CholeskyFactor(information, what: "Coefficients of visits, arms and covariates")
    for index in 0..<information.rows { logDeterminant += 2 * log(factor.lower[index, index]) }
    let coefficients = factor.solve(mapped(right(weights)))
    let residuals = residualProducts(coefficients)
    var squares = 0.0
    for index in patterns.indices { squares += Self.trace(weights[index], residuals[index]) }
    let free = Double(observations - information.rows)
    return Value(
      logLikelihood: -0.5 * (free * log(2 * Double.pi) + logDeterminant + squares),
      coefficients: coefficients, covariance: factor.inverse, weights: weights, residuals: residuals)
  }

  /// Σ_a θ_a D_a.
  func combined(_ parameters: [Double]) -> DenseMatrix {
    var sigma = DenseMatrix(rows: visits, columns: visits)
    for (parameter, matrix) in zip(parameters, basis) {
      for index in sigma.elements.indices { sigma.elements[index] += parameter * matrix.elements[index] }
    }
    return sigma
  }

  /// Σ_p (Σ z z') ⊗ M_p.
  func sum(_ matrix: (Int) -> DenseMatrix) -> DenseMatrix {
    let size = predictors * visits
    var result = DenseMatrix(rows: size, columns: size)
    for index in patterns.indices {
      let block = matrix(index)
      let products = patterns[index].products
      for first in 0..<predictors {
        for second in 0..<predictors {
          let factor = products[first, second]
          for row in 0..<visits {
            for column in 0..<visits {
              result[first * visits + row, second * visits + column] += factor * block[row, column]
            }
          }
        }
      }
    }
    return result
  }

  /// T' M T.
  func mapped(_ matrix: DenseMatrix) -> DenseMatrix {
    guard let map else { return matrix }
    return map.transposed.times(matrix.times(map))
  }

  private func mapped(_ vector: [Double]) -> [Double] {
    guard let map else { return vector }
    return map.transposed.times(vector)
  }

  /// Σ X'Wy.
  private func right(_ weights: [DenseMatrix]) -> [Double] {
    var result = [Double](repeating: 0, count: predictors * visits)
    for (pattern, weight) in zip(patterns, weights) {
      let part = pattern.crossProducts.times(weight)
      for index in part.elements.indices { result[index] += part.elements[index] }
    }
    return result
  }

  /// Σ r r' of each pattern.
  private func residualProducts(_ coefficients: [Double]) -> [DenseMatrix] {
    let whole = map?.times(coefficients) ?? coefficients
    return patterns.map { pattern in
      var result = DenseMatrix(rows: visits, columns: visits)
      var residual = [Double](repeating: 0, count: visits)
      for (z, y) in zip(pattern.predictors, pattern.outcomes) {
        for visit in pattern.observed {
          var fitted = 0.0
          for index in 0..<predictors { fitted += z[index] * whole[index * visits + visit] }
          residual[visit] = y[visit] - fitted
        }
        for row in pattern.observed {
          for column in pattern.observed { result[row, column] += residual[row] * residual[column] }
        }
      }
      return result
    }
  }

  /// Rows and columns of the observed visits.
  private static func restricted(_ matrix: DenseMatrix, _ observed: [Int]) -> DenseMatrix {
    var part = DenseMatrix(rows: observed.count, columns: observed.count)
    for (row, from) in observed.enumerated() {
      for (column, to) in observed.enumerated() { part[row, column] = matrix[from, to] }
    }
    return part
  }

  private static func padded(_ part: DenseMatrix, _ observed: [Int], _ visits: Int) -> DenseMatrix {
    var matrix = DenseMatrix(rows: visits, columns: visits)
    for (row, from) in observed.enumerated() {
      for (column, to) in observed.enumerated() { matrix[from, to] = part[row, column] }
    }
    return matrix
  }

  /// tr(A B) of symmetric matrices.
  static func trace(_ left: DenseMatrix, _ right: DenseMatrix) -> Double {
    var sum = 0.0
    for index in left.elements.indices { sum += left.elements[index] * right.elements[index] }
    return sum
  }
}
