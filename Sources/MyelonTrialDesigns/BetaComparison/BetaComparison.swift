import Foundation
import MyelonStatistics

/// The probability that one beta variable exceeds another, kept up to date while events are added.
///
/// Cook 2005 ("Exact calculation of beta inequalities", MD Anderson technical report UTMDABTR-005-05): with
/// h = B(a + c, b + d) / (B(a, b) B(c, d)), Pr(X > Y) grows by h/a when a grows by 1, falls by h/b for b, falls by h/c for c, grows
/// by h/d for d, so that one step costs a few multiplications. The start is 1/2 for equal priors.
struct BetaComparison: Sendable, Hashable {
  /// Shapes of X: a, b, and of Y: c, d.
  private(set) var shapes: SIMD4<Double>
  private var h: Double
  /// Pr(X > Y).
  private(set) var probability: Double

  /// Starts with equal priors.
  init(alpha: Double, beta: Double) {
    shapes = SIMD4(alpha, beta, alpha, beta)
    h = exp(IncompleteBeta.logBeta(2 * alpha, 2 * beta) - 2 * IncompleteBeta.logBeta(alpha, beta))
    probability = 0.5
  }

  /// Adds one observation to X (`isFirst`) or Y.
  mutating func add(isFirst: Bool, isEvent: Bool) {
    let (a, b, c, d) = (shapes.x, shapes.y, shapes.z, shapes.w)
    let total = a + b + c + d
    switch (isFirst, isEvent) {
    case (true, true):
      probability += h / a
      h *= (a + c) * (a + b) / (total * a)
      shapes.x += 1
    case (true, false):
      probability -= h / b
      h *= (b + d) * (a + b) / (total * b)
      shapes.y += 1
    case (false, true):
      probability -= h / c
      h *= (a + c) * (c + d) / (total * c)
      shapes.z += 1
    case (false, false):
      probability += h / d
      h *= (b + d) * (c + d) / (total * d)
      shapes.w += 1
    }
  }
}
