/// How the covariance of visits is parametrised: Σ = Σ_a θ_a D_a with known D_a.
public enum VisitStructure: String, Sendable, Hashable, Codable, CaseIterable {
  /// One variance and one covariance for all visits, as a random intercept gives them; the covariance may be negative.
  case compoundSymmetry
  /// Every variance and covariance of its own.
  case unstructured

  /// The matrices D_a, each with as many rows and columns as there are visits.
  func basis(visits: Int) -> [DenseMatrix] {
    let zero = DenseMatrix(rows: visits, columns: visits)
    switch self {
    case .compoundSymmetry:
      var identity = zero
      for visit in 0..<visits { identity[visit, visit] = 1 }
      // A single visit has nothing to share.
      guard visits > 1 else { return [identity] }
      return [DenseMatrix(rows: visits, columns: visits, filledWith: 1), identity]
    case .unstructured:
      var matrices: [DenseMatrix] = []
      for row in 0..<visits {
        for column in 0...row {
          var matrix = zero
          matrix[row, column] = 1
          matrix[column, row] = 1
          matrices.append(matrix)
        }
      }
      return matrices
    }
  }

  /// Parameters for one variance at all visits and one correlation.
  func start(visits: Int, variance: Double, correlation: Double) -> [Double] {
    switch self {
    case .compoundSymmetry:
      return visits > 1 ? [variance * correlation, variance * (1 - correlation)] : [variance]
    case .unstructured:
      return (0..<visits).flatMap { row in
        (0...row).map { $0 == row ? variance : variance * correlation }
      }
    }
  }
}
