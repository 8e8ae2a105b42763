import Foundation
import MyelonStatistics

/// The density of the standardised statistic on what is left of the trial after a look.
///
/// With information fractions t, drift δ (the mean of Z at full information) and independent increments,
///
///     Z_k √t_k = Z_(k-1) √t_(k-1) + δ (t_k - t_(k-1)) + √(t_k - t_(k-1)) ε
///
/// Armitage, McPherson & Rowe 1969 (doi:10.2307/2343787) gave the recursion over looks, Jennison & Turnbull 2000, chapter 19, its
/// quadrature. Here each interval between bounds is cut into panels of 24 Gauss-Legendre nodes, at most ten widths of the narrowest
/// factor wide, so that the rule's error is below rounding (1e-14); tails beyond 8.5 deviations (1e-17) are left out.
struct SequentialDensity {
  /// Values of Z.
  private var nodes: [Double]
  /// Density times weight at each.
  private var masses: [Double]
  /// Share of the information.
  private var fraction: Double
  /// Mean of Z at full information.
  private let drift: Double

  private static let rule = GaussLegendre(count: 24)
  private static let reach = 8.5
  private static let panelWidths = 10.0

  /// The start of a trial: no information, all mass at zero.
  init(drift: Double) {
    nodes = [0]
    masses = [1]
    fraction = 0
    self.drift = drift
  }

  /// Probability of being still in the trial and having Z at or above a bound at a later share of the information.
  func upperTail(_ bound: Double, at next: Double) -> Double {
    guard bound < .infinity else { return 0 }
    guard bound > -.infinity else { return masses.reduce(0, +) }
    let (scale, offset, slope) = step(to: next)
    let start = (bound * next.squareRoot() - offset) * scale
    var sum = 0.0
    for index in nodes.indices {
      sum += masses[index] * 0.5 * erfc((start - nodes[index] * slope) * 0.5.squareRoot())
    }
    return sum
  }

  /// Probability of being still in the trial and having Z below a bound at a later share of the information.
  func lowerTail(_ bound: Double, at next: Double) -> Double {
    guard bound > -.infinity else { return 0 }
    guard bound < .infinity else { return masses.reduce(0, +) }
    let (scale, offset, slope) = step(to: next)
    let start = (bound * next.squareRoot() - offset) * scale
    var sum = 0.0
    for index in nodes.indices {
      sum += masses[index] * 0.5 * erfc((nodes[index] * slope - start) * 0.5.squareRoot())
    }
    return sum
  }

  /// Goes on to a look and keeps what lies between its bounds.
  ///
  /// - Parameters:
  ///   - next: share of the information at the look.
  ///   - lower: bound below which the trial has stopped.
  ///   - upper: bound at or above which it has stopped.
  ///   - afterwards: share of the information at the look after that, which sets the fineness.
  mutating func advance(to next: Double, lower: Double, upper: Double, afterwards: Double) {
    let centre = drift * next.squareRoot()
    let low = max(lower, centre - Self.reach)
    let high = min(upper, centre + Self.reach)
    guard low < high else {
      (nodes, masses, fraction) = ([], [], next)
      return
    }
    let made = (next - fraction) / next
    let coming = (afterwards - next) / next
    let finest = (made * coming / (made + coming)).squareRoot()
    let panels = max(1, Int(((high - low) / (Self.panelWidths * finest)).rounded(.up)))
    let points = Self.points(from: low, to: high, panels: panels)
    let (scale, offset, slope) = step(to: next)
    let root = next.squareRoot()
    let factor = root * scale / (2 * Double.pi).squareRoot()
    var fresh = [Double](repeating: 0, count: points.nodes.count)
    for target in points.nodes.indices {
      let start = (points.nodes[target] * root - offset) * scale
      var sum = 0.0
      for index in nodes.indices {
        let z = start - nodes[index] * slope
        sum += masses[index] * exp(-0.5 * z * z)
      }
      fresh[target] = sum * factor * points.weights[target]
    }
    (nodes, masses, fraction) = (points.nodes, fresh, next)
  }

  /// Scale, offset and slope by which a value z and a bound b become the normal score (b √t' - offset) scale - z slope.
  private func step(to next: Double) -> (scale: Double, offset: Double, slope: Double) {
    let gain = next - fraction
    let scale = 1 / gain.squareRoot()
    return (scale, drift * gain, fraction.squareRoot() * scale)
  }

  private static func points(from low: Double, to high: Double, panels: Int)
    -> (nodes: [Double], weights: [Double])
  {
    let half = (high - low) / Double(2 * panels)
    var nodes: [Double] = []
    var weights: [Double] = []
    nodes.reserveCapacity(panels * rule.nodes.count)
    weights.reserveCapacity(panels * rule.nodes.count)
    for panel in 0..<panels {
      let middle = low + Double(2 * panel + 1) * half
      for index in rule.nodes.indices {
        nodes.append(middle + half * rule.nodes[index])
        weights.append(half * rule.weights[index])
      }
    }
    return (nodes, weights)
  }
}
