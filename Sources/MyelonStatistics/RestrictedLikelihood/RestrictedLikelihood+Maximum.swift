import Foundation

extension RestrictedLikelihood {
  /// First derivatives and what the tests need of the second ones.
  struct Derivatives {
    var gradient: [Double]
    /// Expected second derivatives with the sign changed.
    var information: DenseMatrix
    /// X'W D_a W X.
    var firstOrder: [DenseMatrix]
    /// X'W D_a W D_b W X for b up to a, row by row of the lower triangle.
    var secondOrder: [DenseMatrix]
  }

  /// The largest restricted likelihood.
  struct Maximum {
    let parameters: [Double]
    let value: Value
    let derivatives: Derivatives
    let iterations: Int
  }

  /// Derivatives by the parameters of the covariance.
  func derivatives(_ value: Value) -> Derivatives {
    let count = basis.count
    // W D_a of each pattern.
    let products = value.weights.map { weight in basis.map { weight.times($0) } }
    var gradient = [Double](repeating: 0, count: count)
    var firstOrder: [DenseMatrix] = []
    for a in 0..<count {
      let blocks = patterns.indices.map { products[$0][a].times(value.weights[$0]) }
      let whole = mapped(sum { blocks[$0] })
      var score = Self.trace(value.covariance, whole)
      for index in patterns.indices {
        score += Self.trace(blocks[index], value.residuals[index])
        for visit in 0..<visits { score -= patterns[index].count * products[index][a][visit, visit] }
      }
      gradient[a] = score / 2
      firstOrder.append(whole)
    }
    let spread = firstOrder.map { value.covariance.times($0) }
    var information = DenseMatrix(rows: count, columns: count)
    var secondOrder: [DenseMatrix] = []
    for a in 0..<count {
      for b in 0...a {
        // W D_a W D_b W is not symmetric, its sum with its transpose is what counts.
        let blocks = patterns.indices.map { index in
          Self.symmetric(products[index][a].times(products[index][b]).times(value.weights[index]))
        }
        let whole = mapped(sum { blocks[$0] })
        var element = -2 * Self.trace(value.covariance, whole)
        element += Self.trace(spread[a], spread[b].transposed)
        for index in patterns.indices {
          element +=
            patterns[index].count * Self.trace(products[index][a], products[index][b].transposed)
        }
        information[a, b] = element / 2
        information[b, a] = element / 2
        secondOrder.append(whole)
      }
    }
    return Derivatives(
      gradient: gradient, information: information, firstOrder: firstOrder, secondOrder: secondOrder)
  }

  private static func symmetric(_ matrix: DenseMatrix) -> DenseMatrix {
    var result = matrix
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        result[row, column] = (matrix[row, column] + matrix[column, row]) / 2
      }
    }
    return result
  }

  /// Fisher's scoring with halved steps.
  func maximise(start: [Double]) throws(StatisticsError) -> Maximum {
    let what = "Restricted likelihood of repeated measures"
    var parameters = start
    guard var value = try value(parameters) else { throw .singular(what: "Visits at the start") }
    for iteration in 1...500 {
      let derivatives = derivatives(value)
      let factor = try CholeskyFactor(
        derivatives.information, what: "Variances and covariances of visits, each pair seen together,")
      let step = factor.solve(derivatives.gradient)
      // Twice the gain that is still promised.
      let decrement = zip(derivatives.gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
      guard decrement.isFinite else { throw .notConverged(what: what, iterations: iteration) }
      if decrement < 1e-18 {
        return Maximum(
          parameters: parameters, value: value, derivatives: derivatives, iterations: iteration)
      }
      var length = 1.0
      while true {
        let candidate = zip(parameters, step).map { $0 + length * $1 }
        // So close to the top the likelihood's rounding is larger than the gain; the full step is right there.
        if let found = try self.value(candidate),
          found.logLikelihood >= value.logLikelihood || decrement < 1e-9
        {
          parameters = candidate
          value = found
          break
        }
        length /= 2
        guard length > 1e-12 else { throw .notConverged(what: what, iterations: iteration) }
      }
    }
    throw .notConverged(what: what, iterations: 500)
  }
}
