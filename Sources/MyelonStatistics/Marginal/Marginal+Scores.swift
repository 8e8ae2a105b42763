import Foundation

extension Marginal {
  /// The value that is not exceeded with probability u.
  ///
  /// - Parameter u: probability in [0, 1].
  /// - Returns: the quantile, inside the bounds.
  public func quantile(_ u: Double) -> Double {
    value(lower: u, upper: 1 - u)
  }

  /// The value at a normal score: the quantile at Φ(score), accurate in both tails.
  public func value(atScore score: Double) -> Double {
    switch self {
    case .normal(let mean, let deviation): mean + deviation * score
    case .logNormal(let median, let logDeviation): median * exp(logDeviation * score)
    case .uniform, .logUniform, .truncatedNormal:
      value(lower: NormalDistribution.lowerTail(score), upper: NormalDistribution.lowerTail(-score))
    }
  }

  /// The normal score of a value.
  ///
  /// - Parameter value: a value inside the bounds; outside counts as at the bound.
  /// - Returns: the score; infinite at a bound.
  public func score(of value: Double) -> Double {
    switch self {
    case .normal(let mean, let deviation):
      return (value - mean) / deviation
    case .logNormal(let median, let logDeviation):
      return log(value / median) / logDeviation
    case .uniform, .logUniform, .truncatedNormal:
      let tails = tails(of: value)
      return tails.lower <= tails.upper
        ? NormalDistribution.standardQuantile(tails.lower) : -NormalDistribution.standardQuantile(tails.upper)
    }
  }

  /// The density at a value; zero outside the bounds.
  public func density(_ x: Double) -> Double {
    guard bounds.contains(x) else { return x.isNaN ? .nan : 0 }
    switch self {
    case .uniform(let low, let high):
      return 1 / (high - low)
    case .logUniform(let low, let high):
      return 1 / (x * log(high / low))
    case .truncatedNormal(let mean, let deviation, let low, let high):
      let mass = Truncation(mean, deviation, low, high).mass
      return NormalDistribution.standardDensity((x - mean) / deviation) / (deviation * mass)
    case .normal(let mean, let deviation):
      return NormalDistribution.standardDensity((x - mean) / deviation) / deviation
    case .logNormal(let median, let logDeviation):
      guard x > 0 else { return 0 }
      return NormalDistribution.standardDensity(log(x / median) / logDeviation) / (logDeviation * x)
    }
  }

  /// The value with given probabilities below and above it, measured from the nearer end.
  private func value(lower: Double, upper: Double) -> Double {
    switch self {
    case .uniform(let low, let high):
      return clamp(lower <= upper ? low + (high - low) * lower : high - (high - low) * upper)
    case .logUniform(let low, let high):
      let span = log(high / low)
      return clamp(lower <= upper ? low * exp(span * lower) : high * exp(-span * upper))
    case .truncatedNormal(let mean, let deviation, let low, let high):
      return clamp(mean + deviation * Truncation(mean, deviation, low, high).quantile(lower, upper))
    case .normal, .logNormal:
      let score =
        lower <= upper
        ? NormalDistribution.standardQuantile(lower) : -NormalDistribution.standardQuantile(upper)
      return value(atScore: score)
    }
  }

  /// Probabilities below and above a value.
  private func tails(of value: Double) -> (lower: Double, upper: Double) {
    let x = clamp(value)
    switch self {
    case .uniform(let low, let high):
      return ((x - low) / (high - low), (high - x) / (high - low))
    case .logUniform(let low, let high):
      let span = log(high / low)
      return (log(x / low) / span, log(high / x) / span)
    case .truncatedNormal(let mean, let deviation, let low, let high):
      return Truncation(mean, deviation, low, high).tails((x - mean) / deviation)
    case .normal, .logNormal:
      let score = score(of: x)
      return (NormalDistribution.lowerTail(score), NormalDistribution.lowerTail(-score))
    }
  }

  private func clamp(_ value: Double) -> Double {
    min(max(value, bounds.lowerBound), bounds.upperBound)
  }
}

extension Marginal {
  /// A standard normal variable cut to the range from a to b, with tails taken on the side where they are small.
  struct Truncation {
    private let a: Double
    private let b: Double
    /// Whether the interval lies above the mean, so that upper tails are the small ones.
    private let isAbove: Bool
    /// Probability of the interval before the cut.
    let mass: Double

    init(_ mean: Double, _ deviation: Double, _ low: Double, _ high: Double) {
      a = (low - mean) / deviation
      b = (high - mean) / deviation
      isAbove = a > 0
      mass = Self.between(a, b)
    }

    private static func between(_ a: Double, _ b: Double) -> Double {
      a > 0
        ? NormalDistribution.lowerTail(-a) - NormalDistribution.lowerTail(-b)
        : NormalDistribution.lowerTail(b) - NormalDistribution.lowerTail(a)
    }

    /// The standardised value with these probabilities below and above.
    func quantile(_ lower: Double, _ upper: Double) -> Double {
      if isAbove {
        let tail = NormalDistribution.lowerTail(-b) * lower + NormalDistribution.lowerTail(-a) * upper
        return -NormalDistribution.standardQuantile(tail)
      }
      let tail = NormalDistribution.lowerTail(a) * upper + NormalDistribution.lowerTail(b) * lower
      guard tail > 0.5 else { return NormalDistribution.standardQuantile(tail) }
      // The same from above, for the digits.
      let rest = NormalDistribution.lowerTail(-a) * upper + NormalDistribution.lowerTail(-b) * lower
      return -NormalDistribution.standardQuantile(rest)
    }

    /// Probabilities below and above a standardised value.
    func tails(_ z: Double) -> (lower: Double, upper: Double) {
      (Self.between(a, z) / mass, Self.between(z, b) / mass)
    }
  }
}
