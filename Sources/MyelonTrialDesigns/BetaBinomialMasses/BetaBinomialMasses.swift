import Foundation

/// The beta-binomial distribution: successes among trials whose probability is drawn from a beta distribution.
enum BetaBinomialMasses {
  /// Probabilities of each number of successes, by ratios of neighbours from the largest on, then one division.
  static func masses(trials: Int, alpha: Double, beta: Double) -> [Double] {
    let n = Double(trials)
    // Logarithms of the ratios p(k + 1) / p(k), summed, then shifted so that the largest term is 1.
    var logs = [0.0]
    logs.reserveCapacity(trials + 1)
    for index in stride(from: 0, to: trials, by: 1) {
      let k = Double(index)
      let ratio = (n - k) * (alpha + k) / ((k + 1) * (n - k - 1 + beta))
      logs.append(logs[index] + log(ratio))
    }
    let top = logs.max() ?? 0
    let values = logs.map { exp($0 - top) }
    let sum = values.reduce(0, +)
    return values.map { $0 / sum }
  }
}
