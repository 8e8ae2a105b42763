import Foundation

/// Likelihood of the proportional-odds model with its derivatives.
///
/// With F the logistic function, a_i = θ_k - x·β and b_i = θ_(k-1) - x·β for category k (a = ∞ for the last, b = -∞ for the
/// first), a person contributes ln(F(a) - F(b)).
struct OrdinalLikelihood {
  struct Maximum {
    let parameters: [Double]
    let covariance: DenseMatrix
    let logLikelihood: Double
    let iterations: Int
  }

  /// Category index of each person.
  let categories: [Int]
  /// Number of categories.
  let levels: Int
  let design: DenseMatrix

  private var cuts: Int { levels - 1 }
  private var size: Int { cuts + design.columns }

  /// Newton's method from the marginal frequencies.
  func maximise() throws(StatisticsError) -> Maximum {
    var parameters = start()
    var value = logLikelihood(parameters)
    for iteration in 1...100 {
      let (gradient, information) = derivatives(parameters)
      let factor = try CholeskyFactor(information, what: "Columns and categories")
      let step = factor.solve(gradient)
      // Newton's decrement: twice the gain that the quadratic model still promises.
      let decrement = zip(gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
      if decrement < 1e-18 * max(1, abs(value)) {
        // Separated categories leave the likelihood flat, at coefficients that run away.
        let shifts = design.times(Array(parameters.dropFirst(cuts)))
        guard shifts.allSatisfy({ abs($0) < 500 }), value < -1e-6 else {
          throw .notConverged(what: "Ordinal regression", iterations: iteration)
        }
        return Maximum(
          parameters: parameters, covariance: factor.inverse, logLikelihood: value, iterations: iteration)
      }
      var length = 1.0
      while true {
        let candidate = zip(parameters, step).map { $0 + length * $1 }
        let found = logLikelihood(candidate)
        // So close to the top the likelihood's rounding is larger than the gain; the full step is right there.
        if found >= value || length < 1e-10 || decrement < 1e-9 {
          parameters = candidate
          value = found
          break
        }
        length /= 2
      }
      guard length >= 1e-10 || decrement < 1e-12 else {
        throw .notConverged(what: "Ordinal regression", iterations: iteration)
      }
    }
    throw .notConverged(what: "Ordinal regression", iterations: 100)
  }

  private func start() -> [Double] {
    var counts = [Double](repeating: 0, count: levels)
    for category in categories { counts[category] += 1 }
    var below = 0.0
    let total = Double(categories.count)
    return (0..<cuts).map { cut in
      below += counts[cut]
      return log(below / (total - below))
    } + [Double](repeating: 0, count: design.columns)
  }

  /// Upper and lower argument of one person; infinite at the ends.
  private func arguments(_ parameters: [Double], _ person: Int) -> (upper: Double, lower: Double) {
    var shift = 0.0
    for column in 0..<design.columns { shift += design[person, column] * parameters[cuts + column] }
    let category = categories[person]
    return (
      category < cuts ? parameters[category] - shift : .infinity,
      category > 0 ? parameters[category - 1] - shift : -.infinity
    )
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// F(a) - F(b) without cancellation: for a > b it is F(a) F(-b) (1 - exp(b - a)).
  private static func difference(_ a: Double, _ b: Double) -> Double {
    guard a > b else { return 0 }
    guard a < .infinity else { return logistic(-b) }
    guard b > -.infinity else { return logistic(a) }
    return logistic(a) * logistic(-b) * -expm1(b - a)
  }

  func logLikelihood(_ parameters: [Double]) -> Double {
    var sum = 0.0
    for person in categories.indices {
      let (a, b) = arguments(parameters, person)
      let probability = Self.difference(a, b)
      guard probability > 0 else { return -.infinity }
      sum += log(probability)
    }
    return sum
  }

  /// Gradient and negative Hessian.
  private func derivatives(_ parameters: [Double]) -> ([Double], DenseMatrix) {
    var gradient = [Double](repeating: 0, count: size)
    var information = DenseMatrix(rows: size, columns: size)
    for person in categories.indices {
      let (a, b) = arguments(parameters, person)
      let p = Self.difference(a, b)
      // f = F (1 - F), f' = f (1 - 2 F); both vanish at infinity.
      let (fa, fb) = (Self.logistic(a) * Self.logistic(-a), Self.logistic(b) * Self.logistic(-b))
      let (ga, gb) = (fa * (1 - 2 * Self.logistic(a)), fb * (1 - 2 * Self.logistic(b)))
      let (ra, rb) = (fa / p, fb / p)
      // Second derivatives of ln p by the two arguments.
      let aa = ga / p - ra * ra
      let bb = -gb / p - rb * rb
      let ab = ra * rb
      add(person, ra: ra, rb: rb, aa: aa, bb: bb, ab: ab, to: &gradient, and: &information)
    }
    return (gradient, information)
  }

  /// Chain rule: argument a depends on its threshold with slope 1 and on each β with -x; so does b.
  private func add(
    _ person: Int, ra: Double, rb: Double, aa: Double, bb: Double, ab: Double, to gradient: inout [Double],
    and information: inout DenseMatrix
  ) {
    let category = categories[person]
    let upper = category < cuts ? category : nil
    let lower = category > 0 ? category - 1 : nil
    if let upper {
      gradient[upper] += ra
      information[upper, upper] -= aa
    }
    if let lower {
      gradient[lower] -= rb
      information[lower, lower] -= bb
    }
    if let upper, let lower {
      information[upper, lower] -= ab
      information[lower, upper] -= ab
    }
    for column in 0..<design.columns {
      let x = design[person, column]
      let place = cuts + column
      gradient[place] -= x * (ra - rb)
      if let upper {
        information[place, upper] += x * (aa + ab)
        information[upper, place] += x * (aa + ab)
      }
      if let lower {
        information[place, lower] += x * (bb + ab)
        information[lower, place] += x * (bb + ab)
      }
      for other in 0..<design.columns {
        information[place, cuts + other] -= x * design[person, other] * (aa + bb + 2 * ab)
      }
    }
  }
}
