import Foundation

/// The binomial distribution: successes among independent trials of one probability.
///
/// Terms are Loader's (2000) saddle-point form, tails incomplete beta functions; both keep their relative accuracy for
/// large counts and small tails.
public struct BinomialDistribution: Sendable, Hashable, Codable {
  /// Number of trials.
  public let trials: Int
  /// Probability of a success.
  public let probability: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - trials: number of trials, not negative.
  ///   - probability: in [0, 1].
  /// - Throws: `StatisticsError.outOfRange`.
  public init(trials: Int, probability: Double) throws(StatisticsError) {
    guard trials >= 0, trials <= Int(StatisticsError.largestShape) else {
      throw .outOfRange(what: "A number of trials", allowed: "0 to 1e8", found: Double(trials))
    }
    guard 0...1 ~= probability else {
      throw .outOfRange(what: "A probability", allowed: "0 to 1", found: probability)
    }
    self.trials = trials
    self.probability = probability
  }

  /// The probability of exactly so many successes.
  public func mass(_ successes: Int) -> Double {
    guard 0...trials ~= successes else { return 0 }
    let n = Double(trials)
    let k = Double(successes)
    let p = probability
    if p == 0 { return successes == 0 ? 1 : 0 }
    if p == 1 { return successes == trials ? 1 : 0 }
    if successes == 0 { return exp(n * log1p(-p)) }
    if successes == trials { return exp(n * log(p)) }
    let exponent =
      SaddlePoint.stirlingError(n) - SaddlePoint.stirlingError(k) - SaddlePoint.stirlingError(n - k)
      - SaddlePoint.deviance(k, mean: n * p) - SaddlePoint.deviance(n - k, mean: n * (1 - p))
    return (n / (2 * Double.pi * k * (n - k))).squareRoot() * exp(exponent)
  }

  /// The probabilities of no success, one success and so on.
  public var masses: [Double] { (0...trials).map(mass) }

  /// The probability of at most so many successes.
  public func atMost(_ successes: Int) -> Double {
    guard successes >= 0 else { return 0 }
    guard successes < trials else { return 1 }
    let k = Double(successes)
    return IncompleteBeta.both(Double(trials) - k, k + 1, x: 1 - probability, y: probability).lower
  }

  /// The probability of at least so many successes.
  public func atLeast(_ successes: Int) -> Double {
    guard successes > 0 else { return 1 }
    guard successes <= trials else { return 0 }
    let k = Double(successes)
    return IncompleteBeta.both(k, Double(trials) - k + 1, x: probability, y: 1 - probability).lower
  }
}
