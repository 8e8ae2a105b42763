import Foundation
import MyelonStatistics

/// What earlier studies foretell of a new one that differs from them as much as they do from each other.
///
/// Neuenschwander et al. 2010, doi:10.1177/1740774509356002: study means θ_i ~ N(μ, τ²), flat prior on μ, half-normal prior on τ.
/// Given τ everything is normal, so that the prediction is a mixture over τ, here at Gauss-Legendre nodes with their
/// posterior weights: no sampling.
public enum MetaAnalyticPrior {
  private static let rule = GaussLegendre(count: 24)

  /// The prediction of a new study's mean.
  ///
  /// - Parameters:
  ///   - means: mean of each earlier study.
  ///   - standardErrors: their standard errors.
  ///   - spreadScale: scale of the half-normal prior of τ, in units of the means.
  /// - Returns: a mixture of 96 normal distributions.
  /// - Throws: `EfficacyError` naming the study.
  public static func normal(means: [Double], standardErrors: [Double], spreadScale: Double)
    throws(EfficacyError) -> NormalMixture
  {
    var findings = EfficacyError.count(means.count, 1...1000, "number of earlier studies")
    if means.count != standardErrors.count {
      findings.append(
        .wrongLength(cell: "standardErrors", required: means.count, found: standardErrors.count))
    }
    findings += EfficacyError.positive(spreadScale, "spreadScale")
    for (index, value) in means.enumerated() {
      findings += EfficacyError.finite(value, "study \(index + 1), mean")
    }
    for (index, value) in standardErrors.enumerated() {
      findings += EfficacyError.positive(value, "study \(index + 1), standard error")
    }
    try EfficacyError.require(findings)
    var parts: [(log: Double, mean: Double, deviation: Double)] = []
    // Beyond six scales lies 2e-9 of the prior.
    let panels = [0, 0.25, 0.75, 2, 6].map { $0 * spreadScale }
    for (low, high) in zip(panels, panels.dropFirst()) {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let tau = low + (high - low) * (1 + node) / 2
        var part = given(tau, means, standardErrors)
        part.log += log(weight * (high - low)) - 0.5 * (tau / spreadScale) * (tau / spreadScale)
        parts.append(part)
      }
    }
    let top = parts.map(\.log).max() ?? 0
    return NormalMixture(
      parts.map {
        NormalMixture.Component(weight: exp($0.log - top), mean: $0.mean, deviation: $0.deviation)
      })
  }

  /// Logarithm of the likelihood of τ with μ integrated out, and the prediction given τ.
  private static func given(_ tau: Double, _ means: [Double], _ errors: [Double]) -> (
    log: Double, mean: Double, deviation: Double
  ) {
    let weights = errors.map { 1 / ($0 * $0 + tau * tau) }
    let total = weights.reduce(0, +)
    let mean = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 } / total
    var value = -0.5 * log(total)
    for (weight, own) in zip(weights, means) {
      value += 0.5 * log(weight) - 0.5 * weight * (own - mean) * (own - mean)
    }
    return (value, mean, (1 / total + tau * tau).squareRoot())
  }

  /// The prediction of a new study's rate.
  ///
  /// Rates are handled as log odds with half an event added on both sides; each normal part is then replaced by the beta distribution with the
  /// same mean and variance of the rate: an approximation, good from some ten events a study on.
  ///
  /// - Parameters:
  ///   - responders: responders of each earlier study.
  ///   - people: people of each earlier study.
  ///   - spreadScale: scale of the half-normal prior of τ in log odds; 0.5 to 1 is usual.
  /// - Returns: a mixture of 96 beta distributions.
  /// - Throws: `EfficacyError` naming the study.
  public static func binary(responders: [Int], people: [Int], spreadScale: Double = 0.5)
    throws(EfficacyError) -> BetaMixture
  {
    guard responders.count == people.count else {
      throw .wrongLength(cell: "people", required: responders.count, found: people.count)
    }
    try EfficacyError.require(
      zip(responders, people).enumerated().flatMap { index, pair in
        EfficacyError.events(pair.0, of: pair.1, "responders", "study \(index + 1)")
      })
    let means = zip(responders, people).map { log((Double($0) + 0.5) / (Double($1 - $0) + 0.5)) }
    let errors = zip(responders, people).map {
      (1 / (Double($0) + 0.5) + 1 / (Double($1 - $0) + 0.5)).squareRoot()
    }
    let mixture = try normal(means: means, standardErrors: errors, spreadScale: spreadScale)
    return BetaMixture(
      mixture.components.map { part in
        let (mean, variance) = moments(part)
        let size = max(1e-3, mean * (1 - mean) / variance - 1)
        return BetaMixture.Component(
          weight: part.weight, alpha: mean * size, beta: (1 - mean) * size)
      })
  }

  /// Mean and variance of the rate whose log odds are normal.
  private static func moments(_ part: NormalMixture.Component) -> (mean: Double, variance: Double) {
    func moment(_ power: Double) -> Double {
      func term(_ z: Double) -> Double {
        NormalDistribution.standard.density(z) * pow(1 + exp(-part.mean - z * part.deviation), -power)
      }
      return rule.integral(from: -9, to: -3, term) + rule.integral(from: -3, to: 0, term)
        + rule.integral(from: 0, to: 3, term) + rule.integral(from: 3, to: 9, term)
    }
    let mean = moment(1)
    return (mean, moment(2) - mean * mean)
  }
}
