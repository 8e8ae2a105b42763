/// The lower triangle L of a small symmetric positive definite matrix A = L Lᵀ.
public struct CholeskyFactor: Sendable {
  /// Number of unknowns.
  public let order: Int
  private var lower: [Double]

  /// Factors a matrix; nil if it is not positive definite to rounding.
  ///
  /// - Parameters:
  ///   - matrix: row after row, `order * order` values; the lower triangle is read.
  ///   - order: number of unknowns.
  public init?(_ matrix: [Double], order: Int) {
    precondition(matrix.count == order * order, "A matrix of order \(order) has \(order * order) values")
    self.order = order
    lower = matrix
    let isDefinite = lower.withUnsafeMutableBufferPointer { values -> Bool in
      for i in 0..<order {
        for j in 0...i {
          var sum = values[i &* order &+ j]
          for k in 0..<j { sum -= values[i &* order &+ k] * values[j &* order &+ k] }
          if i == j {
            guard sum > 0, sum.isFinite else { return false }
            values[i &* order &+ i] = sum.squareRoot()
          } else {
            values[i &* order &+ j] = sum / values[j &* order &+ j]
          }
        }
      }
      return true
    }
    guard isDefinite else { return nil }
  }

  /// Solves A x = b in place.
  ///
  /// - Parameter values: b on entry, x on return; `order` values.
  public func solve(_ values: UnsafeMutablePointer<Double>) {
    lower.withUnsafeBufferPointer { lower in
      for i in 0..<order {
        var sum = values[i]
        for k in 0..<i { sum -= lower[i &* order &+ k] * values[k] }
        values[i] = sum / lower[i &* order &+ i]
      }
      for i in stride(from: order - 1, through: 0, by: -1) {
        let x = values[i] / lower[i &* order &+ i]
        values[i] = x
        for k in 0..<i { values[k] -= lower[i &* order &+ k] * x }
      }
    }
  }

  /// Solves A x = b.
  public func solution(of rightSide: [Double]) -> [Double] {
    precondition(rightSide.count == order, "A right side of \(rightSide.count) values for order \(order)")
    var values = rightSide
    values.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { solve(base) }
    }
    return values
  }
}
