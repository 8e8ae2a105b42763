/// Scores and outputs of an ensemble as deviations from their means, outputs in units of noise.
struct KalmanEnsemble {
  /// Number of members.
  let members: Int
  /// Mean scores.
  private let meanScores: [Double]
  /// Deviations of scores over √(members - 1): one row a parameter.
  private let scoreDeviations: DenseMatrix
  /// Deviations of outputs over √(members - 1), in units of noise: one row a datum.
  private let outputDeviations: DenseMatrix
  /// Data less mean outputs, in units of noise.
  private let innovation: [Double]
  /// Mean and variance over members of half the squared distance to the data in units of noise.
  let misfit: (mean: Double, variance: Double)

  init(scores: [[Double]], outputs: [OutputVector], observation: Observation) {
    members = scores.count
    let scaled = outputs.map { output in
      output.indices.map { (output[$0] - observation.values[$0]) / observation.deviations[$0] }
    }
    (meanScores, scoreDeviations) = Self.deviations(scores)
    let (means, deviations) = Self.deviations(scaled)
    outputDeviations = deviations
    innovation = means.map { -$0 }
    let misfits = scaled.map { 0.5 * $0.reduce(0) { $0 + $1 * $1 } }
    let mean = misfits.reduce(0, +) / Double(misfits.count)
    let variance = misfits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(misfits.count - 1)
    misfit = (mean, variance)
  }

  private static func deviations(_ vectors: [[Double]]) -> ([Double], DenseMatrix) {
    let length = vectors.first?.count ?? 0
    let count = Double(vectors.count)
    let means = (0..<length).map { index in vectors.reduce(0) { $0 + $1[index] } / count }
    var matrix = DenseMatrix(rows: length, columns: vectors.count)
    let root = (count - 1).squareRoot()
    for (member, vector) in vectors.enumerated() {
      for index in 0..<length { matrix[index, member] = (vector[index] - means[index]) / root }
    }
    return (means, matrix)
  }

  /// Covariance of outputs in units of noise, with α on its diagonal.
  private func outputCovariance(plus alpha: Double) -> DenseMatrix {
    var matrix = outputDeviations.times(outputDeviations.transposed)
    for datum in 0..<matrix.rows { matrix[datum, datum] += alpha }
    return matrix
  }

  /// Scores after an update in which each member sees the data with its own noise of covariance α.
  ///
  /// z <- z + C_zg (C_gg + α I)⁻¹ (y + √α ξ - g), all in units of noise.
  func perturbedUpdate(
    alpha: Double, noise: [[Double]], localisation: EnsembleKalmanInversion.Options.Localisation
  ) throws(StatisticsError) -> [[Double]] {
    // Positive definite by its α, however small that is beside the spread of the outputs.
    let factor = try CholeskyFactor(
      outputCovariance(plus: alpha), what: "Outputs of the ensemble", tolerance: 1e-16)
    var cross = scoreDeviations.times(outputDeviations.transposed)
    taper(&cross, localisation)
    let root = Double(members - 1).squareRoot()
    return (0..<members).map { member in
      let right = innovation.indices.map { datum in
        innovation[datum] + alpha.squareRoot() * noise[member][datum] - root * outputDeviations[datum, member]
      }
      let change = cross.times(factor.solve(right))
      return change.indices.map { meanScores[$0] + root * scoreDeviations[$0, member] + change[$0] }
    }
  }

  /// Scores after an update of the mean by the Kalman gain and of the deviations by the symmetric square root.
  ///
  /// With S the output deviations and S Sᵀ = U Λ Uᵀ, the deviations are multiplied by
  /// (I + SᵀS/α)^(-1/2) = I - Sᵀ U diag(1 / (α r (1 + r))) Uᵀ S, r = √(1 + λ/α).
  func squareRootUpdate(alpha: Double) throws(StatisticsError) -> [[Double]] {
    let eigen = try outputCovariance(plus: 0).symmetricEigen()
    let vectors = eigen.vectors
    let rotated = scoreDeviations.times(outputDeviations.transposed).times(vectors)
    let projected = vectors.transposed.times(outputDeviations)
    let innovations = vectors.transposed.times(innovation)
    var shrink = rotated
    var gain = [Double](repeating: 0, count: innovations.count)
    for index in eigen.values.indices {
      let value = max(0, eigen.values[index])
      let root = (1 + value / alpha).squareRoot()
      gain[index] = innovations[index] / (value + alpha)
      for row in 0..<shrink.rows { shrink[row, index] /= alpha * root * (1 + root) }
    }
    let change = rotated.times(gain)
    let correction = shrink.times(projected)
    let root = Double(members - 1).squareRoot()
    return (0..<members).map { member in
      change.indices.map {
        meanScores[$0] + change[$0] + root * (scoreDeviations[$0, member] - correction[$0, member])
      }
    }
  }

  private func taper(
    _ cross: inout DenseMatrix, _ localisation: EnsembleKalmanInversion.Options.Localisation
  ) {
    switch localisation {
    case .none: return
    case .factors(let factors):
      for index in cross.elements.indices { cross.elements[index] *= factors.elements[index] }
    case .correlation(let c):
      let threshold = c / Double(members).squareRoot()
      let scores = Self.lengths(scoreDeviations)
      let outputs = Self.lengths(outputDeviations)
      for row in 0..<cross.rows {
        for column in 0..<cross.columns {
          let scale = scores[row] * outputs[column]
          let correlation = scale > 0 ? min(1, abs(cross[row, column]) / scale) : 0
          cross[row, column] *= Self.gaspariCohn((1 - correlation) / (1 - threshold))
        }
      }
    }
  }

  private static func lengths(_ matrix: DenseMatrix) -> [Double] {
    (0..<matrix.rows).map { matrix.row($0).reduce(0) { $0 + $1 * $1 }.squareRoot() }
  }

  /// Gaspari and Cohn's fifth-order function: 1 at 0, 0 from 2 on (1999, doi:10.1002/qj.49712555417, equation 4.10).
  static func gaspariCohn(_ z: Double) -> Double {
    if z <= 1 { return 1 + z * z * (-5.0 / 3 + z * (5.0 / 8 + z * (0.5 - 0.25 * z))) }
    if z < 2 {
      return max(0, 4 - 2 / (3 * z) + z * (-5 + z * (5.0 / 3 + z * (5.0 / 8 + z * (-0.5 + z / 12)))))
    }
    return 0
  }
}
