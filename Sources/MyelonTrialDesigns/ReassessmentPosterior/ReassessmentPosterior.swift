import Foundation

/// The posterior of β in the continual reassessment method, on equidistant nodes with tabulated likelihoods.
///
/// β has a normal prior with mean 0. Its posterior is smooth and falls off on both sides, where the trapezoidal rule converges
/// faster than any power of the step: with a step h and a posterior deviation d its error is about exp(-2 π² d²/h²), 1e-13 at
/// h = 0.8 d. 255 patients at the target leave d above 0.08. The nodes reach 10 prior deviations either way.
struct ReassessmentPosterior: Sendable {
  let model: ReassessmentModel
  let intercept: Double
  /// Doses as the model sees them.
  let scaled: [Double]
  let step: Double
  let nodes: [Double]
  private let logPrior: [Double]
  /// Logarithm of the rate and of its complement, dose by dose, and the rate itself.
  private let logRate: [Double]
  private let logComplement: [Double]
  private let rates: [Double]

  init(skeleton: [Double], model: ReassessmentModel, intercept: Double, deviation: Double) {
    self.model = model
    self.intercept = intercept
    let scaled = skeleton.map { Skeleton.scale($0, model, intercept) }
    self.scaled = scaled
    let step = min(0.06, deviation / 8)
    let half = Int((10 * deviation / step).rounded(.up))
    let nodes = (-half...half).map { Double($0) * step }
    self.step = step
    self.nodes = nodes
    logPrior = nodes.map { -$0 * $0 / (2 * deviation * deviation) }
    var logRate: [Double] = []
    var logComplement: [Double] = []
    var rates: [Double] = []
    for x in scaled {
      for node in nodes {
        let linear = exp(node) * x
        switch model {
        case .power:
          logRate.append(linear)
          logComplement.append(log(-expm1(linear)))
        case .logistic:
          logRate.append(-log1p(exp(-intercept - linear)))
          logComplement.append(-log1p(exp(intercept + linear)))
        }
        rates.append(exp(logRate[logRate.count - 1]))
      }
    }
    self.logRate = logRate
    self.logComplement = logComplement
    self.rates = rates
  }

  /// Posterior weights of the nodes, the largest 1.
  ///
  /// - Parameters:
  ///   - tally: patients and toxicities.
  ///   - pending: patients of the tally without toxicity so far; each counts 1 - w p, with w the share of the window observed.
  ///   - body: gets the weights.
  /// - Returns: what the body returns.
  func withWeights<Result>(
    _ tally: DoseTally, pending: [PendingPatient], _ body: (UnsafeMutableBufferPointer<Double>) -> Result
  ) -> Result {
    let count = nodes.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { weights in
      _ = weights.initialize(from: logPrior)
      for dose in scaled.indices where tally.treated[dose] > 0 {
        var waiting = 0
        for patient in pending where patient.dose == dose + 1 { waiting += 1 }
        let toxic = Double(tally.toxic[dose])
        let free = Double(Int(tally.treated[dose]) - Int(tally.toxic[dose]) - waiting)
        logRate.withUnsafeBufferPointer { rate in
          logComplement.withUnsafeBufferPointer { complement in
            let offset = dose &* count
            if toxic > 0 {
              for node in 0..<count { weights[node] += toxic * rate[offset &+ node] }
            }
            if free > 0 {
              for node in 0..<count { weights[node] += free * complement[offset &+ node] }
            }
          }
        }
      }
      addPending(pending, to: weights)
      var largest = -Double.infinity
      for node in 0..<count { largest = max(largest, weights[node]) }
      for node in 0..<count {
        let exponent = weights[node] - largest
        // exp(-50) is below the rounding of the sums.
        weights[node] = exponent > -50 ? exp(exponent) : 0
      }
      return body(weights)
    }
  }

  /// Adds ln(1 - w p) of patients under observation.
  ///
  /// Factors are multiplied and the logarithm is taken once for eight of them, whose product cannot underflow: 1 - w p is at least
  /// 1e-16.
  private func addPending(_ pending: [PendingPatient], to weights: UnsafeMutableBufferPointer<Double>) {
    guard !pending.isEmpty else { return }
    let count = nodes.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { product in
      product.initialize(repeating: 1)
      var factors = 0
      func take() {
        for node in 0..<count {
          weights[node] += log(product[node])
          product[node] = 1
        }
        factors = 0
      }
      rates.withUnsafeBufferPointer { rate in
        for patient in pending where patient.fraction > 0 {
          let offset = (patient.dose - 1) * count
          for node in 0..<count { product[node] *= max(1e-16, 1 - patient.fraction * rate[offset &+ node]) }
          factors += 1
          if factors == 8 { take() }
        }
      }
      if factors > 0 { take() }
    }
  }

  /// Posterior mean and variance of β.
  func moments(_ weights: UnsafeMutableBufferPointer<Double>) -> (mean: Double, variance: Double) {
    var sum = 0.0
    var first = 0.0
    var second = 0.0
    nodes.withUnsafeBufferPointer { nodes in
      for node in 0..<nodes.count {
        let weighted = weights[node] * nodes[node]
        sum += weights[node]
        first += weighted
        second += weighted * nodes[node]
      }
    }
    let mean = first / sum
    return (mean, second / sum - mean * mean)
  }

  /// Rate of toxicity at a dose for a value of β.
  func rate(_ dose: Int, _ beta: Double) -> Double {
    Skeleton.rate(exp(beta) * scaled[dose], model, intercept)
  }

  /// Posterior mean of the rate at a dose.
  func meanRate(_ dose: Int, _ weights: UnsafeMutableBufferPointer<Double>) -> Double {
    var sum = 0.0
    var first = 0.0
    for node in nodes.indices {
      sum += weights[node]
      first += weights[node] * rates[dose * nodes.count + node]
    }
    return first / sum
  }

  /// Posterior probability that the rate at a dose exceeds a limit, that is, that β lies below some value.
  ///
  /// The trapezoidal sum up to the nodes on either side with Gregory's end correction of third order, and a cubic between them: the error
  /// falls with the fourth power of the step, 4e-7 for a posterior as wide as the prior.
  func probability(_ dose: Int, above limit: Double, _ weights: UnsafeMutableBufferPointer<Double>) -> Double
  {
    let ratio = Skeleton.scale(limit, model, intercept) / scaled[dose]
    guard ratio > 0 else { return 0 }
    let position = (log(ratio) - nodes[0]) / step
    guard position > 2 else { return 0 }
    guard position < Double(nodes.count - 4) else { return 1 }
    var total = 0.0
    for node in nodes.indices { total += weights[node] }
    let left = Int(position)
    var sum = 0.0
    for node in 0..<left { sum += weights[node] }
    func cumulative(_ node: Int, _ before: Double) -> Double {
      let first = weights[node + 1] - weights[node - 1]
      let third = weights[node + 2] - 2 * first - weights[node - 2]
      return before + weights[node] / 2 - first / 24 + 11 * third / 1440
    }
    let low = cumulative(left, sum)
    let high = cumulative(left + 1, sum + weights[left])
    let t = position - Double(left)
    // Hermite's cubic through both sums with the density as slope.
    let value =
      low + t * t * (3 - 2 * t) * (high - low) + t * (1 - t) * (1 - t) * weights[left]
      - t * t * (1 - t) * weights[left + 1]
    return min(1, max(0, value / total))
  }
}
