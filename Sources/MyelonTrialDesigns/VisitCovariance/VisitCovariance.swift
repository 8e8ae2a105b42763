import Foundation
import MyelonStatistics

/// How outcomes of one person at several visits vary together.
public struct VisitCovariance: Sendable, Hashable {
  /// The pattern of correlations.
  public enum Correlation: Sendable, Hashable {
    /// The same between any two visits, as a random intercept makes it.
    case compoundSymmetry(Double)
    /// ρ to the power of the number of visits between.
    case autoregressive(Double)
    /// A whole matrix, row by row.
    case unstructured([[Double]])
  }

  /// Standard deviation at each visit.
  public var deviations: [Double]
  /// Correlations between visits.
  public var correlation: Correlation

  /// Describes a covariance.
  ///
  /// - Parameters:
  ///   - deviations: standard deviation at each visit.
  ///   - correlation: correlations between visits.
  public init(deviations: [Double], correlation: Correlation) {
    self.deviations = deviations
    self.correlation = correlation
  }

  /// The covariance matrix.
  public var matrix: DenseMatrix {
    let count = deviations.count
    var matrix = DenseMatrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count {
        let value: Double
        switch correlation {
        case .compoundSymmetry(let rho): value = row == column ? 1 : rho
        case .autoregressive(let rho): value = pow(rho, Double(abs(row - column)))
        case .unstructured(let rows): value = rows[row][column]
        }
        matrix[row, column] = value * deviations[row] * deviations[column]
      }
    }
    return matrix
  }

  /// What is wrong with the covariance; nothing if it can be used.
  func findings(_ cell: String) -> [EfficacyError] {
    var findings: [EfficacyError] = []
    for (index, value) in deviations.enumerated() {
      findings += EfficacyError.positive(value, "\(cell), deviations, visit \(index + 1)")
    }
    switch correlation {
    case .compoundSymmetry(let rho), .autoregressive(let rho):
      findings += EfficacyError.between(rho, -1, 1, "\(cell), correlation")
    case .unstructured(let rows): findings += matrixFindings(rows, "\(cell), correlation")
    }
    guard findings.isEmpty else { return findings }
    if (try? CholeskyFactor(matrix)) == nil {
      findings.append(
        .incompatible(
          cell: "\(cell), correlation", because: "these cannot occur together (not positive definite)"))
    }
    return findings
  }

  private func matrixFindings(_ rows: [[Double]], _ cell: String) -> [EfficacyError] {
    guard rows.count == deviations.count else {
      return [.wrongLength(cell: "\(cell), rows", required: deviations.count, found: rows.count)]
    }
    var findings: [EfficacyError] = []
    for (row, values) in rows.enumerated() {
      guard values.count == rows.count else {
        findings.append(
          .wrongLength(cell: "\(cell), row \(row + 1)", required: rows.count, found: values.count))
        continue
      }
      for (column, value) in values.enumerated() {
        let here = "\(cell), row \(row + 1), column \(column + 1)"
        if row == column, value != 1 {
          findings.append(.outOfRange(cell: here, allowed: "1 on the diagonal", found: value))
        } else if row != column {
          findings += EfficacyError.between(value, -1, 1, here)
          if row > column, rows[column].count == rows.count, rows[column][row] != value {
            findings.append(.outOfRange(cell: here, allowed: "equal to its mirror image", found: value))
          }
        }
      }
    }
    return findings
  }
}

extension VisitCovariance.Correlation: Codable {
  /// Reads `compoundSymmetry: 0.6`, `autoregressive: 0.8` or `unstructured: [[...]]`.
  public init(from decoder: any Decoder) throws {
    let cell = "correlation of visits"
    let choice = try NamedChoice.decode(decoder, cell: cell)
    switch choice.name {
    case "compoundSymmetry":
      self = .compoundSymmetry(try NamedChoice.value(Double.self, choice, cell: cell))
    case "autoregressive": self = .autoregressive(try NamedChoice.value(Double.self, choice, cell: cell))
    case "unstructured": self = .unstructured(try NamedChoice.value([[Double]].self, choice, cell: cell))
    default:
      throw EfficacyError.unknownName(
        cell: cell, known: ["compoundSymmetry", "autoregressive", "unstructured"], found: choice.name)
    }
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .compoundSymmetry(let rho): try NamedChoice.encode("compoundSymmetry", rho, encoder)
    case .autoregressive(let rho): try NamedChoice.encode("autoregressive", rho, encoder)
    case .unstructured(let rows): try NamedChoice.encode("unstructured", rows, encoder)
    }
  }
}

extension VisitCovariance: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case deviations, correlation
  }

  /// Reads a covariance and refuses keys that it does not have.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "covariance of visits")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      deviations: try container.decode([Double].self, forKey: .deviations),
      correlation: try container.decode(Correlation.self, forKey: .correlation))
  }
}
