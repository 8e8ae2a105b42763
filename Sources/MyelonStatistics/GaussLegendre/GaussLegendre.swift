import Foundation

/// Nodes and weights of Gauss and Legendre's quadrature on [-1, 1].
///
/// Exact for polynomials up to degree 2n - 1. Nodes by Newton's method for the Legendre polynomial.
public struct GaussLegendre: Sendable {
  /// Nodes, ascending.
  public let nodes: [Double]
  /// Weights, summing to 2.
  public let weights: [Double]

  /// Computes the rule.
  ///
  /// - Parameter count: number of nodes, at least 1.
  public init(count: Int) {
    precondition(count >= 1, "A rule of \(count) nodes")
    var nodes = [Double](repeating: 0, count: count)
    var weights = nodes
    for index in 0..<count {
      var x = -cos(Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var derivative = 1.0
      for _ in 0..<100 {
        let (value, slope) = Self.legendre(count, x)
        derivative = slope
        let change = value / slope
        x -= change
        if abs(change) < 1e-16 { break }
      }
      derivative = Self.legendre(count, x).slope
      nodes[index] = x
      weights[index] = 2 / ((1 - x * x) * derivative * derivative)
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The integral of a function over an interval.
  ///
  /// - Parameters:
  ///   - lower: lower end.
  ///   - upper: upper end.
  ///   - function: the integrand.
  /// - Returns: the weighted sum over the nodes.
  public func integral(from lower: Double, to upper: Double, _ function: (Double) -> Double) -> Double {
    let half = (upper - lower) / 2
    let middle = (upper + lower) / 2
    var sum = 0.0
    for index in nodes.indices { sum += weights[index] * function(middle + half * nodes[index]) }
    return half * sum
  }

  /// The Legendre polynomial of degree n and its derivative.
  private static func legendre(_ n: Int, _ x: Double) -> (value: Double, slope: Double) {
    var previous = 1.0
    var value = x
    for degree in stride(from: 2, through: n, by: 1) {
      let k = Double(degree)
      (previous, value) = (value, ((2 * k - 1) * x * value - (k - 1) * previous) / k)
    }
    return (value, Double(n) * (x * value - previous) / (x * x - 1))
  }
}
