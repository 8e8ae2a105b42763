/// Smooths equally spaced points: weighted squares plus a penalty on third differences.
///
/// Minimises `sum w_i |y_i - x_i|^2 + (l/h)^6 sum |third difference of x|^2` for points `h` apart: a smoothing
/// spline on a grid (Eilers 2003 Anal Chem 75:3631, there with any order of difference). Third differences leave
/// parabolas as they are; a wave of length L is damped by `1 / (1 + (2 pi l / L)^6)`.
struct PenalisedSmoother {
  /// Penalty on third differences, `(l/h)^6`.
  let penalty: Double

  /// Smoothes points.
  ///
  /// - Parameters:
  ///   - points: at least four.
  ///   - weights: not negative, at least four of them positive.
  /// - Returns: as many points.
  func smooth(_ points: [SIMD3<Double>], weights: [Double]) -> [SIMD3<Double>] {
    let count = points.count
    precondition(count >= 4 && weights.count == count, "At least four weighted points: \(count)")
    // Lower band of the matrix: row i holds entries (i, i), (i, i - 1), (i, i - 2), (i, i - 3).
    var band = weights.map { SIMD4($0, 0, 0, 0) }
    let difference = [-1.0, 3, -3, 1]
    for first in 0..<(count - 3) {
      for row in 0..<4 {
        for column in 0...row {
          band[first + row][row - column] += penalty * difference[row] * difference[column]
        }
      }
    }
    // Banded L D L^T.
    for i in 0..<count {
      for j in stride(from: min(3, i), through: 0, by: -1) {
        let column = i - j
        var sum = band[i][j]
        for k in max(0, i - 3)..<max(0, i - 3, column) where column - k <= 3 {
          sum -= band[i][i - k] * band[column][column - k] * band[k][0]
        }
        band[i][j] = j == 0 ? sum : sum / band[column][0]
      }
    }
    var result = zip(points, weights).map { $0 * $1 }
    for i in 0..<count { for j in 1..<4 where j <= i { result[i] -= band[i][j] * result[i - j] } }
    for i in stride(from: count - 1, through: 0, by: -1) {
      result[i] /= band[i][0]
      for j in 1..<4 where i + j < count { result[i] -= band[i + j][j] * result[i + j] }
    }
    return result
  }

  /// Smoothes points, giving those far from the curve less weight, and none to outliers.
  ///
  /// Five rounds of Tukey's biweight at 4.685 robust standard deviations (Beaton & Tukey 1974 Technometrics 16:147).
  ///
  /// - Parameters:
  ///   - points: at least four.
  ///   - weights: what each point is worth before its distance is known.
  ///   - floor: smallest standard deviation taken, mm, so that a clean curve rejects nothing.
  /// - Returns: as many points.
  func smoothRobustly(_ points: [SIMD3<Double>], weights: [Double], floor: Double) -> [SIMD3<Double>] {
    var current = weights
    var result = smooth(points, weights: current)
    for _ in 0..<5 {
      let residuals = zip(points, result).map { ($0 - $1).length }
      let counted = zip(residuals, weights).filter { $0.1 > 0 }.map(\.0).sorted()
      let scale = max(floor, 1.4826 * counted[counted.count / 2])
      let limit = 4.685 * scale
      let next = zip(residuals, weights).map { residual, weight in
        let ratio = min(1, residual / limit)
        return weight * (1 - ratio * ratio) * (1 - ratio * ratio)
      }
      guard next.count(where: { $0 > 1e-6 }) >= 4 else { return result }
      current = next
      result = smooth(points, weights: current)
    }
    return result
  }
}
