import Foundation
import MyelonStatistics

extension BetaMixture {
  /// How many people the mixture is worth: the expected local information ratio.
  ///
  /// Neuenschwander et al. 2020, doi:10.1111/biom.13252: the mean over the prior p of -(ln p)'' θ (1 - θ). It is a + b for one beta
  /// distribution and falls by n on average after n people, which other measures do not.
  public var effectiveSampleSize: Double {
    let parts = components.filter { $0.weight > 0 }
    if parts.count == 1 { return parts[0].alpha + parts[0].beta }
    // With θ = sin²φ the density is smooth enough at the ends for shapes from 1/2 on.
    var sum = 0.0
    // φ has a deviation of about 1 / (2 √size); panels are at most four of them wide.
    let largest = parts.map { $0.alpha + $0.beta }.max() ?? 1
    let panels = max(40, Int((0.8 * largest.squareRoot()).rounded(.up)))
    for panel in 0..<panels {
      let width = Double.pi / 2 / Double(panels)
      sum += Self.rule.integral(from: Double(panel) * width, to: Double(panel + 1) * width) { angle in
        let theta = sin(angle) * sin(angle)
        return 2 * sin(angle) * cos(angle) * information(theta) * theta * (1 - theta)
      }
    }
    return sum
  }

  private static let rule = GaussLegendre(count: 24)

  /// p · -(ln p)'' = p'² / p - p''.
  private func information(_ theta: Double) -> Double {
    var density = 0.0
    var first = 0.0
    var second = 0.0
    for part in components where part.weight > 0 {
      guard let beta = try? BetaDistribution(alpha: part.alpha, beta: part.beta) else { return .nan }
      let value = part.weight * beta.density(theta)
      let slope = (part.alpha - 1) / theta - (part.beta - 1) / (1 - theta)
      let bend =
        -(part.alpha - 1) / (theta * theta) - (part.beta - 1) / ((1 - theta) * (1 - theta))
      density += value
      first += value * slope
      second += value * (slope * slope + bend)
    }
    return density > 0 ? first * first / density - second : 0
  }

  /// Pr(rate of this mixture + margin < rate of a beta distribution).
  func probability(below other: BetaDistribution, margin: Double) -> Double {
    components.reduce(0) { sum, part in
      guard part.weight > 0, let own = try? BetaDistribution(alpha: part.alpha, beta: part.beta) else {
        return sum
      }
      // The rate is integrated where it has its mass, on the scale of sin²φ.
      let low = asin(own.quantile(1e-15).squareRoot())
      let high = asin(own.upperQuantile(1e-15).squareRoot())
      var value = 0.0
      let parts = 4
      for panel in 0..<parts {
        let width = (high - low) / Double(parts)
        value += Self.rule.integral(
          from: low + Double(panel) * width, to: low + Double(panel + 1) * width
        ) { angle in
          let theta = sin(angle) * sin(angle)
          let limit = min(1, max(0, theta + margin))
          return 2 * sin(angle) * cos(angle) * own.density(theta) * other.upperTail(limit)
        }
      }
      return sum + part.weight * value
    }
  }
}
