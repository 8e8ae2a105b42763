import Foundation

/// The noncentral t distribution: (Z + δ) / √(χ²/ν), the statistic of a t test when there is an effect.
///
/// Its tails are averages of normal tails over S = √(χ²/ν), whose density is smooth:
/// P(T <= t) = ∫ f(s) Φ(t s - δ) ds, by Gauss and Legendre's rule in panels no wider than the finest of the two factors.
/// Owen 1968, "A survey of properties and applications of the noncentral t-distribution",
/// doi:10.1080/00401706.1968.10490590, gives the integral. Errors are absolute, below 1e-14 (Docs/Statistics.md).
public struct NoncentralStudentDistribution: Sendable, Hashable, Codable {
  /// Degrees of freedom ν, at least 1.
  public let degreesOfFreedom: Double
  /// Noncentrality δ, the mean of the normal variable.
  public let noncentrality: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - degreesOfFreedom: at least 1 and at most 1e8.
  ///   - noncentrality: finite, at most 1e4 in size.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(degreesOfFreedom: Double, noncentrality: Double) throws(StatisticsError) {
    guard degreesOfFreedom >= 1, degreesOfFreedom <= StatisticsError.largestShape else {
      throw .outOfRange(
        what: "Degrees of freedom of a noncentral t", allowed: "1 to 1e8", found: degreesOfFreedom)
    }
    guard abs(noncentrality) <= 1e4 else {
      throw .outOfRange(what: "A noncentrality", allowed: "-1e4 to 1e4", found: noncentrality)
    }
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// The probability of values up to t.
  public func cumulative(_ t: Double) -> Double {
    average(slope: t) { NormalDistribution.lowerTail(t * $0 - noncentrality) }
  }

  /// The probability of values beyond t.
  public func upperTail(_ t: Double) -> Double {
    average(slope: t) { NormalDistribution.lowerTail(noncentrality - t * $0) }
  }

  private static let rule = GaussLegendre(count: 24)

  /// The mean of a function of s over the density of √(χ²/ν).
  private func average(slope: Double, _ function: (Double) -> Double) -> Double {
    guard slope.isFinite else { return function(slope > 0 ? .infinity : -.infinity) }
    let nu = degreesOfFreedom
    // Laurent & Massart 2000, doi:10.1214/aos/1015957395, lemma 1: beyond these lies less than e^-46 = 1e-20.
    let reach = 46.0
    let low = max(0, 1 - 2 * (reach / nu).squareRoot()).squareRoot()
    let high = (1 + 2 * (reach / nu).squareRoot() + 2 * reach / nu).squareRoot()
    let finest = 1 / (2 * nu + slope * slope).squareRoot()
    let panels = min(4000, max(1, Int(((high - low) / (8 * finest)).rounded(.up))))
    let width = (high - low) / Double(panels)
    let constant = 0.5 * log(2 * nu) - SaddlePoint.stirlingError(nu / 2) - 0.5 * log(2 * Double.pi)
    var sum = 0.0
    for panel in 0..<panels {
      let start = low + Double(panel) * width
      sum += Self.rule.integral(from: start, to: start + width) { s in
        let away = s - 1
        let exponent = -0.5 * nu * (away * away + 2 * away - 2 * log1p(away)) - log(s) + constant
        return exp(exponent) * function(s)
      }
    }
    return min(1, max(0, sum))
  }
}
