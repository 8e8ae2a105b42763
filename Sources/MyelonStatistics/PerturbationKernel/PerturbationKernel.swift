import Foundation
import MyelonFields
import MyelonRandom

/// The normal kernel that moves particles, with twice the weighted covariance of the population.
///
/// Twice, because that makes the mixture of kernels close to the target in Kullback and Leibler's distance: Beaumont,
/// Cornuet, Marin & Robert 2009, "Adaptive approximate Bayesian computation", doi:10.1093/biomet/asp052; Filippi et al.
/// 2013, doi:10.1515/sagmb-2012-0069.
struct PerturbationKernel: Sendable {
  /// Lower triangular root of the covariance, row after row.
  private let root: DenseMatrix
  private let logDeterminant: Double
  private let centres: [[Double]]
  private let weights: [Double]
  private let cumulative: [Double]
  /// Centres in the coordinates in which the kernel is the standard normal density.
  private let whitened: [Double]
  private let dimensions: Int

  /// Smallest variance of a score that still moves: assumed because below it draws are the same for all purposes.
  private static let floor = 1e-12

  init(centres: [[Double]], weights: [Double], isMultivariate: Bool, inflation: Double) {
    let dimensions = centres.first?.count ?? 0
    self.dimensions = dimensions
    self.centres = centres
    self.weights = weights
    var covariance = Self.covariance(centres, weights, diagonalOnly: !isMultivariate)
    for index in covariance.elements.indices { covariance.elements[index] *= inflation }
    for index in 0..<dimensions { covariance[index, index] += Self.floor }
    if let factor = try? CholeskyFactor(covariance) {
      root = factor.lower
    } else {
      // Scores that depend on each other to rounding: move each alone.
      var diagonal = DenseMatrix(rows: dimensions, columns: dimensions)
      for index in 0..<dimensions { diagonal[index, index] = covariance[index, index].squareRoot() }
      root = diagonal
    }
    let kept = root
    logDeterminant = (0..<dimensions).reduce(0) { $0 + log(kept[$1, $1]) }
    whitened = centres.flatMap { Self.whiten($0, kept) }
    var sum = 0.0
    cumulative = weights.map { weight in
      sum += weight
      return sum
    }
  }

  /// A draw from the mixture of kernels.
  func draw(_ stream: inout RandomStream) -> [Double] {
    let target = stream.uniform() * (cumulative.last ?? 1)
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < target { low = middle + 1 } else { high = middle }
    }
    let noise = (0..<dimensions).map { _ in stream.normal() }
    return zip(centres[low], root.times(noise)).map { $0 + $1 }
  }

  /// Logarithm of prior over mixture at a point, for a standard normal prior.
  func logWeight(_ scores: [Double]) -> Double {
    let point = Self.whiten(scores, root)
    var exponents = [Double](repeating: 0, count: weights.count)
    var largest = -Double.infinity
    for centre in weights.indices where weights[centre] > 0 {
      var square = 0.0
      for index in 0..<dimensions {
        let distance = point[index] - whitened[centre &* dimensions &+ index]
        square += distance * distance
      }
      exponents[centre] = -0.5 * square
      largest = max(largest, exponents[centre])
    }
    var sum = 0.0
    for centre in weights.indices where weights[centre] > 0 {
      sum += weights[centre] * exp(exponents[centre] - largest)
    }
    let prior = -0.5 * scores.reduce(0) { $0 + $1 * $1 }
    return prior + logDeterminant - largest - log(sum)
  }

  private static func whiten(_ scores: [Double], _ root: DenseMatrix) -> [Double] {
    var x = scores
    for row in 0..<root.rows {
      var sum = x[row]
      for column in 0..<row { sum -= root[row, column] * x[column] }
      x[row] = sum / root[row, row]
    }
    return x
  }

  private static func covariance(_ centres: [[Double]], _ weights: [Double], diagonalOnly: Bool)
    -> DenseMatrix
  {
    let dimensions = centres.first?.count ?? 0
    var mean = [Double](repeating: 0, count: dimensions)
    for (centre, weight) in zip(centres, weights) {
      for index in 0..<dimensions { mean[index] += weight * centre[index] }
    }
    var covariance = DenseMatrix(rows: dimensions, columns: dimensions)
    for (centre, weight) in zip(centres, weights) {
      for row in 0..<dimensions {
        for column in 0...row where !diagonalOnly || row == column {
          covariance[row, column] += weight * (centre[row] - mean[row]) * (centre[column] - mean[column])
        }
      }
    }
    for row in 0..<dimensions {
      for column in 0..<row { covariance[column, row] = covariance[row, column] }
    }
    return covariance
  }
}
