import Foundation

/// What a series of ever finer computations of one number says about its convergence.
///
/// Where no exact value is known, the differences of successive values stand for the errors: if the error is
/// `c hᵖ` and h shrinks by a constant ratio, they shrink by ratio to the power p (Richardson; Roache 1997,
/// doi:10.1146/annurev.fluid.29.1.123).
public struct ObservedOrder: Sendable, CustomStringConvertible {
  /// The values, coarsest first.
  public let values: [Double]
  /// Step or spacing of each value, in any unit, descending.
  public let steps: [Double]

  /// Takes a series.
  ///
  /// - Parameters:
  ///   - values: at least three values, coarsest first.
  ///   - steps: their steps or spacings, as many, descending.
  public init(values: [Double], steps: [Double]) {
    precondition(values.count == steps.count && values.count >= 3, "An order needs three values or more")
    self.values = values
    self.steps = steps
  }

  /// Sizes of the differences of successive values.
  public var differences: [Double] { zip(values, values.dropFirst()).map { abs($1 - $0) } }

  /// Order between each two successive differences; nil where a difference vanishes.
  public var orders: [Double?] {
    let differences = differences
    return (1..<differences.count).map { index in
      guard differences[index] > 0, differences[index - 1] > 0 else { return nil }
      return log(differences[index - 1] / differences[index]) / log(steps[index] / steps[index + 1])
    }
  }

  /// Order of the whole series: from its first and its last difference; nil where one vanishes.
  public var overall: Double? {
    let differences = differences
    guard let first = differences.first, let last = differences.last, first > 0, last > 0 else { return nil }
    return log(first / last) / log(steps[0] / steps[differences.count - 1])
  }

  /// Distance of a value from the finest one, relative to the finest.
  ///
  /// - Parameter index: index of the value, 0 the coarsest.
  /// - Returns: the distance, 0 for the finest itself.
  public func distanceFromFinest(_ index: Int) -> Double {
    let finest = values[values.count - 1]
    return abs(values[index] - finest) / max(abs(finest), .leastNormalMagnitude)
  }

  /// Values, differences and orders on one line.
  public var description: String {
    let orders = orders.map { $0.map { String(format: "%.2f", $0) } ?? "-" }.joined(separator: " ")
    let values = values.map { String(format: "%.6g", $0) }.joined(separator: " ")
    let differences = differences.map { String(format: "%.2g", $0) }.joined(separator: " ")
    return "values \(values); differences \(differences); orders \(orders)"
  }
}
